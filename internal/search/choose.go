package search

import (
	"math"
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/words"
)

// Which piece of a page says something of a word is asked for tens of thousands of words and pages. So each page is taken
// apart once, and of its words only sums are compared: two words with one sum would at worst choose
// another sentence of the page than they should, once in millions of times.

const (
	// maxSummed is how many words of a page are looked at, some 40 kB of text: nobody reads further
	// for a word that so many others stand before, and hostile pages have to end.
	maxSummed = 8192
	// maxSentence is how many bytes a sentence may have: longer ones are no sentences, but lists and data.
	maxSentence = 2 << 10
	// maxChosen is how many headings of a page may be shown because they have the word.
	maxChosen = 16
)

// chosen is the passage that a page shows to a word that leads to it, and where that is. There are
// a dozen for each page.
type chosen struct {
	begin, end uint32 // of the sentence in the body
	headings   uint16 // which of the first of the page have the word
	section    int16  // the heading that the sentence is under, -1 for none
	name       int16
	from       origin
	long       bool // the sentence is too long to be shown whole
}

// origin is where a passage comes from.
type origin uint8

const (
	nowhere origin = iota
	absent         // the page has the word only in a longer one, and shows that better from all of its text
	summary
	named
	sentence
)

func (c *chosen) hasHeading(n int) bool { return n < maxChosen && c.headings&(1<<n) != 0 }

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
	families, pages := l.families(), l.byPage(len(x.cards))
	parallel.Each(len(x.cards), inRow, func() func(int) {
		c := newChooser(stop)
		c.compound = x.compound
		return func(doc int) {
			if len(pages.of(doc)) == 0 {
				return
			}
			c.read(&x.cards[doc])
			for _, i := range pages.of(doc) {
				c.word = c.word[:0]
				for _, id := range x.members(int(families[i])) {
					c.word = append(c.word, sums[id])
				}
				l.chosen[i] = c.choose()
			}
		}
	})
	if x.compound {
		l.leaveOut()
	}
}

// leaveOut leaves out the leads of which the passage is absent.
func (l *leads) leaveOut() {
	all, chosen := l.all[:0], l.chosen[:0]
	from := int32(0)
	for family, end := range l.ends {
		for i := from; i < end; i++ {
			if l.chosen[i].from != absent {
				all, chosen = append(all, l.all[i]), append(chosen, l.chosen[i])
			}
		}
		from, l.ends[family] = end, int32(len(all))
	}
	l.all, l.chosen = all, chosen
}

// families returns the family of each of all leads.
func (l *leads) families() []int32 {
	list := make([]int32, 0, len(l.all))
	for family, end := range l.ends {
		for len(list) < int(end) {
			list = append(list, int32(family))
		}
	}
	return list
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
	places    []int // of the headings in the body
	splitter  words.Splitter
	add       func(word []byte, pos int)
	compound  bool     // some language here writes compounds together
	sums      []uint32 // of the words of all pieces
	names     []snippet
	summary   snippet
	headings  []snippet
	sentences []snippet
	goesBy    []uint32 // sums of the words that the page goes by
	word      []uint32 // sums of the forms of the word
}

func newChooser(stop map[uint32]bool) *chooser {
	c := &chooser{stop: stop}
	c.add = func(word []byte, _ int) { c.sums = append(c.sums, wordSum(word)) }
	return c
}

// snippet is a piece of the page.
type snippet struct {
	from, to   int    // of the sums of its words
	begin, end uint32 // in the body
	together   int    // how many of the words that the page goes by it has, and one
}

// read takes a page apart.
func (c *chooser) read(card *card) {
	d := card.document()
	c.document, c.places = d, nil
	if len(d.Headings) > 0 {
		c.places = locate(d.Body, d.Headings)
	}
	c.sums, c.names, c.headings, c.sentences = c.sums[:0], c.names[:0], c.headings[:0], c.sentences[:0]
	c.snippet(d.Title)
	for _, name := range d.Aliases {
		c.names = append(c.names, c.snippet(name))
	}
	c.tidy()
	c.summary = c.weighed(c.snippet(d.Summary))
	for _, h := range d.Headings {
		c.headings = append(c.headings, c.snippet(h.Text))
	}
	for _, r := range words.Sentences(d.Body) {
		if r.End-r.Start > maxSentence {
			continue
		}
		s := c.weighed(c.snippet(d.Body[r.Start:r.End]))
		s.begin, s.end = uint32(r.Start), uint32(r.End)
		if c.sentences = append(c.sentences, s); len(c.sums) >= maxSummed {
			break
		}
	}
}

// snippet reads a piece, if not too much was read before.
func (c *chooser) snippet(text string) snippet {
	from := len(c.sums)
	if from < maxSummed {
		c.splitter.Each(text, c.add)
	}
	return snippet{from: from, to: len(c.sums)}
}

// weighed counts how many of the words that the page goes by a piece has.
func (c *chooser) weighed(s snippet) snippet {
	s.together = 1
	for _, sum := range c.goesBy {
		if slices.Contains(c.sums[s.from:s.to], sum) {
			s.together++
		}
	}
	return s
}

// tidy keeps of what was read so far, title and names, each word once, and none that says little.
func (c *chooser) tidy() {
	c.goesBy = append(c.goesBy[:0], c.sums...)
	c.goesBy = slices.DeleteFunc(c.goesBy, func(sum uint32) bool { return c.stop[sum] })
	slices.Sort(c.goesBy)
	c.goesBy = slices.Compact(c.goesBy)
}

// choose chooses the passage for a word. Of the pieces that have it, it is the one with
// most of the words that the page goes by: these are asked for together.
func (c *chooser) choose() chosen {
	out := chosen{section: -1}
	for i, h := range c.headings[:min(len(c.headings), maxChosen)] {
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
		out.section = c.section(out.begin)
	}
	return out
}

// section returns the heading that a place in the body is under; -1 if there is none, or it is the 32768th.
func (c *chooser) section(at uint32) int16 {
	n := section(c.places, int(at))
	if n > math.MaxInt16 {
		return -1
	}
	return int16(n)
}

// fallBack chooses where neither the summary nor a sentence has the word.
func (c *chooser) fallBack(out *chosen) {
	i := slices.IndexFunc(c.names[:min(len(c.names), math.MaxInt16)], c.in)
	switch {
	case i >= 0:
		out.from, out.name = named, int16(i)
	case c.compound:
		out.from = absent
	case c.document.Summary != "":
		out.from = summary
	case len(c.sentences) > 0:
		out.quote(c.sentences[0])
	}
}

// quote chooses a sentence.
func (c *chosen) quote(s snippet) {
	c.from, c.begin, c.end, c.long = sentence, s.begin, s.end, s.to-s.from > maxPassage || s.from >= maxSummed
}

// in says whether a piece has the word.
func (c *chooser) in(s snippet) bool {
	for _, sum := range c.word {
		if slices.Contains(c.sums[s.from:s.to], sum) {
			return true
		}
	}
	return false
}

// wordSum is FNV-1a.
func wordSum[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}
