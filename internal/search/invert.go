package search

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/search/shard"
)

// inverted is what each page says about its words turned into what each word says about
// its documents, in the order of the dictionary. It does not change once it is there.
type inverted struct {
	lists  lists
	words  []word
	spoken []uint64 // in which languages each word occurs
}

func (x *inverted) postings(id int) []byte {
	return x.lists.postings[beginOf(x.words, id).postings:x.words[id].ends.postings]
}

func (x *inverted) places(id int) []byte {
	return x.lists.places[beginOf(x.words, id).places:x.words[id].ends.places]
}

// invert turns the pages that were read around.
func (c *collection) invert(read []*fresh) inverted {
	slices.SortFunc(read, func(a, b *fresh) int { return cmp.Compare(a.doc, b.doc) })
	texts, rank := dictionary(readers(read))
	c.rank = rank
	x := inverted{words: make([]word, len(texts)), spoken: make([]uint64, len(texts))}
	for id, text := range texts {
		x.words[id].text = text
	}
	c.scatter(&x, read, x.measure(read, rank))
	for id := range x.words {
		x.words[id].common = tooCommon(x.places(id))
	}
	return x
}

// readers returns those who read something, each once.
func readers(read []*fresh) (list []*reader) {
	for _, f := range read {
		if !slices.Contains(list, f.reader) {
			list = append(list, f.reader)
		}
	}
	return list
}

// place is where the lists of a word have got to. It is small, so that those of all words
// stay near the processor, and by the numbers of readers: the commonest come first there.
type place struct {
	at     extent
	spoken uint64
	next   int32 // the first document that can follow
	docs   int32
}

// before is the document that was last, 0 for none.
func (p *place) before() int { return max(0, int(p.next)-1) }

// measure finds out where the lists of each word begin and end.
func (x *inverted) measure(read []*fresh, rank []int32) []place {
	places := make([]place, len(x.words))
	for _, f := range read {
		f.each(func(number int32, from, to int) {
			p := &places[number]
			p.docs++
			p.at.postings += postingSize(int(p.next), f.doc)
			p.at.places += shard.NumberSize(f.doc-p.before()) + to - from
			p.next = int32(f.doc) + 1
		})
	}
	for number, p := range places {
		x.words[rank[number]].docs, x.words[rank[number]].ends = p.docs, p.at
	}
	var end extent
	for id := range x.words {
		size := &x.words[id].ends
		end = extent{end.postings + size.postings, end.places + size.places}
		*size = end
	}
	for number := range places {
		places[number] = place{at: beginOf(x.words, int(rank[number]))}
	}
	x.lists = lists{make([]byte, end.postings), make([]byte, end.places)}
	return places
}

// scatter writes the lists, document by document.
func (c *collection) scatter(x *inverted, read []*fresh, places []place) {
	for _, f := range read {
		set := langSet(c.lang[f.doc])
		norms := c.weights.norms(&f.page.length, c.means)
		f.each(func(number int32, from, to int) {
			p := &places[number]
			impact, _ := f.page.impact(f.words, from, &norms)
			p.at.postings = len(appendPosting(x.lists.postings[:p.at.postings], int(p.next), f.doc, level(impact)))
			out := shard.AppendNumber(x.lists.places[:p.at.places], f.doc-p.before())
			p.at.places = len(append(out, f.words[from:to]...))
			p.next = int32(f.doc) + 1
			p.spoken |= set
		})
	}
	for number, p := range places {
		x.spoken[c.rank[number]] = p.spoken
	}
}
