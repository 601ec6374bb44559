// Command playbook turns a folder of Markdown entries into a searchable static site.
//
// Run playbook help for the commands. Exit codes: 0 all is well; 1 there are findings,
// and what was asked for was not done because of them; 2 the command line is wrong; 3 a
// file could not be read or written.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	collectSeldom()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var p profiles
	root := rootCommand(streams{stdin, stdout, stderr})
	p.add(root)
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return p.start() }
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if failed := p.stop(); err == nil {
		err = failed
	}
	return report(stderr, err)
}

// streams are where a command reads and writes: results on out, all else on err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}
