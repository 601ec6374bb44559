package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/search/words"
)

// compounds lets a compound that a language writes together be found by its parts:
// a page about the Teambesprechung has the Besprechung too, for less. It returns the
// postings of all parts.
func (c *collection) compounds() map[int]part {
	if !c.compound {
		return nil
	}
	wholes := map[int][]int{} // of each part
	for id := range c.inverted.words {
		if c.writesTogether(id) {
			for _, part := range words.Parts(c.inverted.words[id].text, c.knows) {
				to, _ := c.id(part)
				wholes[to] = append(wholes[to], id)
			}
		}
	}
	found := map[int][]hit{} // of words, as far as they were asked for
	hits := func(id int) []hit {
		list, ok := found[id]
		if !ok {
			list = c.hits(id)
			found[id] = list
		}
		return list
	}
	parts := make(map[int]part, len(wholes))
	for to, ids := range wholes {
		// What a part has of its own; what it gets from others is not passed on.
		list := hits(to)
		for _, id := range ids {
			list = merge(list, hits(id), float32(c.weights.part))
		}
		parts[to] = newPart(list)
	}
	return parts
}

func (c *collection) knows(text string) bool {
	_, ok := c.id(text)
	return ok
}

func (c *collection) writesTogether(id int) bool {
	for i, lang := range c.langs[:min(len(c.langs), maxLangs)] {
		if c.speaks(id, i) && words.Compounds(lang) {
			return true
		}
	}
	return false
}

// hit is a document with an impact that is not yet a level.
type hit struct {
	doc    int
	impact float32
}

func newPart(hits []hit) part {
	p := part{docs: len(hits)}
	next := 0
	for _, h := range hits {
		p.postings = appendPosting(p.postings, next, h.doc, level(h.impact))
		next = h.doc + 1
	}
	return p
}

// hits returns where a word occurs.
func (c *collection) hits(id int) []hit {
	list := make([]hit, 0, c.inverted.words[id].docs)
	for at := newCursor(&c.inverted, id); at.next(nil); {
		p := c.pages[at.doc]
		norms := c.weights.norms(&p.length, c.means)
		impact, _ := p.impact(at.lists.places, at.positions, &norms)
		list = append(list, hit{at.doc, impact})
	}
	return list
}

// merge adds a share of the impacts of b to those of a. Both are in order of document.
func merge(a, b []hit, share float32) []hit {
	out := make([]hit, 0, len(a)+len(b))
	for _, h := range b {
		for len(a) > 0 && a[0].doc < h.doc {
			out, a = append(out, a[0]), a[1:]
		}
		h.impact *= share
		if len(a) > 0 && a[0].doc == h.doc {
			h.impact, a = a[0].impact+h.impact, a[1:]
		}
		out = append(out, h)
	}
	return append(out, a...)
}

// takeApart replaces unknown words that two known ones make up by these, where the
// playbook has a language that writes them together: who asks for the
// Teambesprechung finds the "Besprechung im Team".
func (x *Index) takeApart(slots []slot) []slot {
	if !x.compound {
		return slots
	}
	var out []slot
	for _, s := range slots {
		parts := x.parts(s)
		if parts == nil {
			out = append(out, s)
		}
		for _, part := range parts {
			if !slices.ContainsFunc(slots, func(o slot) bool { return o.term == part }) {
				p := s
				p.term, p.prefix = part, false
				out = append(out, p)
			}
		}
	}
	return out
}

func (x *Index) parts(s slot) []string {
	if _, known := x.id(s.term); known || s.whole || s.prefix && x.completions(s.term, false) != nil || x.relatives(s.term, s.prefix) != nil {
		return nil
	}
	return words.Parts(s.term, func(text string) bool {
		_, ok := x.id(text)
		return ok
	})
}
