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

// pairs are the words that follow another, and where, in the order of the first words.
type pairs struct {
	list     []pair
	ends     []int32 // of each first word, in list
	postings []byte  // of each pair
}

// pair is a word that follows another.
type pair struct {
	second int32
	docs   int32 // how many have it
	end    int   // of its postings
}

// each yields the words that follow a word, with the documents where they do.
func (p *pairs) each(first int, yield func(second, docs int, postings []byte)) {
	from, begin := 0, 0
	if first > 0 {
		from = int(p.ends[first-1])
	}
	if from > 0 {
		begin = p.list[from-1].end
	}
	for _, pair := range p.list[from:p.ends[first]] {
		yield(int(pair.second), int(pair.docs), p.postings[begin:pair.end])
		begin = pair.end
	}
}

// occurrence is a pair in a document.
type occurrence struct {
	pair   uint64 // first and second word
	number int32  // in the order of documents and fields
	doc    int32
	impact float32
}

// follow finds all pairs.
func (c *collection) follow(stop map[string]bool) pairs {
	list := c.occurrences(stop)
	slices.SortFunc(list, func(a, b occurrence) int {
		if a.pair != b.pair {
			return cmp.Compare(a.pair, b.pair)
		}
		return cmp.Compare(a.number, b.number) // in which order they are added up
	})
	out := pairs{ends: make([]int32, len(c.inverted.words))}
	first := 0
	for len(list) > 0 {
		which := list[0].pair
		p := pair{second: int32(uint32(which))}
		for ; first < int(which>>32); first++ {
			out.ends[first] = int32(len(out.list))
		}
		next := 0
		for len(list) > 0 && list[0].pair == which {
			doc, impact := list[0].doc, float32(0)
			for ; len(list) > 0 && list[0].pair == which && list[0].doc == doc; list = list[1:] {
				impact += list[0].impact
			}
			out.postings = appendPosting(out.postings, next, int(doc), level(impact))
			next = int(doc) + 1
			p.docs++
		}
		p.end = len(out.postings)
		out.list = append(out.list, p)
	}
	for ; first < len(out.ends); first++ {
		out.ends[first] = int32(len(out.list))
	}
	return out
}

// occurrences returns the pairs of all documents, one document after the other.
func (c *collection) occurrences(stop map[string]bool) []occurrence {
	stops := c.stops(stop)
	found := make([]occurrence, 0, len(c.titles.list))
	for doc, p := range c.pages {
		norms := c.weights.norms(&p.length, c.means)
		last, at := int32(-1), int32(0)
		for _, n := range c.titles.of(doc) {
			if n.first {
				last = -1
			}
			if stops[n.term] {
				continue
			}
			if last >= 0 && n.pos-at <= nearStep {
				found = append(found, occurrence{uint64(last)<<32 | uint64(n.term), int32(len(found)), int32(doc), float32(norms[n.field])})
			}
			last, at = n.term, n.pos
		}
	}
	return found
}
