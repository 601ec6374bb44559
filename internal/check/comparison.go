package check

import "github.com/microleadership/playbook/internal/playbook"

// comparison is one text before others, one by one. Its memory is used again.
type comparison struct {
	text       *playbook.Text
	own, other shingles
}

func (c *comparison) begin(text *playbook.Text) { c.text, c.own.n = text, 0 }

// with returns how much of the shingles of both texts is common to them.
func (c *comparison) with(other *playbook.Text) float64 {
	if c.own.n == 0 { // only now: most texts are compared with none
		c.own.clear()
		eachShingle(c.text.Body.Text, func(h uint64) { c.own.add(h) })
	}
	c.other.clear()
	common := 0
	eachShingle(other.Body.Text, func(h uint64) {
		if c.other.add(h) && c.own.has(h) {
			common++
		}
	})
	return float64(common) / float64(c.own.n+c.other.n-common)
}

// shingles is a set of hashes. They are as good as random, so a table needs no other
// hash, and is several times faster than a map of Go or than sorting.
type shingles struct {
	table []uint64 // 0 is empty; its length is a power of two
	n     int
}

func (s *shingles) clear() {
	if s.table == nil {
		s.table = make([]uint64, 1024)
	}
	clear(s.table)
	s.n = 0
}

// place returns where h stands, or is to stand.
func (s *shingles) place(h uint64) *uint64 {
	mask := uint64(len(s.table) - 1)
	i := h & mask
	for s.table[i] != 0 && s.table[i] != h {
		i = (i + 1) & mask
	}
	return &s.table[i]
}

func (s *shingles) has(h uint64) bool { return *s.place(max(h, 1)) != 0 }

// add says whether h is new.
func (s *shingles) add(h uint64) bool {
	h = max(h, 1)
	slot := s.place(h)
	if *slot != 0 {
		return false
	}
	*slot = h
	if s.n++; 2*s.n > len(s.table) {
		s.grow()
	}
	return true
}

func (s *shingles) grow() {
	old := s.table
	s.table = make([]uint64, 2*len(old))
	for _, h := range old {
		if h != 0 {
			*s.place(h) = h
		}
	}
}
