package check

import (
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// reading is all that the rules of one file read, besides the house. There is no way
// from it to another entry, nor to what others say of this one: as long as the file and
// its essay are the same, so is what they find.
type reading struct {
	written
	influence bool // whether the rules of the influence essay hold
	text      *playbook.Text
}

// written is what an author typed into the front matter: an Entry without what is
// derived from the others.
type written struct {
	Kind playbook.Kind
	ID   string
	File string
	playbook.Common
	Situation *playbook.Situation
	Principle *playbook.Principle
	Example   *playbook.Example
	Story     *playbook.Story
}

func writtenIn(e *playbook.Entry) written {
	return written{e.Kind, e.ID, e.File, e.Common, e.Situation, e.Principle, e.Example, e.Story}
}

// file is a reading before its rules, with what they have found. What several of them
// need is computed once. Its memory is used again for the next file.
type file struct {
	reading
	house *house
	rule  diag.Rule
	found diag.List
	prose prose
	read  bool

	shingles []uint64
	lines    []string        // of the text
	goodTags map[string]bool // those of other files that have been looked at
}

// check runs the rules of one file, and returns what they find.
func (f *file) check(r reading) diag.List {
	f.reading, f.found, f.read = r, nil, false
	f.lines = r.text.Lines(f.lines[:0])
	for _, r := range f.house.rules {
		if r.own != nil {
			f.rule = r.Rule
			r.own(f)
		}
	}
	for i := range f.found { // what is remembered must not keep the text in memory
		d := &f.found[i]
		d.Source = strings.Clone(d.Source)
		if d.Pos.File == f.File {
			d.Pos.File = f.File
		}
	}
	return f.found
}

func (f *file) words() *prose {
	if !f.read {
		f.prose.readFile(&f.written, f.text, f.lines)
		f.read = true
	}
	return &f.prose
}

// report notes a mistake of the current rule. Of the words it is about, the
// underline is made as far as they stand on the line.
func (f *file) report(pos diag.Position, words, text, hint string) {
	d := diag.Diagnostic{Code: f.rule.Code, Severity: f.rule.Severity, Pos: pos, Text: text, Hint: hint, Source: f.line(pos.Line)}
	f.found = append(f.found, underlined(d, words))
}

// line returns line n of the file, counted from 1, or "".
func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// field reports a mistake in a front matter value.
func (f *file) field(path, value, text, hint string) { f.report(f.text.At(path), value, text, hint) }

func underlined(d diag.Diagnostic, words string) diag.Diagnostic {
	if column, ok := find(d.Source, d.Pos.Column, words); ok {
		d.Pos.Column, d.Length = column, utf8.RuneCountInString(words)
	}
	return d
}
