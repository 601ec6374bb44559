package shard

// Cut divides a row of items into shards of about target bytes each and returns
// where they start, the first at 0. A shard begins only at items that may begin one.
// An item that is larger than the target stands alone, so that its neighbours
// do not cost a reader its weight.
func Cut(sizes []int, target int, may func(i int) bool) []int {
	if len(sizes) == 0 {
		return nil
	}
	starts := []int{0}
	sum := 0
	for i, size := range sizes {
		over := sum+size > target || i > 0 && sizes[i-1] > target
		if i > starts[len(starts)-1] && over && may(i) {
			starts = append(starts, i)
			sum = 0
		}
		sum += size
	}
	return starts
}

// Between returns the shortest text that is after a and not after b, given a < b:
// enough to tell in which of two neighbouring shards a word is.
func Between(a, b string) string {
	for i, r := range b {
		end := i + len(string(r))
		if b[:end] > a {
			return b[:end]
		}
	}
	return b
}
