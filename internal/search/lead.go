package search

import (
	"slices"
	"strconv"

	"github.com/microleadership/playbook/internal/parallel"
)

// A word leads to pages: those that go by it, in a title, alias or ask, and those that it
// says most about. In a playbook of many shards the shard of a word has of these what a
// result shows, with the passage for that word. What readers ask for is mostly among them, so
// the results need nothing more than the shards of the words of the query.

const (
	// maxGoingBy is how many pages that go by a word it leads to, those that it says most about.
	maxGoingBy = 40
	// foremost is how many it leads to in any case.
	foremost = 8
	// maxNames is by how many different words a page may go: the first of its title, aliases and asks.
	maxNames = 256
)

// addLeads adds to an index where its words lead to.
func (x *Index) addLeads(c *collection) {
	x.leads = leads{rows: x.leading(c)}
	x.leads.choose(x)
}

// leads are the documents that families lead to, and of each what is shown.
type leads struct {
	rows
	chosen []chosen
}

// find returns which of all leads is that of a family to a document.
func (l *leads) find(family int32, doc int) (i int, ok bool) {
	if int(family) >= len(l.ends) { // the layout has parted it from another
		return 0, false
	}
	list := l.of(int(family))
	i, ok = slices.BinarySearch(list, int32(doc))
	return int(l.ends[family]) - len(list) + i, ok
}

// leading finds out where words lead to: of each family that some page goes by, the documents,
// ascending.
func (x *Index) leading(c *collection) rows {
	goingBy := x.goingBy(c)
	lists := make([][]int32, len(x.families))
	parallel.Each(len(lists), 16*inRow, func() func(int) {
		says := make([]float64, len(x.cards))
		var docs []int32
		return func(family int) {
			by := goingBy.of(family)
			if len(by) == 0 {
				return
			}
			docs = docs[:0]
			for _, id := range x.members(family) {
				for doc, level := range eachPosting(x.postings(int(id))) {
					if x.cards[doc].brief == 0 {
						continue
					}
					if says[doc] == 0 {
						docs = append(docs, int32(doc))
					}
					says[doc] += impacts[level]
				}
			}
			lists[family] = best(docs, by, says)
			for _, doc := range docs {
				says[doc] = 0
			}
		}
	})
	var out rows
	for _, list := range lists {
		out.all = append(out.all, list...)
		out.ends = append(out.ends, int32(len(out.all)))
	}
	return out
}

// best returns the documents that a word says most about, and those that go by it, ascending.
func best(docs, goingBy []int32, says []float64) []int32 {
	order := func(a, b int32) int {
		switch {
		case says[a] > says[b]:
			return -1
		case says[a] < says[b]:
			return 1
		}
		return int(a - b)
	}
	list := append(first(docs, foremost, order), first(goingBy, maxGoingBy, order)...)
	slices.Sort(list)
	return slices.Compact(list)
}

// first returns the first n of a list by an order.
func first(list []int32, n int, order func(a, b int32) int) []int32 {
	out := make([]int32, 0, n+1)
	for _, v := range list {
		if len(out) == n && order(v, out[n-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, v, order)
		if out = slices.Insert(out, at, v); len(out) > n {
			out = out[:n]
		}
	}
	return out
}

// goingBy returns, of each family, the documents that go by it, ascending.
func (x *Index) goingBy(c *collection) rows {
	stops := c.stops(x.stop)
	last := make([]int32, len(x.families)) // document of each, and one
	return gathered(len(x.families), func(yield func(family, doc int32)) {
		clear(last)
		for doc := range int32(len(c.pages)) {
			if x.cards[doc].brief == 0 {
				continue
			}
			names := 0
			for _, n := range c.titles.of(int(doc)) {
				if family := x.kin[n.term]; names < maxNames && !stops[n.term] && last[family] != doc+1 {
					last[family] = doc + 1
					names++
					yield(family, doc)
				}
			}
		}
	})
}

// lead is a page as a word leads to it: a document of which the text is one passage.
type lead struct {
	Document
	section int // which of its headings the passage is under, -1 for none
}

// lead returns one of all leads, which is of a family.
func (x *Index) lead(i int, family int32) lead {
	d, rest := x.cards[x.leads.all[i]].facts()
	all, body := d.Summary, d.Body
	d.Summary, d.Body = "", ""
	l := lead{d, -1}
	c := &x.leads.chosen[i]
	l.pick(c, rest)
	switch c.from {
	case summary:
		l.Summary = all
	case sentence:
		if l.Body = body[c.begin:c.end]; c.long {
			l.Body = x.wants(family).cut(l.Body).Text
		}
	}
	return l
}

// pick takes the headings and the name that were chosen.
func (l *lead) pick(c *chosen, rest packed) {
	if c.headings == 0 && c.section < 0 && c.from != named {
		return
	}
	for n := range rest.count() {
		h := Heading{rest.text(), rest.text()}
		if n == int(c.section) {
			l.section = len(l.Headings)
		}
		if n == int(c.section) || c.hasHeading(n) {
			l.Headings = append(l.Headings, h)
		}
	}
	for n := range rest.count() {
		if text := rest.text(); c.from == named && n == int(c.name) {
			l.Aliases = []string{text}
		}
	}
}

// wants is what is wanted where only the words of a family are.
func (x *Index) wants(family int32) wanted {
	w := wanted{slots: map[string][]int{}, worth: []float64{1}, all: 1}
	for _, id := range x.members(int(family)) {
		w.slots[x.words[id].text] = []int{0}
	}
	return w
}

// appendLeads writes the leads of the words of a shard as a JSON list: which word of it the
// first of the family is, the document, the section, and what is shown.
func (x *Index) appendLeads(out []byte, from, to int) []byte {
	out = append(out, '[')
	begin := len(out)
	for id := from; id < to; id++ {
		family := int(x.kin[id])
		if family >= len(x.leads.ends) || int(x.members(family)[0]) != id {
			continue
		}
		docs := x.leads.of(family)
		for i := range docs {
			if len(out) > begin {
				out = append(out, ',')
			}
			out = append(out, '[')
			l := x.lead(int(x.leads.ends[family])-len(docs)+i, int32(family))
			for _, n := range []int{id - from, int(docs[i]), l.section} {
				out = append(strconv.AppendInt(out, int64(n), 10), ',')
			}
			out = append(appendShown(append(out, '['), &l.Document), "]]"...)
		}
	}
	return append(out, ']')
}
