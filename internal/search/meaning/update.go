package meaning

import "slices"

// Last says what of a collection is as it was in the one that was expanded before. Both
// lists are ascending but for what is not there, which is -1.
type Last struct {
	Documents []int32 // of each document: which it was, if it had the same weights of the same terms
	Terms     []int32 // of each term that was: its number now, if it has one
}

// Update is Expand, where much is as it was the last time. What it returns is what
// Expand does, to the last bit: a document whose row is the same is compared again
// only with those that answer otherwise than before, in the same order of additions.
func (e *Expander) Update(c Collection, last Last) [][]int32 {
	fresh := make([]bool, len(last.Documents))
	for d, was := range last.Documents {
		fresh[d] = was < 0
	}
	list := where(fresh)
	if len(e.rows) < least || c.Documents < least || 8*len(list) > c.Documents {
		return e.Expand(c)
	}
	if slices.Equal(last.Documents, numbers(len(e.rows))) && slices.Equal(last.Terms, numbers(len(last.Terms))) {
		return e.implied
	}
	u := update{Expander: e, last: *e, terms: c.Terms, fresh: fresh}
	u.renumber(last)
	makeRows(e.rows, c.Weights(fresh), list)
	u.compare()
	e.find(c.Terms, where(u.anew))
	for d, anew := range u.anew {
		u.lends[d] = u.lends[d] || anew
	}
	if lends := where(u.lends); len(lends) > 0 {
		e.lend(c.Terms, c.Weights(u.lends), lends)
	}
	return e.implied
}

// where returns the places where a list is true.
func where(list []bool) (places []int32) {
	for i, yes := range list {
		if yes {
			places = append(places, int32(i))
		}
	}
	return places
}

// update is the work of an Update.
type update struct {
	*Expander
	last  Expander // in the numbers of the terms of now
	now   []int32  // of each document of last: its number now, -1 if it is not the same
	terms int
	fresh []bool // documents with rows that are new
	other []bool // documents that answer otherwise than before
	anew  []bool // documents that have to look for their nearest anew
	lends []bool // documents that may borrow other words than before
}

// renumber gives what is kept the numbers of now. Numbers keep their order, and with
// it equals keep theirs.
func (u *update) renumber(l Last) {
	for d, r := range u.last.rows {
		kept := r.terms[:0]
		for _, w := range r.terms {
			if t := l.Terms[w.id()]; t >= 0 {
				kept = append(kept, rank(t, w.weight()))
			}
		}
		u.last.rows[d].terms = kept
	}
	n := len(l.Documents)
	u.rows, u.nearest, u.implied = make([]row, n), make([][]ranked, n), make([][]int32, n)
	u.anew, u.lends = make([]bool, n), make([]bool, n)
	u.now = make([]int32, len(u.last.rows))
	for d := range u.now {
		u.now[d] = -1
	}
	for d, was := range l.Documents {
		if was >= 0 {
			u.now[was] = int32(d)
			u.rows[d], u.nearest[d], u.implied[d] = u.last.rows[was], u.last.nearest[was], u.last.implied[was]
			for i, t := range u.implied[d] {
				u.implied[d][i] = l.Terms[t]
			}
		}
	}
}

// turned finds the documents that answer otherwise: those with new rows, and those that
// became champions of a term, or are no longer, because of these.
func (u *update) turned(before, now []int32) []bool {
	terms := make([]bool, u.terms)
	for d, r := range u.rows {
		if u.fresh[d] {
			r.mark(terms)
		}
	}
	for d, r := range u.last.rows {
		if u.now[d] < 0 {
			r.mark(terms)
		}
	}
	for t := range terms {
		terms[t] = terms[t] && max(before[t], now[t]) == champions
	}
	other := slices.Clone(u.fresh)
	was, is := newIndex(u.last.rows, terms), newIndex(u.rows, terms)
	in := make([]bool, len(u.rows))
	for t, asked := range terms {
		if !asked {
			continue
		}
		for _, a := range was.answers(int32(t)) {
			if d := u.now[a.doc]; d >= 0 {
				in[d] = true
			}
		}
		for _, a := range is.answers(int32(t)) {
			other[a.doc] = other[a.doc] || !in[a.doc]
			in[a.doc] = false
		}
		for _, a := range was.answers(int32(t)) {
			if d := u.now[a.doc]; d >= 0 {
				other[d] = other[d] || in[d]
				in[d] = false
			}
		}
	}
	return other
}
