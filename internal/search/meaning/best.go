package meaning

import "math"

// ranked is an id and its weight in one number that sorts the strongest first and the
// lower id of equals: the bits of positive floats sort as the floats do. One number
// is one comparison, and this package does little else. No two of a list are equal,
// so which are the strongest does not depend on their order.
type ranked uint64

func rank(id int32, weight float32) ranked {
	return ranked(^math.Float32bits(weight))<<32 | ranked(uint32(id))
}

func (r ranked) id() int32       { return int32(uint32(r)) }
func (r ranked) weight() float32 { return math.Float32frombits(^uint32(r >> 32)) }

// first puts the n strongest of a list to its beginning, in any order, and returns
// them. It is Hoare's selection, since a heap moves most of a list that is a few
// times n.
func first(list []ranked, n int) []ranked {
	if len(list) <= n {
		return list
	}
	from, to := 0, len(list)
	for to-from > 1 {
		pivot := middle(list[from], list[from+(to-from)/2], list[to-1])
		i, j := from, to-1
		for i <= j {
			for list[i] < pivot {
				i++
			}
			for list[j] > pivot {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			to = j + 1
		case n >= i:
			from = i
		default:
			return list[:n]
		}
	}
	return list[:n]
}

func middle(a, b, c ranked) ranked { return max(min(a, b), min(max(a, b), c)) }

// podium keeps the strongest of what it is offered, in order, as many as its capacity:
// a few, so that moving them up is less than keeping a heap.
type podium []ranked

func (p *podium) offer(r ranked) {
	list := *p
	if len(list) == cap(list) {
		if len(list) == 0 || r > list[len(list)-1] {
			return
		}
	} else {
		list = append(list, r)
		*p = list
	}
	i := len(list) - 1
	for ; i > 0 && list[i-1] > r; i-- {
		list[i] = list[i-1]
	}
	list[i] = r
}
