package search

import "slices"

// neighbours returns, for each document, what it gains by having words of the
// query that follow each other close to each other too. Two such words are scored
// like a rare word of their own, so that "lone vote" in a title beats a page with
// both words far apart. Stop words between them only widen the step.
func (x *Index) neighbours(slots []filled) []float64 {
	gain := make([]float64, len(x.docs))
	var words []filled
	for _, f := range slots {
		if !f.stop && !f.whole {
			words = append(words, f)
		}
	}
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		step := b.pos - a.pos
		if step > x.weights.nearWindow {
			continue
		}
		scale := x.weights.near * min(a.worth, b.worth)
		for d := range x.docs {
			if a.value[d] > 0 && b.value[d] > 0 {
				tf := x.together(d, x.positions(a, d), x.positions(b, d), step)
				gain[d] += float64(scale * x.saturate(tf))
			}
		}
	}
	return gain
}

// positions returns where in a document any alternative of a slot is, ascending.
func (x *Index) positions(f filled, doc int) []int {
	var all []int
	for _, a := range f.alts {
		for _, form := range a.forms {
			p, _ := x.find(form.id, doc)
			all = append(all, p...)
		}
	}
	slices.Sort(all)
	return all
}

// together adds up the occurrences of a that have one of b near them.
func (x *Index) together(doc int, a, b []int, step int) float64 {
	tf := 0.0
	fields := x.fieldsOf(doc)
	next := 0
	for _, p := range a {
		norm := fields.norm(p)
		for next < len(b) && b[next] < p+step {
			next++
		}
		switch {
		case next < len(b) && b[next] == p+step:
			tf += norm
		case next < len(b) && b[next]-p <= x.weights.nearWindow, next > 0 && p-b[next-1] <= x.weights.nearWindow && b[next-1] != p:
			tf += float64(x.weights.nearSwapped * norm)
		}
	}
	return tf
}
