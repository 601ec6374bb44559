package meaning

import "math"

// answer is a document that answers for a term, and the share that the term has in it.
type answer struct {
	doc   int32
	share float32
}

// index tells of each term which documents answer for it: its champions, the documents
// with the largest shares.
type index [][]answer

func newIndex(terms int, rows []row) index {
	ends := make([]int, terms+1)
	for _, r := range rows {
		for _, w := range r.terms {
			ends[w.id()+1]++
		}
	}
	for t := range terms {
		ends[t+1] += ends[t]
	}
	all, at := make([]answer, ends[terms]), ends[:terms]
	x := make(index, terms)
	for t := range x {
		x[t] = all[at[t]:at[t]:ends[t+1]]
	}
	for d, r := range rows {
		for _, w := range r.terms {
			x[w.id()] = append(x[w.id()], answer{int32(d), w.weight() / r.length})
		}
	}
	each(terms, func() func(int) {
		var list []ranked
		return func(t int) {
			if len(x[t]) > champions {
				list = list[:0]
				for _, a := range x[t] {
					list = append(list, rank(a.doc, a.share))
				}
				x[t] = x[t][:0]
				for _, r := range first(list, champions) {
					x[t] = append(x[t], answer{r.id(), r.weight()})
				}
			}
		}
	})
	return x
}

// finder looks for the nearest documents, one document after the other.
type finder struct {
	index   index
	near    []float32 // of each document; all 0 between searches
	touched []int32   // the documents that are not 0
	found   podium
}

func newFinder(x index, docs int) *finder {
	return &finder{index: x, near: make([]float32, docs), touched: make([]int32, budget+1), found: make(podium, 0, neighbours)}
}

// nearest returns the documents most like the one with these terms, nearest first, each
// with the cosine between the two times the length of the one that asks, which is
// the same for all. The result holds until the next call.
func (f *finder) nearest(doc int32, terms []ranked) podium {
	left, n := budget, 0
	near, touched := f.near, f.touched
	for _, w := range terms {
		answers := f.index[w.id()]
		if left -= len(answers); left < 0 {
			break
		}
		weight := w.weight()
		for _, a := range answers {
			before := near[a.doc]
			near[a.doc] = before + float32(weight*a.share)
			touched[n] = a.doc
			n += isZero(before)
		}
	}
	near[doc] = 0 // it is nearest to itself
	f.found = f.found[:0]
	for _, d := range touched[:n] {
		if v := near[d]; v > 0 {
			f.found.offer(rank(d, v))
			near[d] = 0
		}
	}
	return f.found
}

// isZero returns 1 for 0 and 0 for what is more, without a branch that would be
// foreseen wrongly half of the time.
func isZero(v float32) int { return int((uint64(math.Float32bits(v)) - 1) >> 63) }
