package source

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// gitError is what git said when it would not do something.
type gitError struct {
	command, text string
}

func (e *gitError) Error() string { return fmt.Sprintf("git %s: %s", e.command, e.text) }

// gitOutput is what git prints. What git itself complains of is a gitError.
func gitOutput(ctx context.Context, dir string, args ...string) ([]byte, error) {
	out, err := gitCommand(ctx, dir, args...).Output()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, &exit):
		text := strings.TrimPrefix(strings.TrimSpace(string(exit.Stderr)), "fatal: ")
		return nil, &gitError{args[0], text}
	case err != nil:
		return nil, fmt.Errorf("cannot run git: %w", err)
	}
	return out, nil
}

// ask is gitOutput of one line.
func ask(ctx context.Context, dir string, args ...string) (string, error) {
	out, err := gitOutput(ctx, dir, args...)
	return strings.TrimSpace(string(out)), err
}
