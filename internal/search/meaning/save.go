package meaning

import (
	"math"

	"github.com/microleadership/playbook/internal/pack"
)

// Save writes what an Expander has left for an Update.
func (e *Expander) Save(w *pack.Writer) {
	w.Count(len(e.rows))
	terms, near, all := 0, 0, 0
	for d, r := range e.rows {
		w.Uint(uint64(math.Float32bits(r.length)))
		w.Count(len(r.terms))
		w.Count(len(e.nearest[d]))
		w.Count(len(e.implied[d]))
		terms, near, all = terms+len(r.terms), near+len(e.nearest[d]), all+len(e.implied[d])
	}
	w.Count(8 * (terms + near))
	for d, r := range e.rows {
		for _, list := range [][]ranked{r.terms, e.nearest[d]} {
			for _, v := range list {
				w.Fixed(uint64(v))
			}
		}
	}
	w.Count(all)
	for _, list := range e.implied {
		for _, t := range list {
			w.Uint(uint64(t))
		}
	}
}

// Load reads what Save wrote after so many documents with so many terms. What cannot be
// right fails the reader.
func (e *Expander) Load(r *pack.Reader, documents, terms int) {
	n := r.Count(4)
	if n != documents && n != 0 {
		r.Fail()
		return
	}
	lengths, sizes := make([]float32, n), make([][3]int, n)
	for d := range sizes {
		lengths[d] = math.Float32frombits(uint32(r.Uint()))
		for i, most := range [3]int{strongest, neighbours, borrowed} {
			if sizes[d][i] = int(r.Uint()); sizes[d][i] > most {
				r.Fail()
			}
		}
	}
	ranks, implied := unpack(r.String()), make([]int32, r.Count(1))
	for i := range implied {
		implied[i] = number(r, r.Uint(), terms)
	}
	out := Expander{make([]row, n), make([][]ranked, n), make([][]int32, n)}
	for d, s := range sizes {
		if r.Err() != nil || s[0]+s[1] > len(ranks) || s[2] > len(implied) {
			r.Fail()
			return
		}
		out.rows[d] = row{ranks[:s[0]:s[0]], lengths[d]}
		ranks = ranks[s[0]:]
		out.nearest[d], ranks = ranks[:s[1]:s[1]], ranks[s[1]:]
		out.implied[d], implied = implied[:s[2]:s[2]], implied[s[2]:]
		for _, v := range out.rows[d].terms {
			number(r, uint64(uint32(v)), terms)
		}
		for _, v := range out.nearest[d] {
			number(r, uint64(uint32(v)), documents)
		}
	}
	if len(ranks)+len(implied) > 0 {
		r.Fail()
	}
	if r.Err() == nil {
		*e = out
	}
}

// number is one below limit, or there is a mistake.
func number(r *pack.Reader, n uint64, limit int) int32 {
	if n >= uint64(limit) {
		r.Fail()
		return 0
	}
	return int32(n)
}

func unpack(s string) []ranked {
	list := make([]ranked, len(s)/8)
	for i := range list {
		b := s[8*i : 8*i+8]
		list[i] = ranked(uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56)
	}
	return list
}
