package search

import (
	"math"
	"sort"
)

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

// nearest returns the level nearest to an impact.
func nearest(impact float64) int {
	i := sort.Search(levels, func(i int) bool { return impacts[i] > impact })
	switch {
	case i == 0:
		return 0
	case i == levels || impact-impacts[i-1] <= impacts[i]-impact:
		return i - 1
	}
	return i
}

// least are the bits of the smallest float that each level is nearest to. The bits of
// positive floats are in the order of the floats.
var least = func() (table [levels]uint32) {
	for l := range table {
		table[l] = uint32(sort.Search(1<<31, func(bits int) bool {
			return nearest(float64(math.Float32frombits(uint32(bits)))) >= l
		}))
	}
	return table
}()

// hints are the levels of the floats whose bits begin alike, by these: of the smallest
// of them. The others are at most a level or two above.
var hints = func() (table [1 << (31 - hidden)]uint8) {
	for i := range table {
		for l := 1; l < levels && least[l] <= uint32(i)<<hidden; l++ {
			table[i] = uint8(l)
		}
	}
	return table
}()

const hidden = 20 // bits that a hint does not look at

// level is nearest, faster: a large playbook has tens of millions of impacts.
func level(impact float32) int {
	bits := math.Float32bits(impact)
	l := int(hints[bits>>hidden])
	for l+1 < levels && least[l+1] <= bits {
		l++
	}
	return l
}

// lengths are numbers of words, by field of a document.
type lengths [fieldCount]int32

// means are the lengths of fields that count as usual.
type means [fieldCount]float64

// norms are what one occurrence in each field of a document counts.
type norms [fieldCount]float64

func (w weights) norms(length *lengths, m means) (norms norms) {
	for f := range fieldCount {
		b := w.length[f]
		norms[f] = w.field[f] / (1 - b + float64(b*float64(length[f])/m[f]))
	}
	return norms
}

func (w weights) meanLengths(pages []*page) (m means) {
	for f := range fieldCount {
		m[f] = meanLength(pages, f)
	}
	m[fieldBody] = min(m[fieldBody], w.longBody)
	return m
}

// meanLength is the mean length of a field where there is one, so that a field that
// few documents have does not make them look long. It is rounded to a power of √2:
// an edit of one page then hardly ever changes what is published of the others.
func meanLength(pages []*page, f int) float64 {
	sum, n := 0, 0
	for _, p := range pages {
		if p.length[f] > 0 {
			sum += int(p.length[f])
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
