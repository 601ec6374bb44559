package check

import (
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// finding is a mistake that was found in the facts. Where it stands is for the texts to
// say, which may change while the finding stays true: lines move, a comment is added.
type finding struct {
	rule              diag.Rule
	place             place
	words, text, hint string
}

// place is where a finding stands, without a line: a front matter value or a link of an entry, a
// value of the settings, or a file that is no entry.
type place struct {
	entry *playbook.Entry
	path  string // of a value
	link  int    // or else the number of a link of the entry's body, counted from 1
	file  string // or else a path in Playbook.Assets
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
