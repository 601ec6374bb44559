package search

import (
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// borrowing keeps which families each document borrows. It holds for the postings of
// all words, the families and the stop words.
type borrowing struct {
	postings []posting
	ends     []extent
	families [][]int
	stop     map[string]bool
	implied  [][]int32 // families, by document
}

// of returns the families that each document borrows.
func (b *borrowing) of(x *Index, from *inverted, families [][]int, common []int) [][]int32 {
	now := borrowing{from.postings, from.ends, families, x.stop, nil}
	if b.implied != nil && len(b.implied) == len(x.docs) && !x.compound && b.same(now) {
		return b.implied
	}
	now.implied = meaning.Expand(len(families), x.weighed(common))
	*b = now
	return b.implied
}

// same compares the families by address: they are made anew when anything in them
// changes. Where words are written together they have other postings than pages give
// them, so there it must not be asked.
func (b *borrowing) same(now borrowing) bool {
	return len(b.families) == len(now.families) && (len(b.families) == 0 || &b.families[0] == &now.families[0]) &&
		maps.Equal(b.stop, now.stop) && slices.Equal(b.postings, now.postings) &&
		slices.EqualFunc(b.ends, now.ends, func(a, b extent) bool { return a.postings == b.postings })
}

// imply gives words the documents that mean them without having them. What is
// meant is a word in whatever form, so the most common form stands for all.
func (x *Index) imply(b *borrowing, from *inverted, families [][]int) {
	common := make([]int, len(families)) // the most common form of each
	for family, ids := range families {
		common[family] = x.mostCommon(ids)
	}
	implied := b.of(x, from, families, common)
	borrowed := make([]int, len(families))
	for _, list := range implied {
		for _, family := range list {
			borrowed[family]++
		}
	}
	for doc, list := range implied {
		for _, family := range list {
			w := &x.words[common[family]]
			if w.meant == nil {
				w.meant = make([]int32, 0, borrowed[family])
			}
			w.meant = append(w.meant, int32(doc))
		}
	}
}

// weighed says how much each family says about each document that has words of it.
func (x *Index) weighed(common []int) [][]meaning.Weight {
	count, all := make([]int, len(x.docs)), 0
	for id := range x.words {
		for _, p := range x.words[id].postings {
			count[p.doc()]++
		}
		all += len(x.words[id].postings)
	}
	rows, room := make([][]meaning.Weight, len(x.docs)), make([]meaning.Weight, all)
	for doc, n := range count {
		rows[doc], room = room[:0:n], room[n:]
	}
	x.weighFamilies(common, rows)
	return rows
}

// weighFamilies appends to each document what the families say about it that it has
// words of, ascending.
func (x *Index) weighFamilies(common []int, rows [][]meaning.Weight) {
	var values [levels]float64 // of the impacts, saturated
	for l, impact := range impacts {
		values[l] = x.saturate(impact)
	}
	tf := make([]float64, len(x.docs))
	for family, ids := range x.families {
		if x.stop[x.words[common[family]].text] {
			continue
		}
		add := func(doc int, weight float64) {
			rows[doc] = append(rows[doc], meaning.Weight{Term: int32(family), Weight: float32(weight)})
		}
		if len(ids) == 1 { // most
			list := x.words[ids[0]].postings
			tells := idf(len(x.docs), len(list))
			for _, p := range list {
				add(p.doc(), tells*values[p.level()])
			}
			continue
		}
		forms := make([]form, len(ids))
		for i, id := range ids {
			forms[i] = form{id, 1}
		}
		docs, n := x.frequencies(forms, tf)
		tells := idf(len(x.docs), n)
		for _, doc := range docs {
			add(doc, tells*x.saturate(tf[doc]))
			tf[doc] = 0
		}
	}
}

func (x *Index) mostCommon(ids []int) int {
	best := ids[0]
	for _, id := range ids {
		if len(x.words[id].postings) > len(x.words[best].postings) {
			best = id
		}
	}
	return best
}
