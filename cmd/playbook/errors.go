package main

// How errors are printed: lowercase, no full stop, what failed before why, and below it
// a hint that says what to do. Findings have been printed already and say nothing more.

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Exit codes.
const (
	exitOK       = 0
	exitFindings = 1
	exitUsage    = 2
	exitIO       = 3
)

// errFindings ends a command whose findings have been printed.
var errFindings = errors.New("findings")

// errUnreadable ends a command whose findings, printed already, tell of files that
// could not be read.
var errUnreadable = errors.New("unreadable files")

// usageError is a command line that cannot be meant.
type usageError struct{ text, hint string }

func (e *usageError) Error() string { return e.text }

// hinted is an error with a way out.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

// report prints an error and returns the exit code that it stands for.
func report(w io.Writer, err error) int {
	var usage *usageError
	var hint *hinted
	switch {
	case err == nil, errors.Is(err, context.Canceled):
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errUnreadable):
		return exitIO
	case errors.As(err, &usage):
		complain(w, usage.text, usage.hint)
		return exitUsage
	case errors.As(err, &hint):
		complain(w, err.Error(), hint.hint)
	default:
		complain(w, err.Error(), "")
	}
	return exitIO
}

func complain(w io.Writer, text, hint string) {
	fmt.Fprintf(w, "playbook: %s\n", text)
	if hint != "" {
		fmt.Fprintf(w, "hint: %s\n", hint)
	}
}
