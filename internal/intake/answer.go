package intake

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// told is one story as it was told: answers under headings, in the words and order of
// whoever told it.
type told struct {
	at      diag.Position
	answers []answer
	free    []answer // text under no heading that asks for a part of a story
	title   string   // of the issue, where no answer is the title
	source  Format
}

// answer is what stands under one heading.
type answer struct {
	heading string
	values  []string // one text, or the items of a list
	list    bool     // the source says that it is a list
	groups  []group  // items that are groups of fields
	at      diag.Position
	line    string // the source line at that place, if showing it tells nothing of other answers
}

type group []field

type field struct{ name, text string }

func (a answer) text() string { return strings.Join(a.values, "\n") }

func (a answer) empty() bool {
	return len(a.groups) == 0 && strings.TrimSpace(strings.Join(a.values, "")) == ""
}

// size is what an answer costs.
func (a answer) size() int {
	n := len(a.heading)
	for _, v := range a.values {
		n += len(v) + 1
	}
	for _, g := range a.groups {
		for _, f := range g {
			n += len(f.name) + len(f.text) + 2
		}
	}
	return n
}

// size is what the story costs to read and keep.
func (t told) size() int {
	n := len(t.title)
	for _, list := range [][]answer{t.answers, t.free} {
		for _, a := range list {
			n += a.size()
		}
	}
	return n
}
