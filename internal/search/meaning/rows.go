package meaning

import "math"

// row is a document as its neighbours see it.
type row struct {
	terms  best    // the strongest that are useful, by strength
	length float32 // Euclidean, of all that are useful: long documents are not nearer for having more words
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
		list := make(best, 0, strongest)
		return func(d int) {
			list = list[:0]
			square := 0.0
			for _, w := range docs[d] {
				if n := int(df[w.Term]); n >= 2 && 2*n <= len(docs) {
					list.offer(rank(w.Term, w.Weight))
					square += float64(float64(w.Weight) * float64(w.Weight))
				}
			}
			list.sort()
			rows[d] = row{append(best(nil), list...), float32(math.Sqrt(square))}
		}
	})
	return rows
}
