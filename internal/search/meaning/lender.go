package meaning

import "slices"

// lender chooses what a document borrows, one document after the other.
type lender struct {
	rows    []row
	worth   []float32 // of each term; all 0 between documents
	touched []int32   // the terms that are not 0
	chosen  podium
}

func newLender(terms int, rows []row) *lender {
	return &lender{rows: rows, worth: make([]float32, terms), touched: make([]int32, neighbours*strongest+1), chosen: make(podium, 0, borrowed)}
}

// to returns the terms that the neighbours have and the document has not, those first
// that say most about most of the nearest.
func (l *lender) to(doc []Weight, nearest []ranked) []int32 {
	n := 0
	worth, touched := l.worth, l.touched
	for _, neighbour := range nearest {
		near := neighbour.weight()
		for _, w := range l.rows[neighbour.id()].terms {
			t := w.id()
			before := worth[t]
			worth[t] = before + float32(near*w.weight())
			touched[n] = t
			n += isZero(before)
		}
	}
	for _, w := range doc {
		worth[w.Term] = 0
	}
	l.chosen = l.chosen[:0]
	for _, t := range touched[:n] {
		if v := worth[t]; v > 0 {
			l.chosen.offer(rank(t, v))
			worth[t] = 0
		}
	}
	return ids(l.chosen)
}

// ids returns the ids of a list, ascending.
func ids(list podium) []int32 {
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
