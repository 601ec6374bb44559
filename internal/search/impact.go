package search

import "sort"

// An impact is how much a word counts in a document: the occurrences in each field,
// times the field's weight, less the longer the field is, added up. That is all the
// ranking needs of them, and it is known when the index is built; so a posting has
// one digit for it instead of counts by field, and the browser needs no lengths.
//
// A digit has 64 levels, five to each doubling, from below any impact that matters to
// a hundred and fifty; an impact is off by 7 % at most, which moves no figure of quality
// beyond noise. Half as many levels do.

const (
	levels = 64
	lowest = 0.027204705103003875 // 2 to the power of -26/5
	step   = 1.148698354997035    // 2 to the power of 1/5
)

// impacts are the values of the levels. They are multiplied out step by step, as
// JavaScript does too, for both to have the same bits.
var impacts = func() [levels]float64 {
	var table [levels]float64
	value := float64(lowest)
	for i := range table {
		table[i] = value
		value *= step
	}
	return table
}()

// level returns the level nearest to an impact.
func level(impact float64) uint8 {
	i := sort.Search(levels, func(i int) bool { return impacts[i] > impact })
	switch {
	case i == 0:
		return 0
	case i == levels || impact-impacts[i-1] <= impacts[i]-impact:
		return uint8(i - 1)
	}
	return uint8(i)
}

// lengths are the numbers of words in the fields of a document.
type lengths [fieldCount]int

// norms returns, for each document, what one occurrence in each field counts.
func (w weights) norms(docs []lengths) [][fieldCount]float64 {
	norms := make([][fieldCount]float64, len(docs))
	for f := range fieldCount {
		mean := meanLength(docs, f)
		if f == fieldBody {
			mean = min(mean, w.longBody)
		}
		for d := range docs {
			b := w.length[f]
			norms[d][f] = w.field[f] / (1 - b + float64(b*float64(docs[d][f])/mean))
		}
	}
	return norms
}

// meanLength is the mean length of a field where there is one, so that a field that
// few documents have does not make them look long. It is rounded to a power of √2:
// an edit of one page then hardly ever changes what is published of the others.
func meanLength(docs []lengths, f int) float64 {
	sum, n := 0, 0
	for _, l := range docs {
		if l[f] > 0 {
			sum += l[f]
			n++
		}
	}
	if n == 0 {
		return 1
	}
	mean, rounded := float64(sum)/float64(n), 1.0
	for float64(rounded*1.189207115002721) < mean {
		rounded *= 1.4142135623730951
	}
	return rounded
}
