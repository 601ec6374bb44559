package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"unicode"
)

// ForeignError lists what stands in the way of the site and is not ours.
type ForeignError struct {
	Dir     string
	Paths   []string // in order
	Folders bool     // some are in folders where files should go, which Force does not take over
}

func (e *ForeignError) Error() string {
	shown := e.Paths[:min(5, len(e.Paths))]
	text := strings.Join(shown, ", ")
	if more := len(e.Paths) - len(shown); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return "not overwriting what playbook did not write in " + e.Dir + ": " + text
}

// Hint is the way out.
func (e *ForeignError) Hint() string {
	if e.Folders {
		return "move the folder away, or choose another output folder"
	}
	return "move it away, choose another output folder, or overwrite it with --force"
}

// LockedError is another run that is at work in the folder.
type LockedError struct{ Lock string }

func (e *LockedError) Error() string {
	return "another build is writing to this folder: it holds " + e.Lock
}

// Hint is the way out.
func (e *LockedError) Hint() string { return "wait until it is done, or choose another output folder" }

// failed names what could not be done to a file, once, without the names that the file
// has on its way into place.
func failed(what, name string, err error) error {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		err = pathErr.Err
	case errors.As(err, &linkErr):
		err = linkErr.Err
	}
	return fmt.Errorf("cannot %s %s: %w", what, quote(name), err)
}

// quote leaves a name alone unless it would spoil a line of text.
func quote(name string) string {
	if name == "" || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}
