package meaning

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

// compare compares each document that is as it was with those that answer otherwise,
// and finds out which have to look for their nearest anew.
func (u *update) compare() {
	before, now := counts(u.terms, u.last.rows), counts(u.terms, u.rows)
	u.other = u.turned(before, now)
	x := u.otherAnswers()
	parallel.Each(len(u.rows), inRow, func() func(int) {
		find, scratch := newFinder(x, len(u.rows)), make(podium, 0, neighbours)
		return func(d int) {
			if u.fresh[d] {
				u.anew[d] = true
				return
			}
			terms := u.rows[d].terms
			hears := heard(terms, func(t int32) int { return int(now[t]) })
			if len(hears) != len(heard(terms, func(t int32) int { return int(before[t]) })) {
				u.anew[d] = true
				return
			}
			list, changed, sure := u.merged(u.nearest[d], find.nearest(int32(d), hears), scratch)
			if !sure {
				u.anew[d] = true
			} else if changed {
				u.nearest[d], u.lends[d] = slices.Clone([]ranked(list)), true
			}
		}
	})
}

// otherAnswers is the index of those alone that answer otherwise.
func (u *update) otherAnswers() *index {
	terms := make([]bool, u.terms)
	for d, r := range u.rows {
		if u.other[d] {
			r.mark(terms)
		}
	}
	x := newIndex(u.rows, terms)
	for t := range terms {
		kept := x.from[t]
		for _, a := range x.answers(int32(t)) {
			if u.other[a.doc] {
				x.all[kept] = a
				kept++
			}
		}
		x.to[t] = kept
	}
	return x
}

// merged merges the nearest documents that were with those of them all that answer
// otherwise, and says whether this changes anything. Who was not among the nearest is
// not known any more: where such a document may have come up, the result is not sure.
func (u *update) merged(were []ranked, others, list podium) (merged podium, changed, sure bool) {
	list = list[:0]
	for i, r := range were {
		d := u.now[r.id()]
		if d >= 0 {
			were[i] = rank(d, r.weight())
		}
		if d >= 0 && !u.other[d] {
			list.offer(were[i])
		} else {
			changed = true
		}
	}
	full := len(were) == neighbours
	for _, r := range others {
		if full && r.weight() <= were[neighbours-1].weight() {
			if r.weight() == were[neighbours-1].weight() {
				return nil, true, false
			}
			break
		}
		list.offer(r)
		changed = true
	}
	return list, changed, !full || len(list) == neighbours
}
