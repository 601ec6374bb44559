package search

import (
	"slices"
	"strings"
)

// mirror keeps the words that a mistyped one may be taken for, by their ends. It
// holds for an edition of the vocabulary.
type mirror struct {
	edition int
	words   []reflected
	list    []backward
}

// reflected is a word with its letters from the end, and its number in the vocabulary.
type reflected struct {
	text   string
	number int32
}

// backward is a word with its letters from the end, and its place in the dictionary.
type backward struct {
	text string
	id   int
}

func (m *mirror) of(v *vocabulary) []backward {
	if m.edition == v.edition {
		return m.list
	}
	m.edition = v.edition
	m.words = slices.DeleteFunc(m.words, func(w reflected) bool { return v.pages[w.number] == 0 })
	var added []reflected
	for _, n := range v.added {
		if letters := []rune(v.texts[n]); len(letters) > 2 && plainWord(letters) {
			added = append(added, reflected{reversed(v.texts[n]), n})
		}
	}
	compare := func(a, b reflected) int { return strings.Compare(a.text, b.text) }
	slices.SortFunc(added, compare)
	m.words = merged(m.words, added, compare)
	m.list = make([]backward, len(m.words))
	for i, w := range m.words {
		m.list[i] = backward{w.text, int(v.rank[w.number])}
	}
	return m.list
}

func reversed(s string) string {
	runes := []rune(s)
	slices.Reverse(runes)
	return string(runes)
}
