package meaning

import (
	"math"
	"slices"
)

// row is a document as its neighbours see it.
type row struct {
	terms  []ranked // the strongest that are useful, by strength
	length float32  // Euclidean, of all that are useful: long documents are not nearer for having more words
}

func newRows(terms int, docs [][]Weight) []row {
	df := make([]int32, terms)
	for _, doc := range docs {
		for _, w := range doc {
			df[w.Term]++
		}
	}
	rows := make([]row, len(docs))
	each(len(docs), func() func(int) {
		var list []ranked
		return func(d int) {
			list = list[:0]
			square := 0.0
			for _, w := range docs[d] {
				if n := int(df[w.Term]); n >= 2 && 2*n <= len(docs) {
					list = append(list, rank(w.Term, w.Weight))
					square += float64(float64(w.Weight) * float64(w.Weight))
				}
			}
			best := first(list, strongest)
			slices.Sort(best)
			rows[d] = row{slices.Clone(best), float32(math.Sqrt(square))}
		}
	})
	return rows
}
