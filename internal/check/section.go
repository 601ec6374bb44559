package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Sections of a story. Afterwards is where another hat is told about.
const (
	sectionSituation  = "Situation"
	sectionDid        = "What I did"
	sectionChanged    = "What changed"
	sectionAfterwards = "Afterwards"
)

func requiredSections() []string { return []string{sectionSituation, sectionDid, sectionChanged} }

var missingSection = rule{
	Rule: diag.Rule{
		Code: "missing-section", Severity: diag.Error,
		Why: "a story is useful when it says where it began, what was done and, honestly, what changed",
		Fix: "write “## Situation”, “## What I did” and “## What changed”, each with text below it",
	},
	own: func(f *file) {
		switch {
		case f.Story == nil:
		case f.english():
			for _, name := range requiredSections() {
				f.requireSection(name)
			}
		case filledSections(&f.text.Body) < len(requiredSections()):
			f.report(f.bodyStart(), "", "the story has fewer than three sections with text", "a story in any language tells the situation, what was done and what changed")
		}
	},
}

func (f *file) requireSection(name string) {
	text := f.text
	s, ok := sectionOf(&text.Body, name)
	switch {
	case !ok:
		f.report(f.bodyStart(), "", "the story has no section “"+name+"”"+whyNeeded(f.Story, name), missingHint(&text.Body, name))
	case s.Text == "":
		f.report(s.Heading.Pos, "", "the section “"+name+"” is empty"+whyNeeded(f.Story, name), "write it, even if it is one sentence")
	}
}

// whyNeeded says what contradicts the absence of “What changed”.
func whyNeeded(s *playbook.Story, name string) string {
	if name == sectionChanged && somebodyFollowed(s) {
		return fmt.Sprintf(", and its outcome is “%s”", s.Outcome)
	}
	return ""
}

func missingHint(b *playbook.Body, name string) string {
	for _, h := range b.Headings {
		if h.Level != 2 && sameHeading(h.Text, name) {
			return fmt.Sprintf("the heading on line %d needs level 2: ## %s", h.Pos.Line, name)
		}
	}
	var others []string
	for _, s := range b.Sections {
		if !isRequired(s.Heading.Text) {
			others = append(others, s.Heading.Text)
		}
	}
	if near := diag.Nearest(name, others); near != "" {
		return fmt.Sprintf("is “%s” meant to be it?", near)
	}
	return "add it: ## " + name
}

func isRequired(heading string) bool {
	for _, name := range requiredSections() {
		if sameHeading(heading, name) {
			return true
		}
	}
	return false
}

// sectionOf finds a section by its heading.
func sectionOf(b *playbook.Body, name string) (playbook.Section, bool) {
	for _, s := range b.Sections {
		if sameHeading(s.Heading.Text, name) {
			return s, true
		}
	}
	return playbook.Section{}, false
}

func sameHeading(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	if isTidy(a) {
		return false
	}
	return strings.EqualFold(strings.Join(strings.Fields(strings.TrimRight(a, ":.")), " "), b)
}

// isTidy says whether there is nothing to take away from a heading, as in most of them.
func isTidy(heading string) bool {
	for i := range len(heading) {
		switch c := heading[i]; {
		case c >= utf8.RuneSelf || c < ' ', c == ' ' && (i == 0 || i == len(heading)-1 || heading[i-1] == ' '):
			return false
		case i == len(heading)-1 && (c == ':' || c == '.'):
			return false
		}
	}
	return true
}

func filledSections(b *playbook.Body) int {
	n := 0
	for _, s := range b.Sections {
		if s.Text != "" {
			n++
		}
	}
	return n
}

// bodyStart is where the text of an entry begins, or the last line of a file without text.
func (f *file) bodyStart() diag.Position {
	line := max(1, min(f.text.Body.Line, len(f.lines)))
	for n := line; n <= len(f.lines); n++ {
		if strings.TrimSpace(f.line(n)) != "" {
			line = n
			break
		}
	}
	return diag.Position{File: f.text.File, Line: line, Column: 1}
}
