package check

import (
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// checker is one run: what rules may look at, and what they have found. What
// several rules need of an entry is computed once, for the entry being looked at.
type checker struct {
	p     *playbook.Playbook
	o     Options
	names nameList
	rule  rule
	found diag.List

	targets  []playbook.Target // where the entry's links lead, in their order
	linked   bool
	prose    prose
	read     bool
	original map[*playbook.Entry]*playbook.Entry // of each translation
}

func newChecker(p *playbook.Playbook, o Options) *checker {
	c := &checker{p: p, o: o, names: newNameList(p.Settings.Names), original: map[*playbook.Entry]*playbook.Entry{}}
	for _, e := range p.Entries {
		if e.TranslationOf != "" {
			if to, ok := c.translated(e); ok {
				c.original[e] = to
			}
		}
	}
	return c
}

// active leaves out what the settings turn off, to save its work.
func (c *checker) active() []rule {
	var out []rule
	for _, r := range rules() {
		if severity, set := c.p.Settings.Rules[r.Code]; !set || severity != diag.Off {
			out = append(out, r)
		}
	}
	return out
}

// enter forgets what was computed of the entry before.
func (c *checker) enter(*playbook.Entry) {
	c.linked, c.read = false, false
}

func (c *checker) targetsOf(e *playbook.Entry) []playbook.Target {
	if !c.linked {
		c.targets, c.linked = c.targets[:0], true
		for _, l := range c.p.Text(e).Body.Links {
			c.targets = append(c.targets, c.p.ResolveLink(e, l))
		}
	}
	return c.targets
}

func (c *checker) proseOf(e *playbook.Entry) *prose {
	if !c.read {
		c.prose.readEntry(e, c.p.Text(e))
		c.read = true
	}
	return &c.prose
}

// report notes a mistake of the current rule. Of the words it is about, the
// underline is made as far as they stand on the line.
func (c *checker) report(e *playbook.Entry, pos diag.Position, words, text, hint string) {
	c.place(diag.Diagnostic{Pos: pos, Text: text, Hint: hint, Source: c.p.Text(e).Line(pos.Line)}, words)
}

// field reports a mistake in a front matter value.
func (c *checker) field(e *playbook.Entry, path, value, text, hint string) {
	c.report(e, c.p.Text(e).At(path), value, text, hint)
}

// setting reports a mistake in a value of playbook.yaml.
func (c *checker) setting(path, value, text, hint string) {
	w := c.p.Settings.Where
	pos := w.At(path)
	c.place(diag.Diagnostic{Pos: pos, Text: text, Hint: hint, Source: w.Line(pos.Line)}, value)
}

// file reports a mistake in a file that is no entry, by its path in Playbook.Assets.
func (c *checker) file(file, text, hint string) {
	c.place(diag.Diagnostic{Pos: diag.Position{File: "content/" + file}, Text: text, Hint: hint}, "")
}

func (c *checker) place(d diag.Diagnostic, words string) {
	d.Code, d.Severity = c.rule.Code, c.rule.Severity
	if column, ok := find(d.Source, d.Pos.Column, words); ok {
		d.Pos.Column, d.Length = column, utf8.RuneCountInString(words)
	}
	c.found = append(c.found, d)
}

// find returns the column of words in line, at from or behind it.
func find(line string, from int, words string) (column int, ok bool) {
	if words == "" {
		return 0, false
	}
	column = 1
	for column < from && line != "" {
		_, size := utf8.DecodeRuneInString(line)
		line = line[size:]
		column++
	}
	i := strings.Index(line, words)
	if i < 0 {
		return 0, false
	}
	return column + utf8.RuneCountInString(line[:i]), true
}
