package search

import (
	"cmp"
	"slices"
)

// Two words that stand side by side in a title are a word of their own to a reader
// who types them side by side: "lone vote" should find the page of that name before
// pages that have both words somewhere. So the dictionary keeps, with each word,
// those that follow it in titles, aliases and asks, stop words left out.
// It would cost too much to keep them for texts.

// nearStep is how many words on a word is still a neighbour; all between are stop words.
const nearStep = 4

// follow gives words the pairs that begin with them.
func (c *collection) follow(words []word, stop map[string]bool) {
	stops := make([]bool, len(words))
	for w := range stop {
		if id, ok := c.id(w); ok {
			stops[id] = true
		}
	}
	found := make([][]occurrence, len(words)) // by first word
	for doc, p := range c.pages {
		norms := c.weights.norms(p.length, c.means)
		last, at := -1, int32(0)
		for _, n := range p.neighbours {
			if n.first {
				last = -1
			}
			id := int(c.vocabulary.rank[n.term])
			if stops[id] {
				continue
			}
			if last >= 0 && n.pos-at <= nearStep {
				found[last] = append(found[last], occurrence{id, doc, float32(norms[n.field])})
			}
			last, at = id, n.pos
		}
	}
	for id, list := range found {
		words[id].pairs = pairs(list)
	}
}

// occurrence is a pair in a document.
type occurrence struct {
	second, doc int
	impact      float32
}

// pairs adds up the occurrences of pairs that begin with one word.
func pairs(list []occurrence) []pair {
	// Those of a pair stay in the order of documents and fields, in which they are added up.
	slices.SortStableFunc(list, func(a, b occurrence) int { return cmp.Compare(a.second, b.second) })
	var out []pair
	for i := 0; i < len(list); {
		p := pair{second: list[i].second}
		for i < len(list) && list[i].second == p.second {
			doc, impact := list[i].doc, float32(0)
			for ; i < len(list) && list[i].second == p.second && list[i].doc == doc; i++ {
				impact += list[i].impact
			}
			p.postings = append(p.postings, newPosting(doc, impact))
		}
		out = append(out, p)
	}
	return out
}
