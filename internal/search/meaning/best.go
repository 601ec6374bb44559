package meaning

import (
	"math"
	"slices"
)

// ranked is an id and its weight in one number that sorts the strongest first and the
// lower id of equals: the bits of positive floats sort as the floats do. One number
// is one comparison, and this package does little else.
type ranked uint64

func rank(id int32, weight float32) ranked {
	return ranked(^math.Float32bits(weight))<<32 | ranked(uint32(id))
}

func (r ranked) id() int32       { return int32(uint32(r)) }
func (r ranked) weight() float32 { return math.Float32frombits(^uint32(r >> 32)) }

// best keeps the strongest of what it is offered, as many as its capacity. Once it
// is full it is a heap with the weakest on top, the next to go. No two are equal, so
// what it holds does not depend on the order of the offers.
type best []ranked

func (b *best) offer(r ranked) {
	list := *b
	switch {
	case len(list) < cap(list):
		list = append(list, r)
		*b = list
		if len(list) == cap(list) {
			for i := len(list)/2 - 1; i >= 0; i-- {
				list.sink(i)
			}
		}
	case len(list) > 0 && r < list[0]:
		list[0] = r
		list.sink(0)
	}
}

// sink moves what is at i down until nothing below it is weaker.
func (b best) sink(i int) {
	r := b[i]
	for {
		child := 2*i + 1
		if child >= len(b) {
			break
		}
		if child+1 < len(b) && b[child+1] > b[child] {
			child++
		}
		if b[child] < r {
			break
		}
		b[i] = b[child]
		i = child
	}
	b[i] = r
}

// sort puts the strongest first. No more must be offered then.
func (b best) sort() { slices.Sort(b) }
