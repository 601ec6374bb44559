package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/shard"
)

// inverted is what each page says about its words turned into what each word says about
// its documents: postings and places, each in one piece of memory, in the order of
// the dictionary. It is not changed once it is there.
type inverted struct {
	pages    []*page
	langs    []string
	means    means
	order    []int32  // numbers of the words
	spoken   []uint64 // in which languages each word occurs
	postings []posting
	places   []byte
	ends     []extent // of each word
}

// extent is how far something goes, in postings and in bytes of places.
type extent struct{ postings, places int }

// invert turns the pages of a collection around. Words that only pages have which are
// in the last one too, as the same documents, are copied from it.
func (c *collection) invert(last *inverted) *inverted {
	v := c.vocabulary
	x := &inverted{pages: c.pages, langs: c.langs, means: c.means, order: v.order}
	dirty := c.dirty(last)
	sizes, spoken := c.count(dirty)
	x.spoken = spoken
	x.ends = make([]extent, len(v.order))
	from := make([]extent, len(v.order)) // in last, of clean words
	var end extent
	for id, at := 0, 0; id < len(v.order); id++ {
		if dirty != nil && !dirty[v.order[id]] {
			for last.order[at] != v.order[id] {
				at++
			}
			begin := last.begin(at)
			from[id], x.spoken[id] = begin, last.spoken[at]
			sizes[id] = extent{last.ends[at].postings - begin.postings, last.ends[at].places - begin.places}
		}
		end.postings, end.places = end.postings+sizes[id].postings, end.places+sizes[id].places
		x.ends[id] = end
	}
	x.postings, x.places = make([]posting, end.postings), make([]byte, end.places)
	if dirty != nil {
		for id, t := range v.order {
			if !dirty[t] {
				to := x.begin(id)
				copy(x.postings[to.postings:], last.postings[from[id].postings:][:sizes[id].postings])
				copy(x.places[to.places:], last.places[from[id].places:][:sizes[id].places])
			}
		}
	}
	parallel.Do(
		func() { c.scatterPostings(x, dirty) },
		func() { c.scatterPlaces(x, dirty) },
	)
	return x
}

func (x *inverted) begin(id int) (begin extent) {
	if id > 0 {
		begin = x.ends[id-1]
	}
	return begin
}

// dirty says of each word whether it is on a page that has come, changed or gone since
// the last time, nil for all words. A number means the same word both times: it is free
// for one build at least before it is another's.
func (c *collection) dirty(last *inverted) []bool {
	if last == nil || len(last.pages) != len(c.pages) || last.means != c.means || !slices.Equal(last.langs, c.langs) {
		return nil
	}
	dirty := make([]bool, len(c.vocabulary.texts))
	changed := 0
	for doc, p := range c.pages {
		if p == last.pages[doc] {
			continue
		}
		if changed++; 8*changed > len(c.pages) {
			return nil
		}
		for _, terms := range [][]int32{last.pages[doc].terms, p.terms} {
			for _, t := range terms {
				dirty[t] = true
			}
		}
	}
	return dirty
}

// count says how much there is of each dirty word, and in which languages.
func (c *collection) count(dirty []bool) (sizes []extent, spoken []uint64) {
	rank := c.vocabulary.rank
	sizes, spoken = make([]extent, len(c.vocabulary.order)), make([]uint64, len(c.vocabulary.order))
	last := make([]int, len(sizes))
	for doc, p := range c.pages {
		set := langSet(c.lang[doc])
		from := 0
		for i, term := range p.terms {
			size := p.size(i, from)
			from += size
			if dirty != nil && !dirty[term] {
				continue
			}
			id := rank[term]
			sizes[id].postings++
			sizes[id].places += shard.NumberSize(doc-last[id]) + size
			last[id] = doc
			spoken[id] |= set
		}
	}
	return sizes, spoken
}

func (c *collection) scatterPostings(x *inverted, dirty []bool) {
	rank := c.vocabulary.rank
	next := make([]int, len(x.ends))
	for id := range next {
		next[id] = x.begin(id).postings
	}
	for doc, p := range c.pages {
		for i, term := range p.terms {
			if dirty != nil && !dirty[term] {
				continue
			}
			id := rank[term]
			x.postings[next[id]] = posting(doc)<<levelBits | posting(p.levels[i])
			next[id]++
		}
	}
}

func (c *collection) scatterPlaces(x *inverted, dirty []bool) {
	rank := c.vocabulary.rank
	next, last := make([]int, len(x.ends)), make([]int, len(x.ends))
	for id := range next {
		next[id] = x.begin(id).places
	}
	for doc, p := range c.pages {
		from := 0
		for i, term := range p.terms {
			size := p.size(i, from)
			from += size
			if dirty != nil && !dirty[term] {
				continue
			}
			id := rank[term]
			at := len(shard.AppendNumber(x.places[:next[id]], doc-last[id]))
			next[id] = at + copy(x.places[at:], p.places[from-size:from])
			last[id] = doc
		}
	}
}

// words returns the dictionary.
func (x *inverted) words(v *vocabulary) []word {
	list := make([]word, len(x.order))
	for id, t := range x.order {
		from, to := x.begin(id), x.ends[id]
		list[id] = word{
			text:     v.texts[t],
			postings: x.postings[from.postings:to.postings:to.postings],
			places:   x.places[from.places:to.places:to.places],
		}
		list[id].common = tooCommon(list[id].places)
	}
	return list
}
