package meaning

// index tells of each term which documents answer for it: its champions, each with the
// share that the term has in the document.
type index []best

func newIndex(terms int, rows []row) index {
	size := make([]int, terms)
	all := 0
	for _, r := range rows {
		for _, w := range r.terms {
			if size[w.id()] < champions {
				size[w.id()]++
				all++
			}
		}
	}
	x, room := make(index, terms), make(best, all)
	for t, n := range size {
		x[t], room = room[:0:n], room[n:]
	}
	for d, r := range rows {
		for _, w := range r.terms {
			x[w.id()].offer(rank(int32(d), w.weight()/r.length))
		}
	}
	return x
}

// finder looks for the nearest documents, one document after the other.
type finder struct {
	index   index
	near    []float32 // of each document; all 0 between searches
	touched []int32   // the documents that are not 0
	found   best
}

func newFinder(x index, docs int) *finder {
	return &finder{index: x, near: make([]float32, docs), found: make(best, 0, neighbours)}
}

// nearest returns the documents most like the one with these terms, nearest first, each
// with the cosine between the two times the length of the one that asks, which is
// the same for all. The result holds until the next call.
func (f *finder) nearest(doc int32, terms best) best {
	left := budget
	for _, w := range terms {
		answers := f.index[w.id()]
		if left -= len(answers); left < 0 {
			break
		}
		for _, a := range answers {
			d := a.id()
			if f.near[d] == 0 {
				f.touched = append(f.touched, d)
			}
			f.near[d] += float32(w.weight() * a.weight())
		}
	}
	f.near[doc] = 0 // it is nearest to itself
	f.found = f.found[:0]
	for _, d := range f.touched {
		if near := f.near[d]; near > 0 {
			f.found.offer(rank(d, near))
			f.near[d] = 0
		}
	}
	f.touched = f.touched[:0]
	f.found.sort()
	return f.found
}
