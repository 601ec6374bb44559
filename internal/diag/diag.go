// Package diag says what an author did wrong, where, and what to do about it.
//
// A mistake in content, configuration or a template is a Diagnostic, never a
// Go error: errors are for I/O. Whoever finds a mistake appends it and goes on,
// so that one run reports all of them. The same list prints as text for people
// (Text), JSON for scripts, workflow commands for GitHub, and SARIF 2.1.0 for
// code-scanning services.
package diag

import (
	"cmp"
	"slices"
)

// Severity says what a diagnostic does to a build.
type Severity uint8

// The severities, in rising order. Off exists so that configuration can name it:
// a diagnostic with it is dropped, never printed.
const (
	Off Severity = iota
	Note
	Warning
	Error
)

var severityNames = [...]string{Off: "off", Note: "note", Warning: "warning", Error: "error"}

func (s Severity) String() string { return severityNames[s] }

// Position is a place in a file of the playbook.
//
// Line and Column start at 1 and count as an editor does: lines of the file
// (front matter included), columns in Unicode code points. Line 0 means the file as a
// whole; File "" means the playbook as a whole.
type Position struct {
	File   string `json:"file,omitempty"` // slash-separated, relative to the root of the playbook: content/stories/a.md
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// Diagnostic is one mistake, or one thing worth a second look.
type Diagnostic struct {
	Code     string   `json:"code"` // stable name of the rule: "unknown-field"
	Severity Severity `json:"severity"`
	Pos      Position `json:"position"`
	Length   int      `json:"length,omitempty"` // code points to underline from Pos; 0 means one
	Text     string   `json:"text"`             // what is wrong: lowercase, no full stop
	Hint     string   `json:"hint,omitempty"`   // the way out: "did you mean “summary”?"
	Source   string   `json:"source,omitempty"` // the line that Pos is in, without its newline
}

// List is what a run has found.
type List []Diagnostic

// Sort puts the list in reading order: by file, line, column, then code and
// text, so that the order of discovery (which varies) never shows.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Text, b.Text),
		)
	})
}

// Count returns how many diagnostics have exactly this severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors says whether anything in the list stops a build.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }
