package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/search/words"
)

// addParts lets a compound that a language writes together be found by its parts:
// a page about the Teambesprechung has the Besprechung too, for less.
func (b *builder) addParts() {
	if !b.compound {
		return
	}
	known := func(text string) bool {
		_, ok := b.ids[text]
		return ok
	}
	type addition struct {
		id   int
		hits []hit
	}
	var additions []addition // found first, made after: a part of a part must not count twice
	for _, t := range b.terms {
		if !b.writesTogether(t) {
			continue
		}
		for _, part := range words.Parts(t.text, known) {
			hits := make([]hit, len(t.hits))
			for i, h := range t.hits {
				hits[i] = hit{h.doc, h.impact * float32(b.weights.part)}
			}
			additions = append(additions, addition{b.ids[part], hits})
		}
	}
	for _, a := range additions {
		b.terms[a.id].hits = merge(b.terms[a.id].hits, a.hits)
	}
}

func (b *builder) writesTogether(t *term) bool {
	for i, lang := range b.langs[:min(len(b.langs), maxLangs)] {
		if t.langs&(1<<i) != 0 && words.Compounds(lang) {
			return true
		}
	}
	return false
}

// merge adds up two lists of hits that are in order of document.
func merge(a, b []hit) []hit {
	out := make([]hit, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].doc < b[0].doc:
			out, a = append(out, a[0]), a[1:]
		case a[0].doc > b[0].doc:
			out, b = append(out, b[0]), b[1:]
		default:
			out = append(out, hit{a[0].doc, a[0].impact + b[0].impact})
			a, b = a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
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
	if _, known := x.ids[s.term]; known || s.whole || s.prefix && x.completions(s.term, false) != nil || x.relatives(s.term, s.prefix) != nil {
		return nil
	}
	return words.Parts(s.term, func(text string) bool {
		_, ok := x.ids[text]
		return ok
	})
}
