package search

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/search/words"
)

// Two words that stand side by side in a title are a word of their own to a reader
// who types them side by side: "lone vote" should find the page of that name before
// pages that have both words somewhere. So the dictionary keeps, with each word,
// those that follow it in titles, aliases and asks, stop words left out.
// It would cost too much to keep them for texts.

// nearStep is how many words on a word is still a neighbour; all between are stop words.
const nearStep = 4

// pairs collects the neighbours in titles and the like, by the ids of both.
func (b *builder) pairs(docs []Document, stop map[string]bool, norms [][fieldCount]float64) map[[2]int][]hit {
	found := map[[2]int][]hit{}
	for doc, d := range docs {
		for f, values := range fields(d) {
			if f > fieldAsks {
				break
			}
			for _, value := range values {
				b.eachPair(value, stop, func(key [2]int) {
					list := found[key]
					if n := len(list); n == 0 || int(list[n-1].doc) != doc {
						list = append(list, hit{doc: int32(doc)})
					}
					list[len(list)-1].impact += float32(norms[doc][f])
					found[key] = list
				})
			}
		}
	}
	return found
}

func (b *builder) eachPair(text string, stop map[string]bool, yield func([2]int)) {
	last, at := -1, 0
	for _, t := range words.Split(text) {
		if t.Whole || stop[t.Term] {
			continue
		}
		id := b.ids[t.Term]
		if last >= 0 && t.Pos-at <= nearStep {
			yield([2]int{last, id})
		}
		last, at = id, t.Pos
	}
}

// follow gives words the pairs that begin with them.
func follow(list []word, found map[[2]int][]hit) {
	for key, hits := range found {
		w := &list[key[0]]
		w.pairs = append(w.pairs, pair{key[1], postings(hits)})
	}
	for i := range list {
		slices.SortFunc(list[i].pairs, func(a, b pair) int { return cmp.Compare(a.second, b.second) })
	}
}
