package playbook

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// Where is a file with the places of its values. It keeps the text in one piece: most
// files have nothing that a line would have to be shown for.
type Where struct {
	File   string
	Fields Places
	Source string // with \n as its only line break
}

// At returns where the value at path stands, or else the nearest enclosing value, or
// else the top of the file.
func (w Where) At(path string) diag.Position {
	for p := path; p != ""; p = parentPath(p) {
		if line, column, ok := w.Fields.Of(p); ok {
			return diag.Position{File: w.File, Line: line, Column: column}
		}
	}
	return diag.Position{File: w.File, Line: 1, Column: 1}
}

// Line returns line n of the file, counted from 1, or "". It looks for it from the top:
// who needs many asks for Lines.
func (w Where) Line(n int) string {
	rest, more := w.Source, n >= 1
	for ; n > 1 && more; n-- {
		_, rest, more = strings.Cut(rest, "\n")
	}
	if !more {
		return ""
	}
	line, _, _ := strings.Cut(rest, "\n")
	return line
}

// Lines appends all lines of the file to a list, which may be one that was used before.
func (w Where) Lines(to []string) []string {
	for line := range strings.SplitSeq(w.Source, "\n") {
		to = append(to, line)
	}
	return to
}
