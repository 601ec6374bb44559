package search

import (
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf8"
)

// mirror keeps the words that a mistyped one may be taken for, in the order of their
// letters from the end. It holds for a dictionary.
type mirror struct {
	order []int32 // places in the dictionary
}

// update brings the order up to date: words that are gone go, new ones come.
func (m *mirror) update(c *collection) {
	if c.renewed.same {
		return
	}
	list := c.inverted.words
	compare := func(a, b int32) int { return compareBackwards(list[a].text, list[b].text) }
	var added []int32
	for id, was := range c.renewed.was {
		if was < 0 && mistakable(list[id].text) {
			added = append(added, int32(id))
		}
	}
	sortBackwards(added, list)
	kept := make([]int32, 0, len(m.order)) // in memory of its own: the last index has the other
	for _, id := range m.order {
		if now := c.renewed.now[id]; now >= 0 {
			kept = append(kept, now)
		}
	}
	m.order = merged(kept, added, compare)
}

// sortBackwards sorts words by their letters from the end. Most differ in the first eight
// bytes of these, which are compared as one number.
func sortBackwards(ids []int32, words []word) {
	type entry struct {
		begin uint64
		id    int32
	}
	list := make([]entry, len(ids))
	var letters []byte
	for i, id := range ids {
		var begin [8]byte
		letters = appendReversed(letters[:0], words[id].text)
		copy(begin[:], letters)
		list[i] = entry{binary.BigEndian.Uint64(begin[:]), id}
	}
	slices.SortFunc(list, func(a, b entry) int {
		if a.begin != b.begin {
			return cmp.Compare(a.begin, b.begin)
		}
		return compareBackwards(words[a.id].text, words[b.id].text)
	})
	for i, e := range list {
		ids[i] = e.id
	}
}

// mistakable says whether a mistyped word may be taken for this one.
func mistakable(text string) bool {
	return utf8.RuneCountInString(text) > 2 && plainWord([]rune(text))
}

// compareBackwards compares two words by their letters from the end.
func compareBackwards(a, b string) int {
	for a != "" && b != "" {
		r, n := utf8.DecodeLastRuneInString(a)
		s, m := utf8.DecodeLastRuneInString(b)
		if r != s {
			return int(r) - int(s)
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	return len(a) - len(b)
}

func reversed(s string) string { return string(appendReversed(nil, s)) }

func appendReversed(out []byte, s string) []byte {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		out = utf8.AppendRune(out, r)
		s = s[:len(s)-n]
	}
	return out
}

// merged makes one sorted list of two.
func merged[T any](a, b []T, compare func(T, T) int) []T {
	if len(b) == 0 {
		return a
	}
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
