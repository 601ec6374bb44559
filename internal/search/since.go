package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// since says which documents and families are as they were. A document is when it has
// the same words with the same impacts, all of families that are.
func (b *borrowing) since(last borrowing, x *Index) meaning.Last {
	now, changed := b.kin(last)
	documents := aligned(last.pages, b.pages)
	for doc, was := range documents {
		if was >= 0 && !saysTheSame(last.pages[was], b.pages[doc]) {
			documents[doc] = -1
		}
	}
	for _, family := range changed {
		for _, id := range b.families[family] {
			for _, p := range x.words[id].postings {
				documents[p.doc()] = -1
			}
		}
	}
	return meaning.Last{Documents: documents, Terms: now}
}

func saysTheSame(a, b *page) bool {
	return a == b || slices.Equal(a.terms, b.terms) && slices.Equal(a.levels, b.levels)
}

// aligned finds the pages of the last time: those before and after all that changed,
// and between these the ones in the same place.
func aligned(last, now []*page) []int32 {
	was := make([]int32, len(now))
	head := 0
	for head < min(len(last), len(now)) && last[head] == now[head] {
		was[head] = int32(head)
		head++
	}
	tail := 0
	for tail < min(len(last), len(now))-head && last[len(last)-1-tail] == now[len(now)-1-tail] {
		tail++
		was[len(now)-tail] = int32(len(last) - tail)
	}
	for i := head; i < len(now)-tail; i++ {
		was[i] = -1
		if len(last) == len(now) {
			was[i] = int32(i)
		}
	}
	return was
}

// kin returns the number of each family of the last time, if it has one now, and those
// of now that documents which had them may see otherwise.
//
// A family is the same when its first word is, so that families keep their order, and
// when no word has come to it from another. Where one has gone to another, that one is
// not the same, and no document that has the word.
func (b *borrowing) kin(last borrowing) (now []int32, changed []int) {
	size := 1 + max(slices.Max(last.order), slices.Max(b.order))
	were, are := numbered(last, size), numbered(*b, size)
	now = make([]int32, len(last.families))
	same := make([]bool, len(b.families))
	for family, ids := range last.families {
		now[family] = -1
		first := last.order[ids[0]]
		is := are[first] - 1
		if is < 0 || b.order[b.families[is][0]] != first {
			continue
		}
		if within(b.families[is], b.order, were, int32(family)) {
			now[family] = is
			same[is] = last.rarities[family] == b.rarities[is]
		}
	}
	for family, same := range same {
		if !same {
			changed = append(changed, family)
		}
	}
	return now, changed
}

// numbered returns the family of each word of the vocabulary, and one more.
func numbered(b borrowing, size int32) []int32 {
	list := make([]int32, size)
	for family, ids := range b.families {
		for _, id := range ids {
			list[b.order[id]] = int32(family) + 1
		}
	}
	return list
}

// within says whether those of the words that are numbered at all are of one family.
func within(ids []int, order, numbered []int32, family int32) bool {
	for _, id := range ids {
		if n := numbered[order[id]]; n != 0 && n != family+1 {
			return false
		}
	}
	return true
}
