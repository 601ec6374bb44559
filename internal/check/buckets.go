package check

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

// buckets are the sheets by what bands they have in common, in the order of files. A sheet
// that shares a band with none is in no bucket for it.
type buckets [bands]map[uint64][]*sheet

func newBuckets(sheets []*sheet) (b buckets) {
	parallel.Each(bands, 1, func() func(int) {
		single := make(map[uint64]*sheet, len(sheets))
		return func(number int) {
			b[number] = map[uint64][]*sheet{}
			clear(single)
			for _, s := range sheets {
				h := s.mark.bands[number]
				other, found := single[h]
				switch {
				case !found:
					single[h] = s
				case len(b[number][h]) == 0:
					b[number][h] = []*sheet{other, s}
				default:
					b[number][h] = append(b[number][h], s)
				}
			}
		}
	})
	for _, s := range sheets {
		s.met = true
	}
	return b
}

// first lists those in a bucket that others are compared with.
func (b *buckets) first(number int, h uint64) []*sheet {
	in := b[number][h]
	return in[:min(maxPerBucket, len(in))]
}

// remove adds to affected those who were compared with s.
func (b *buckets) remove(s *sheet, affected map[*sheet]bool) {
	for number, h := range &s.mark.bands {
		in := b[number][h]
		i := slices.Index(in, s)
		if i < 0 {
			continue // alone
		}
		note(in, i, affected)
		if in = slices.Delete(in, i, i+1); len(in) < 2 {
			delete(b[number], h)
		} else {
			b[number][h] = in
		}
	}
}

// insert adds to affected those who are to be compared with the fresh ones, and themselves.
func (b *buckets) insert(all, fresh []*sheet, affected map[*sheet]bool) {
	for _, s := range fresh {
		b.fetch(all, s)
		s.met, affected[s] = true, true
		for number, h := range &s.mark.bands {
			in := b[number][h]
			if in == nil {
				continue // alone
			}
			i, _ := slices.BinarySearchFunc(in, s, func(a, b *sheet) int { return cmp.Compare(a.at, b.at) })
			in = slices.Insert(in, i, s)
			b[number][h] = in
			note(in, i, affected)
		}
	}
}

// fetch makes buckets of those that were alone with a band until s came.
func (b *buckets) fetch(all []*sheet, s *sheet) {
	for _, other := range all {
		if !other.met {
			continue
		}
		for number, h := range &other.mark.bands {
			if h == s.mark.bands[number] && b[number][h] == nil {
				b[number][h] = []*sheet{other}
			}
		}
	}
}

// note adds to affected those behind place i of a bucket, if they are compared with it.
func note(in []*sheet, i int, affected map[*sheet]bool) {
	if i < maxPerBucket {
		for _, s := range in[i+1:] {
			affected[s] = true
		}
	}
}
