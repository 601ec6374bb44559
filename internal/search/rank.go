package search

import (
	"cmp"
	"slices"
)

// ranked is the answer to a query before passages are looked for.
type ranked struct {
	request
	fillings []filled
	matches  []match // best first
	stop     bool    // nothing but stop words was asked for
}

// match is a document with its score.
type match struct {
	doc   int
	score float64
}

// filled is a slot with what it found.
type filled struct {
	slot
	filling
	worth float64   // what the word tells: its share in coverage and passages
	value []float64 // of each document: what the slot adds to its score, 0 where it is not filled
}

// rank scores every document that has any word of the query:
//
//	(Σ slots value + Σ neighbours value) · (1 - coverage + coverage · worth of filled slots / worth of all)
//
// The value of a slot is that of its best alternative, in BM25F: weight · idf · tf
// / (saturation + tf), where tf sums count · impact over the forms. Stop words
// only count where there is nothing else.
func (x *Index) rank(r request) ranked {
	out := ranked{request: r, stop: !slices.ContainsFunc(r.slots, func(s slot) bool { return !s.stop })}
	for _, s := range x.takeApart(r.slots) {
		if s.stop && !out.stop {
			continue
		}
		if f := x.fill(s); len(f.alts) > 0 {
			out.fillings = append(out.fillings, f)
		}
	}
	out.matches = x.matching(out)
	slices.SortFunc(out.matches, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
	})
	return out
}

// matching returns the documents that the query allows, with their scores. A query
// that only excludes and filters is answered by all that are left.
func (x *Index) matching(r ranked) []match {
	allowed := x.allowed(r.request)
	near := x.neighbours(r.fillings)
	all := 0.0
	for _, f := range r.fillings {
		all += f.worth
	}
	browse := len(r.slots) == 0 && (len(r.without) > 0 || len(r.filters) > 0)
	var matches []match
	for d := range x.docs {
		if !allowed(d) {
			continue
		}
		sum, covered := near[d], 0.0
		for _, f := range r.fillings {
			if v := f.value[d]; v > 0 {
				sum += v
				covered += f.worth
			}
		}
		if sum > 0 {
			c := x.weights.coverage
			sum *= 1 - c + float64(c*covered/all)
		}
		if sum > 0 || browse {
			matches = append(matches, match{d, sum})
		}
	}
	return matches
}

// fill looks a slot up.
func (x *Index) fill(s slot) filled {
	f := filled{slot: s, filling: x.fillings(s), value: make([]float64, len(x.docs))}
	tf := make([]float64, len(x.docs))
	for i, a := range f.alts {
		docs := x.frequencies(a, tf)
		scale := float64(s.times) * a.weight * idf(len(x.docs), len(docs))
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
		for _, p := range x.words[form.id].postings {
			if tf[p.doc] == 0 {
				docs = append(docs, p.doc)
			}
			tf[p.doc] += float64(form.count * impacts[p.level])
		}
	}
	return docs
}

func (x *Index) saturate(tf float64) float64 {
	return tf * (x.weights.saturation + 1) / (x.weights.saturation + tf)
}
