package meaning

import (
	"math"

	"github.com/microleadership/playbook/internal/parallel"
)

// answer is a document that answers for a term, and the share that the term has in it.
type answer struct {
	doc   int32
	share float32
}

// index tells of each term which documents answer for it: its champions, the documents
// with the largest shares.
type index struct {
	all      []answer
	from, to []int32 // of each term, in all
}

func (x *index) answers(term int32) []answer { return x.all[x.from[term]:x.to[term]] }

// newIndex makes the index of the terms that are wanted.
func newIndex(rows []row, wanted []bool) *index {
	terms := len(wanted)
	x := &index{from: make([]int32, terms+1), to: make([]int32, terms+1)}
	for _, r := range rows {
		for _, w := range r.terms {
			if t := w.id(); wanted[t] {
				x.from[t+1]++
			}
		}
	}
	for t := range terms {
		x.from[t+1] += x.from[t]
	}
	x.all = make([]answer, x.from[terms])
	copy(x.to, x.from)
	for d, r := range rows {
		for _, w := range r.terms {
			if t := w.id(); wanted[t] {
				x.all[x.to[t]] = answer{int32(d), w.weight() / r.length}
				x.to[t]++
			}
		}
	}
	parallel.Each(terms, inRow, func() func(int) {
		var list []ranked
		return func(t int) {
			if answers := x.answers(int32(t)); len(answers) > champions {
				list = list[:0]
				for _, a := range answers {
					list = append(list, rank(a.doc, a.share))
				}
				for i, r := range first(list, champions) {
					answers[i] = answer{r.id(), r.weight()}
				}
				x.to[t] = x.from[t] + champions
			}
		}
	})
	return x
}

// finder looks for the nearest documents, one document after the other.
type finder struct {
	index   *index
	near    []float32 // of each document; all 0 between searches
	touched []int32   // the documents that are not 0
	found   podium
}

func newFinder(x *index, docs int) *finder {
	return &finder{index: x, near: make([]float32, docs), touched: make([]int32, budget+1), found: make(podium, 0, neighbours)}
}

// heard returns the terms of a document to whose answers it listens.
func heard(terms []ranked, answers func(term int32) int) []ranked {
	left := budget
	for i, w := range terms {
		if left -= answers(w.id()); left < 0 {
			return terms[:i]
		}
	}
	return terms
}

// nearest returns the documents most like the one with these terms, nearest first, each
// with the cosine between the two times the length of the one that asks, which is
// the same for all. The result holds until the next call.
func (f *finder) nearest(doc int32, terms []ranked) podium {
	n := 0
	near, touched := f.near, f.touched
	for _, w := range terms {
		weight := w.weight()
		for _, a := range f.index.answers(w.id()) {
			before := near[a.doc]
			near[a.doc] = before + float32(weight*a.share)
			touched[n] = a.doc
			n += isZero(before)
		}
	}
	near[doc] = 0 // it is nearest to itself
	f.found = f.found[:0]
	worst := float32(0) // of those found, when there are as many as there may be
	for _, d := range touched[:n] {
		v := near[d]
		near[d] = 0
		if v > 0 && v >= worst {
			f.found.offer(rank(d, v))
			if len(f.found) == cap(f.found) {
				worst = f.found[len(f.found)-1].weight()
			}
		}
	}
	return f.found
}

// isZero returns 1 for 0 and 0 for what is more, without a branch that would be
// foreseen wrongly half of the time.
func isZero(v float32) int { return int((uint64(math.Float32bits(v)) - 1) >> 63) }
