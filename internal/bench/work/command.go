package work

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Main runs a measuring program until it ends or is interrupted, and returns its exit code.
func Main(run func(ctx context.Context, args []string) error) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	args := os.Args[1:]
	var err error
	if len(args) > 0 && args[0] == "prepare" {
		err = Prepare(args[1:])
	} else {
		err = run(ctx, args)
	}
	switch {
	case errors.Is(err, ErrUsage):
		return 2
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 3
	}
	return 0
}
