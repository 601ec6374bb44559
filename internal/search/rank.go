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
	has   []bool    // of each document: the slot is filled by a word that it has, not only means
}

// rank scores every document that has any word of the query:
//
//	(Σ slots value + Σ neighbours value) · (1 - coverage + coverage · worth of filled slots / worth of all)
//
// The value of a slot is that of its best alternative, in BM25F: weight · idf · tf
// · (saturation + 1) / (saturation + tf), where tf sums count · impact over the forms, or is a small constant where a
// document means the word without having it. Stop words
// are looked for only where the query has nothing else.
func (x *Index) rank(r request) ranked {
	out := ranked{request: r, stop: len(r.slots) > 0 && !slices.ContainsFunc(r.slots, func(s slot) bool { return !s.stop && !s.whole })}
	asked := slices.Clone(r.slots)
	if !out.stop {
		asked = slices.DeleteFunc(asked, func(s slot) bool { return s.stop })
	}
	for _, s := range x.takeApart(asked) {
		if alts := x.fillings(s); len(alts.alts) > 0 {
			out.fillings = append(out.fillings, x.fill(s, alts))
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
	for d := range x.cards {
		if !allowed(d) {
			continue
		}
		sum, covered := near[d], 0.0
		for _, f := range r.fillings {
			sum += f.value[d]
			if f.has[d] {
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
func (x *Index) fill(s slot, alts filling) filled {
	f := filled{slot: s, filling: alts, value: make([]float64, len(x.cards)), has: make([]bool, len(x.cards))}
	tf := make([]float64, len(x.cards))
	typing := x.typing(alts)
	for i, a := range f.alts {
		docs, n := x.frequencies(a.forms, tf)
		tells := idf(len(x.cards), n)
		if a.typing {
			tells = typing
		}
		scale := float64(s.times) * a.weight * tells
		if i == 0 {
			f.worth = scale
		}
		for j, d := range docs {
			f.value[d] = max(f.value[d], scale*x.saturate(tf[d]))
			f.has[d] = f.has[d] || j < n
			tf[d] = 0
		}
	}
	return f
}

// typing is how much an unfinished word tells: as much as all that it may become
// taken together. Had each completion its own worth, the rarest would win.
func (x *Index) typing(f filling) float64 {
	n := 0
	for _, a := range f.alts {
		if a.typing {
			for _, form := range a.forms {
				n += x.frequency(form.id)
			}
		}
	}
	return idf(len(x.cards), min(n, len(x.cards)))
}

// frequencies adds up the weighted occurrences of forms in tf, which is all 0, and
// returns the documents that have any: first the n that have a form, then those that
// only mean it.
func (x *Index) frequencies(forms []form, tf []float64) (docs []int, n int) {
	for _, form := range forms {
		for doc, level := range eachPosting(x.postings(form.id)) {
			if tf[doc] == 0 {
				docs = append(docs, doc)
			}
			tf[doc] += float64(form.count * impacts[level])
		}
	}
	n = len(docs)
	for _, form := range forms {
		for _, d := range x.meant.of(form.id) {
			if tf[d] == 0 {
				docs = append(docs, int(d))
				tf[d] = x.weights.meant
			}
		}
	}
	return docs, n
}

func (x *Index) saturate(tf float64) float64 {
	return tf * (x.weights.saturation + 1) / (x.weights.saturation + tf)
}
