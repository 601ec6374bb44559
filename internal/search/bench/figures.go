package main

import (
	"fmt"
	"io"
	"math"
)

// cutoff is how many results are looked at: what a reader sees without scrolling far.
const cutoff = 10

// figures are sums over queries.
type figures struct {
	queries, empty     int
	ndcg, rank, recall float64
}

// add counts the answer to one query, which has relevant documents.
func (f *figures) add(found []string, relevant map[string]bool) {
	f.queries++
	if len(found) == 0 {
		f.empty++
	}
	gain, ideal, hits := 0.0, 0.0, 0
	for i := range cutoff {
		discount := 1 / math.Log2(float64(i)+2)
		if i < len(relevant) {
			ideal += discount
		}
		if i < len(found) && relevant[found[i]] {
			if hits == 0 {
				f.rank += 1 / float64(i+1)
			}
			gain += discount
			hits++
		}
	}
	f.ndcg += gain / ideal
	f.recall += float64(hits) / float64(len(relevant))
}

func (f *figures) print(out io.Writer, suffix string) {
	n := float64(max(1, f.queries))
	fmt.Fprintf(out, "ndcg10%s %.4f\n", suffix, f.ndcg/n)
	fmt.Fprintf(out, "mrr10%s %.4f\n", suffix, f.rank/n)
	fmt.Fprintf(out, "recall10%s %.4f\n", suffix, f.recall/n)
	fmt.Fprintf(out, "empty%s %d\n", suffix, f.empty)
}
