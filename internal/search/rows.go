package search

// rows are lists of numbers, one after the other.
type rows struct {
	all  []int32
	ends []int32 // of each
}

func (r rows) of(i int) []int32 {
	from := int32(0)
	if i > 0 {
		from = r.ends[i-1]
	}
	return r.all[from:r.ends[i]]
}

// gathered returns n rows of what each yields, in that order. It is asked twice.
func gathered(n int, each func(yield func(row, value int32))) rows {
	r := rows{ends: make([]int32, n)}
	each(func(row, _ int32) { r.ends[row]++ })
	end := int32(0)
	for row, size := range r.ends {
		r.ends[row] = end // where it begins, until it is filled
		end += size
	}
	r.all = make([]int32, end)
	each(func(row, value int32) {
		at := &r.ends[row]
		r.all[*at] = value
		*at++
	})
	return r
}
