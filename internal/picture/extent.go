package picture

import (
	"cmp"
	"slices"
)

// extent is a range of a file that an item lies in.
type extent struct {
	from, to int
	unknown  bool // it is not in this file, or the file does not say where it ends
	kind     string
}

// locations are where the items lie, by their numbers.
func (c *boxed) locations(b, store box) map[uint32][]extent {
	out := map[uint32][]extent{}
	if b.end == 0 {
		return out
	}
	r := &reader{data: c.data[:b.end], at: b.body}
	version := r.uint(1)
	r.uint(3)
	sizes := r.uint(2)
	offsetSize, lengthSize, baseSize, indexSize := int(sizes>>12), int(sizes>>8&15), int(sizes>>4&15), int(sizes&15)
	if version == 0 {
		indexSize = 0
	}
	idSize := 2
	if version >= 2 {
		idSize = 4
	}
	known := version <= 2 && offsetSize <= 8 && lengthSize <= 8 && baseSize <= 8 && indexSize <= 8
	if known {
		for range r.uint(idSize) {
			id, method := uint32(r.uint(idSize)), uint64(0)
			if version >= 1 {
				method = r.uint(2) & 15
			}
			r.uint(2)
			base, count := r.uint(baseSize), r.uint(2)
			if count > 1 && offsetSize+lengthSize+indexSize == 0 {
				known = false // endless, and nothing said
			}
			for range count {
				if r.short || !known {
					break
				}
				r.uint(indexSize)
				from, length := base+r.uint(offsetSize), r.uint(lengthSize)
				out[id] = append(out[id], c.extent(method, store, from, length))
			}
			if r.short || !known {
				break
			}
		}
	}
	if !known || r.short {
		c.refuse("says where its parts are in a way that is not known", heifHint)
	}
	return out
}

// extent finds a range in the file; or in its store, for small items.
func (c *boxed) extent(method uint64, store box, from, length uint64) extent {
	start, end := 0, len(c.data)
	if method == 1 {
		start, end = store.body, store.end
	}
	room := uint64(end - start)
	if method > 1 || length == 0 || from > room || length > room-from {
		return extent{unknown: true}
	}
	return extent{from: start + int(from), to: start + int(from+length)}
}

// merged is sorted and has no overlaps, so that asking it takes little time however many
// ranges a file lists.
func merged(list []extent) []extent {
	slices.SortFunc(list, func(a, b extent) int { return cmp.Compare(a.from, b.from) })
	var out []extent
	for _, e := range list {
		if last := len(out) - 1; last >= 0 && e.from <= out[last].to {
			out[last].to = max(out[last].to, e.to)
		} else if !e.unknown {
			out = append(out, e)
		}
	}
	return out
}

// meets says whether a range shares a byte with one of a merged list.
func (e extent) meets(list []extent) bool {
	i, _ := slices.BinarySearchFunc(list, e.from, func(other extent, from int) int { return cmp.Compare(other.to, from+1) })
	return i < len(list) && list[i].from < e.to
}

// within says whether a range lies in one of a merged list.
func (e extent) within(list []extent) bool {
	i, _ := slices.BinarySearchFunc(list, e.from, func(other extent, from int) int { return cmp.Compare(other.to, from+1) })
	return i < len(list) && list[i].from <= e.from && e.to <= list[i].to
}
