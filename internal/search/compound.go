package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/search/words"
)

// addParts lets a compound that a language writes together be found by its parts:
// a page about the Teambesprechung has the Besprechung too, for less.
func (c *collection) addParts(list []word) {
	if !c.compound {
		return
	}
	wholes := map[int][]int{} // of each part
	for id := range list {
		if c.writesTogether(id) {
			for _, part := range words.Parts(list[id].text, c.knows) {
				to, _ := c.id(part)
				wholes[to] = append(wholes[to], id)
			}
		}
	}
	impacts := c.impacts(list, wholes)
	for part, ids := range wholes {
		// What a part has of its own; what it gets from others is not passed on.
		hits := impacts[part]
		for _, id := range ids {
			hits = merge(hits, impacts[id], float32(c.weights.part))
		}
		list[part].postings = postings(hits)
	}
}

func (c *collection) knows(text string) bool {
	_, ok := c.vocabulary.numbers[text]
	return ok
}

func (c *collection) writesTogether(id int) bool {
	for i, lang := range c.langs[:min(len(c.langs), maxLangs)] {
		if c.spoken[id]&(1<<i) != 0 && words.Compounds(lang) {
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

func postings(hits []hit) []posting {
	list := make([]posting, len(hits))
	for i, h := range hits {
		list[i] = newPosting(h.doc, h.impact)
	}
	return list
}

// impacts returns where parts and the words that they are parts of occur.
func (c *collection) impacts(list []word, wholes map[int][]int) map[int][]hit {
	found := map[int][]hit{}
	for part, ids := range wholes {
		found[part] = make([]hit, 0, len(list[part].postings))
		for _, id := range ids {
			found[id] = make([]hit, 0, len(list[id].postings))
		}
	}
	for doc, p := range c.pages {
		norms := c.weights.norms(p.length, c.means)
		at := 0
		for i, term := range p.terms {
			id := int(c.vocabulary.rank[term])
			if hits, ok := found[id]; ok {
				found[id] = append(hits, hit{doc, p.impact(at, &norms)})
			}
			at += p.size(i, at)
		}
	}
	return found
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
