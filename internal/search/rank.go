package search

import (
	"cmp"
	"slices"
)

// ranked is the answer to a query before passages are looked for.
type ranked struct {
	slots   []filled
	matches []match // best first
}

// match is a document that fills at least one slot.
type match struct {
	doc   int
	score float64
}

// filled is a slot with what it found.
type filled struct {
	slot
	alts  []alternative
	worth float64   // what the word tells: its share in coverage and passages
	value []float64 // of each document: what the slot adds to its score, 0 where it is not filled
}

// rank scores every document that has any word of the query:
//
//	(Σ slots value + Σ neighbours value) · (1 - coverage + coverage · worth of filled slots / worth of all)
//
// The value of a slot is that of its best alternative, in BM25F: weight · idf · tf
// / (saturation + tf), where tf sums count · field weight / length norm over the occurrences.
func (x *Index) rank(slots []slot) ranked {
	var r ranked
	content := slices.ContainsFunc(slots, func(s slot) bool { return !s.stop })
	for _, s := range slots {
		if f := x.fill(s, content); len(f.alts) > 0 {
			r.slots = append(r.slots, f)
		}
	}
	near := x.neighbours(r.slots)
	all := 0.0
	for _, f := range r.slots {
		all += f.worth
	}
	for d := range x.docs {
		sum, covered := near[d], 0.0
		for i := range r.slots {
			if v := r.slots[i].value[d]; v > 0 {
				sum += v
				covered += r.slots[i].worth
			}
		}
		if sum > 0 {
			c := x.weights.coverage
			r.matches = append(r.matches, match{d, sum * (1 - c + float64(c*covered/all))})
		}
	}
	slices.SortFunc(r.matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
	})
	return r
}

// fill looks a slot up. Stop words count little when there is anything else.
func (x *Index) fill(s slot, content bool) filled {
	f := filled{slot: s, alts: x.expand(s), value: make([]float64, len(x.docs))}
	factor := float64(s.times)
	if s.stop && content {
		factor *= x.weights.stop
	}
	tf := make([]float64, len(x.docs))
	for i, a := range f.alts {
		docs := x.frequencies(a, tf)
		scale := factor * a.weight * idf(len(x.docs), len(docs))
		if i == 0 {
			f.worth = scale
		}
		for _, d := range docs {
			f.value[d] = max(f.value[d], scale*x.saturate(tf[d]))
			tf[d] = 0
		}
	}
	return f
}

// frequencies adds up the weighted occurrences of an alternative in tf, which is
// all 0, and returns the documents that have any.
func (x *Index) frequencies(a alternative, tf []float64) []int {
	var docs []int
	for _, form := range a.forms {
		for _, p := range x.postings[form.id] {
			if tf[p.doc] == 0 {
				docs = append(docs, p.doc)
			}
			f := x.fieldsOf(p.doc)
			for _, position := range p.positions {
				tf[p.doc] += float64(form.count * f.norm(position))
			}
		}
	}
	return docs
}

func (x *Index) saturate(tf float64) float64 {
	return tf * (x.weights.saturation + 1) / (x.weights.saturation + tf)
}

// fieldCursor tells the norm of ascending positions of one document.
type fieldCursor struct {
	spans [fieldCount]int
	norms []float64
	field int
	end   int // of the field, gap included
}

func (x *Index) fieldsOf(doc int) fieldCursor {
	return fieldCursor{spans: x.spans[doc], norms: x.norms[doc*fieldCount:], end: x.spans[doc][0] + gap}
}

func (c *fieldCursor) norm(position int) float64 {
	for position >= c.end {
		c.field++
		c.end += c.spans[c.field] + gap
	}
	return c.norms[c.field]
}
