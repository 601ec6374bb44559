package meaning

import "slices"

// lender chooses what a document borrows, one document after the other.
type lender struct {
	rows    []row
	worth   []float32 // of each term; all 0 between documents
	touched []int32   // the terms that are not 0
	chosen  best
}

func newLender(terms int, rows []row) *lender {
	return &lender{rows: rows, worth: make([]float32, terms), chosen: make(best, 0, borrowed)}
}

// to returns the terms that the neighbours have and the document has not, those first
// that say most about most of the nearest.
func (l *lender) to(doc []Weight, neighbours best) []int32 {
	for _, n := range neighbours {
		for _, w := range l.rows[n.id()].terms {
			t := w.id()
			if l.worth[t] == 0 {
				l.touched = append(l.touched, t)
			}
			l.worth[t] += float32(n.weight() * w.weight())
		}
	}
	for _, w := range doc {
		l.worth[w.Term] = 0
	}
	l.chosen = l.chosen[:0]
	for _, t := range l.touched {
		if worth := l.worth[t]; worth > 0 {
			l.chosen.offer(rank(t, worth))
			l.worth[t] = 0
		}
	}
	l.touched = l.touched[:0]
	return ids(l.chosen)
}

// ids returns the ids of a list, ascending.
func ids(list best) []int32 {
	if len(list) == 0 {
		return nil
	}
	out := make([]int32, len(list))
	for i, r := range list {
		out[i] = r.id()
	}
	slices.Sort(out)
	return out
}
