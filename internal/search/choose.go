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

// choose chooses all passages.
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
	parallel.Each(len(l.ends), 16*inRow, func() func(int) {
		c := chooser{stop: stop}
		return func(family int) {
			docs := l.of(family)
			c.word = c.word[:0]
			for _, id := range x.members(family) {
				c.word = append(c.word, sums[id])
			}
			for i, doc := range docs {
				at := int(l.ends[family]) - len(docs) + i
				l.chosen[at] = c.choose(&x.cards[doc])
				l.chosen[at].family = int32(family)
			}
		}
	})
}

// chooser chooses passages, one after the other.
type chooser struct {
	stop   map[uint32]bool
	word   []uint32 // sums of the forms of the word
	piece  []uint32 // sums of the piece that is looked at
	goesBy []uint32 // of the words that the page goes by
}

// choose chooses a page's passage for a word. Of the pieces that have it, it is the one with
// most of the words that the page goes by: these are asked for together.
func (c *chooser) choose(card *card) chosen {
	d, p := card.document(), pieces(card.sums)
	out := chosen{section: -1}
	next := func() bool {
		c.piece = p.next(c.piece[:0])
		return c.has()
	}
	next()
	c.goesBy = append(c.goesBy[:0], c.piece...)
	for i := range d.Aliases {
		if next() && out.from == nowhere {
			out.from, out.number = name, int32(i)
		}
		c.goesBy = append(c.goesBy, c.piece...)
	}
	c.tidy()
	most := 0
	if next() {
		out.from, most = summary, c.together()
	}
	for i := range d.Headings {
		if next() && i < 64 {
			out.headings |= 1 << i
		}
	}
	for first := true; p != ""; first = false {
		begin, end := p.sentence()
		better := false
		if next() {
			if n := c.together(); n > most {
				most, better = n, true
			}
		}
		if better || first && out.from == nowhere && d.Summary == "" {
			out.from, out.begin, out.end, out.long = sentence, begin, end, len(c.piece) > maxPassage
		}
	}
	if out.from == nowhere && d.Summary != "" {
		out.from = summary
	}
	if out.from == sentence && len(d.Headings) > 0 {
		out.section = int32(section(locate(d.Body, d.Headings), int(out.begin)))
	}
	return out
}

// has says whether the piece has the word.
func (c *chooser) has() bool {
	for _, sum := range c.word {
		if slices.Contains(c.piece, sum) {
			return true
		}
	}
	return false
}

// together is how many of the words that the page goes by the piece has, and one.
func (c *chooser) together() int {
	n := 1
	for _, sum := range c.goesBy {
		if slices.Contains(c.piece, sum) {
			n++
		}
	}
	return n
}

// tidy leaves of the words that the page goes by each once, and none that says little.
func (c *chooser) tidy() {
	c.goesBy = slices.DeleteFunc(c.goesBy, func(sum uint32) bool { return c.stop[sum] })
	slices.Sort(c.goesBy)
	c.goesBy = slices.Compact(c.goesBy)
}
