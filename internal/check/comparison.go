package check

import "github.com/microleadership/playbook/internal/playbook"

// comparison is how much of a text and another was found to be common to them.
type comparison struct {
	with  int32 // the place of the other in Playbook.Entries
	share float64
}

// comparisons are those of all texts of a run. They hold for as long as both files are the same.
type comparisons struct {
	begin []int32 // where in all those of each file begin, and where the last ones end
	all   []comparison
}

func newComparisons(outcomes []*outcome) comparisons {
	out := comparisons{begin: make([]int32, len(outcomes)+1)}
	for i, o := range outcomes {
		if o != nil {
			out.all = append(out.all, o.compared...)
		}
		out.begin[i+1] = int32(len(out.all))
	}
	return out
}

// list are those of the file at a place.
func (c *comparisons) list(at int) []comparison {
	if len(c.all) == 0 {
		return nil
	}
	return c.all[c.begin[at]:c.begin[at+1]]
}

// of returns what is known of two files by their places, which may be -1.
func (c *comparisons) of(a, b int32) (share float64, known bool) {
	if a < 0 || b < 0 {
		return 0, false
	}
	for _, k := range c.list(int(a)) {
		if k.with == b {
			return k.share, true
		}
	}
	return 0, false
}

// comparer compares texts in full. Its memory is used again, and of the last texts that others
// were compared with it knows the shingles still: copies are all compared with the same few.
type comparer struct {
	p      *playbook.Playbook
	own    shingles
	others [2 * maxPerEntry]shingles
	next   int // the one of the others whose memory is used next
}

// share returns how much of the shingles of both texts is common to them.
func (c *comparer) share(e, other *playbook.Entry) float64 {
	c.own.read(c.p, e)
	o := c.other(other)
	common := c.own.common(o)
	return float64(common) / float64(c.own.n+o.n-common)
}

func (c *comparer) other(e *playbook.Entry) *shingles {
	for i := range c.others {
		if c.others[i].of == e {
			return &c.others[i]
		}
	}
	s := &c.others[c.next]
	c.next = (c.next + 1) % len(c.others)
	s.read(c.p, e)
	return s
}

// shingles is a set of hashes, those of one text. They are as good as random, so a table
// needs no other hash, and is several times faster than a map of Go or than sorting.
type shingles struct {
	of    *playbook.Entry
	table []uint64 // 0 is empty; its length is a power of two
	n     int
	list  []uint64 // as they stand in the text
}

func (s *shingles) read(p *playbook.Playbook, e *playbook.Entry) {
	if s.of == e {
		return
	}
	s.clear()
	s.of = e
	s.list = appendShingles(s.list[:0], p.Text(e).Body.Text)
	for _, h := range s.list {
		s.add(h)
	}
}

func (s *shingles) clear() {
	if s.table == nil {
		s.table = make([]uint64, 1024)
	}
	clear(s.table)
	s.n = 0
}

// common counts what stands in both.
func (s *shingles) common(other *shingles) int {
	n := 0
	for _, h := range s.table {
		if h != 0 && *other.place(h) != 0 {
			n++
		}
	}
	return n
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

func (s *shingles) add(h uint64) {
	h = max(h, 1)
	slot := s.place(h)
	if *slot != 0 {
		return
	}
	*slot = h
	if s.n++; 2*s.n > len(s.table) {
		s.grow()
	}
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
