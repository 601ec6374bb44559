package search

import "slices"

// aligned finds for each document which of the last time it is, -1 for none. Those that
// are found are ascending, so that lists of documents keep their order: where some have
// changed places, as few as possible count as new.
func aligned(last []*page, keys []Key) []int32 {
	was := make([]int32, len(keys))
	head := 0
	for head < min(len(last), len(keys)) && last[head].key == keys[head] {
		was[head] = int32(head)
		head++
	}
	tail := 0
	for tail < min(len(last), len(keys))-head && last[len(last)-1-tail].key == keys[len(keys)-1-tail] {
		tail++
		was[len(keys)-tail] = int32(len(last) - tail)
	}
	shelves := map[Key][]int32{}
	for i := head; i < len(last)-tail; i++ {
		shelves[last[i].key] = append(shelves[last[i].key], int32(i))
	}
	middle := was[head : len(keys)-tail]
	for i := range middle {
		middle[i] = -1
		key := keys[head+i]
		if shelf := shelves[key]; len(shelf) > 0 {
			middle[i], shelves[key] = shelf[0], shelf[1:]
		}
	}
	ascend(middle)
	return was
}

// ascend leaves of the numbers that are not -1 one of the longest ascending series, and
// makes -1 of the others.
func ascend(list []int32) {
	var ends []int32 // where the series of each length ends that ends lowest
	before := make([]int32, len(list))
	for i, n := range list {
		if n < 0 {
			continue
		}
		length, _ := slices.BinarySearchFunc(ends, n, func(end, n int32) int { return int(list[end]) - int(n) })
		before[i] = -1
		if length > 0 {
			before[i] = ends[length-1]
		}
		if length == len(ends) {
			ends = append(ends, 0)
		}
		ends[length] = int32(i)
	}
	next := int32(-1)
	if len(ends) > 0 {
		next = ends[len(ends)-1]
	}
	for i := len(list) - 1; i >= 0; i-- {
		if int32(i) == next {
			next = before[i]
		} else {
			list[i] = -1
		}
	}
}
