package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

// chosen is the passage that a page shows to a word that leads to it, and where that is.
type chosen struct {
	headings   uint64 // which of the first of the page have the word
	begin, end uint32 // of the sentence in the body
	family     int32
	section    int32 // the heading that the sentence is under, -1 for none
	number     int32 // of the name
	from       origin
	long       bool // the sentence is too long to be shown whole
}

// origin is where a passage comes from.
type origin uint8

const (
	nowhere origin = iota
	summary
	name
	sentence
)

func (c *chosen) hasHeading(n int) bool { return n < 64 && c.headings&(1<<n) != 0 }

// choose chooses all passages, page by page.
func (l *leads) choose(x *Index) {
	sums := make([]uint32, len(x.words))
	for id, w := range x.words {
		sums[id] = wordSum(w.text)
	}
	stop := make(map[uint32]bool, len(x.stop))
	for word := range x.stop {
		stop[wordSum(word)] = true
	}
	l.chosen = make([]chosen, len(l.all))
	for family := range l.ends {
		for i := int(l.ends[family]) - len(l.of(family)); i < int(l.ends[family]); i++ {
			l.chosen[i].family = int32(family)
		}
	}
	pages := l.byPage(len(x.cards))
	parallel.Each(len(x.cards), inRow, func() func(int) {
		c := chooser{stop: stop}
		return func(doc int) {
			if len(pages.of(doc)) == 0 {
				return
			}
			c.read(&x.cards[doc])
			for _, i := range pages.of(doc) {
				family := l.chosen[i].family
				c.word = c.word[:0]
				for _, id := range x.members(int(family)) {
					c.word = append(c.word, sums[id])
				}
				l.chosen[i] = c.choose()
				l.chosen[i].family = family
			}
		}
	})
}

// byPage returns, of each page, which of all leads are to it.
func (l *leads) byPage(pages int) rows {
	return gathered(pages, func(yield func(doc, i int32)) {
		for i, doc := range l.all {
			yield(doc, int32(i))
		}
	})
}

// chooser chooses passages of a page, one after the other.
type chooser struct {
	stop      map[uint32]bool
	document  Document
	places    []int    // of the headings in the body
	sums      []uint32 // of the words of all pieces
	names     []snippet
	summary   snippet
	headings  []snippet
	sentences []snippet
	word      []uint32 // sums of the forms of the word
}

// snippet is a piece of the page.
type snippet struct {
	sums       []uint32 // of its words
	begin, end uint32   // in the body
	together   int      // how many of the words that the page goes by it has, and one
}

// read takes a page apart.
func (c *chooser) read(card *card) {
	c.document = card.document()
	c.places = nil
	if len(c.document.Headings) > 0 {
		c.places = locate(c.document.Body, c.document.Headings)
	}
	c.sums = slices.Grow(c.sums[:0], len(card.sums)/4) // so that pieces stay where they are
	p := pieces(card.sums)
	next := func() snippet {
		from := len(c.sums)
		c.sums = p.next(c.sums)
		return snippet{sums: c.sums[from:]}
	}
	next()
	c.names, c.headings, c.sentences = c.names[:0], c.headings[:0], c.sentences[:0]
	for range c.document.Aliases {
		c.names = append(c.names, next())
	}
	goesBy := c.tidy(c.sums)
	weighed := func(p snippet) snippet {
		p.together = 1
		for _, sum := range goesBy {
			if slices.Contains(p.sums, sum) {
				p.together++
			}
		}
		return p
	}
	c.summary = weighed(next())
	for range c.document.Headings {
		c.headings = append(c.headings, next())
	}
	for p != "" {
		begin, end := p.sentence()
		s := weighed(next())
		s.begin, s.end = begin, end
		c.sentences = append(c.sentences, s)
	}
}

// tidy returns each of the words that a page goes by once, and none that says little.
func (c *chooser) tidy(sums []uint32) []uint32 {
	list := slices.DeleteFunc(slices.Clone(sums), func(sum uint32) bool { return c.stop[sum] })
	slices.Sort(list)
	return slices.Compact(list)
}

// choose chooses the passage for a word. Of the pieces that have it, it is the one with
// most of the words that the page goes by: these are asked for together.
func (c *chooser) choose() chosen {
	out := chosen{section: -1}
	for i, h := range c.headings[:min(len(c.headings), 64)] {
		if c.in(h) {
			out.headings |= 1 << i
		}
	}
	most := 0
	if c.in(c.summary) {
		out.from, most = summary, c.summary.together
	}
	for _, s := range c.sentences {
		if s.together > most && c.in(s) {
			most = s.together
			out.quote(s)
		}
	}
	if out.from == nowhere {
		c.fallBack(&out)
	}
	if out.from == sentence {
		out.section = int32(section(c.places, int(out.begin)))
	}
	return out
}

// fallBack chooses where neither the summary nor a sentence has the word.
func (c *chooser) fallBack(out *chosen) {
	i := slices.IndexFunc(c.names, c.in)
	switch {
	case i >= 0:
		out.from, out.number = name, int32(i)
	case c.document.Summary != "":
		out.from = summary
	case len(c.sentences) > 0:
		out.quote(c.sentences[0])
	}
}

// quote chooses a sentence.
func (c *chosen) quote(s snippet) {
	c.from, c.begin, c.end, c.long = sentence, s.begin, s.end, len(s.sums) > maxPassage
}

// in says whether a piece has the word.
func (c *chooser) in(p snippet) bool {
	for _, sum := range c.word {
		if slices.Contains(p.sums, sum) {
			return true
		}
	}
	return false
}
