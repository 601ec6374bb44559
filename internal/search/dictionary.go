package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// dictionary puts together the words that readers met. Each reader is told the numbers
// of its words among them all; rank is the place of each number in the order of the words.
func dictionary(readers []*reader) (texts []string, rank []int32) {
	if len(readers) == 0 {
		return nil, nil
	}
	all := &readers[0].lexicon
	for _, r := range readers {
		r.ids = fill(r.lexicon.len(), itself)
		if r == readers[0] {
			continue
		}
		for n := range r.ids {
			r.ids[n] = all.number(r.lexicon.word(n))
		}
	}
	order := sorted(all)
	rank = make([]int32, len(order))
	text := make([]byte, 0, len(all.text))
	for i, n := range order {
		rank[n] = int32(i)
		text = append(text, all.word(int(n))...)
	}
	return cut(string(text), order, all), rank
}

// cut returns the pieces of a text that has the words one after the other: as strings of
// their own, they would take twice the memory.
func cut(text string, order []int32, of *lexicon) []string {
	list := make([]string, len(order))
	for i, n := range order {
		size := len(of.word(int(n)))
		list[i], text = text[:size], text[size:]
	}
	return list
}

// sorted returns the numbers of the words in the order of the words. Most differ in
// their first eight bytes, which are compared as one number.
func sorted(l *lexicon) []int32 {
	type entry struct {
		begin  uint64
		number int32
	}
	list := make([]entry, l.len())
	for n := range list {
		var begin [8]byte
		copy(begin[:], l.word(n))
		list[n] = entry{binary.BigEndian.Uint64(begin[:]), int32(n)}
	}
	slices.SortFunc(list, func(a, b entry) int {
		if a.begin != b.begin {
			return cmp.Compare(a.begin, b.begin)
		}
		return bytes.Compare(l.word(int(a.number)), l.word(int(b.number)))
	})
	order := make([]int32, len(list))
	for i, e := range list {
		order[i] = e.number
	}
	return order
}
