package meaning

import (
	"math"
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

// row is a document as its neighbours see it.
type row struct {
	terms  []ranked // the strongest, by strength
	length float32  // Euclidean, of all: long documents are not nearer for having more words
}

// makeRows makes the rows of the documents of a list.
func makeRows(rows []row, docs [][]Weight, list []int32) {
	parallel.Each(len(list), inRow, func() func(int) {
		var terms []ranked
		return func(i int) {
			d := list[i]
			terms = terms[:0]
			square := 0.0
			for _, w := range docs[d] {
				terms = append(terms, rank(w.Term, w.Weight))
				square += float64(float64(w.Weight) * float64(w.Weight))
			}
			best := first(terms, strongest)
			slices.Sort(best)
			rows[d] = row{slices.Clone(best), float32(math.Sqrt(square))}
		}
	})
}

// counts says of each term how many documents answer for it.
func counts(terms int, rows []row) []int32 {
	n := make([]int32, terms)
	for _, r := range rows {
		for _, w := range r.terms {
			if n[w.id()] < champions {
				n[w.id()]++
			}
		}
	}
	return n
}

// mark marks the terms of a row.
func (r row) mark(terms []bool) {
	for _, w := range r.terms {
		terms[w.id()] = true
	}
}

// inRow is how many rows one processor takes at a time.
const inRow = 64
