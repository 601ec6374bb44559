package leak

// index finds where patterns may begin in letters: a bit for each four letters that one begins
// with, then the patterns themselves. Shorter ones stand under all letters that may be before them.
//
// Patterns are few and begin in few ways, so of a thousand places about two are looked at twice.
// Of the Aho–Corasick libraries the fastest that finds overlapping names (coregx/ahocorasick)
// read 175 MB/s of letters where this reads 370, and has to keep a table for each state; the older ones read 23 to 92.
type index struct {
	bits  [1 << gramBits / 64]uint64
	heads map[uint32][]int32 // patterns by their first letters
}

const (
	gram       = 4
	letterBits = 5
	gramBits   = gram * letterBits
)

func push(h uint32, letter byte) uint32 {
	return (h<<letterBits | uint32(letter)&(1<<letterBits-1)) & (1<<gramBits - 1)
}

func newIndex(list []pattern) *index {
	x := &index{heads: map[uint32][]int32{}}
	for i, p := range list {
		h, n := uint32(0), min(gram, len(p.text))
		for _, c := range []byte(p.text[:n]) {
			h = push(h, c)
		}
		for before := range uint32(1) << (letterBits * (gram - n)) {
			x.add(before<<(letterBits*n)|h, int32(i))
		}
	}
	return x
}

func (x *index) add(h uint32, pattern int32) {
	x.bits[h>>6] |= 1 << (h & 63)
	x.heads[h] = append(x.heads[h], pattern)
}

// in calls at for each pattern and each place where it stands in letters.
func (x *index) in(list []pattern, letters []byte, at func(p *pattern, start int)) {
	h := uint32(0)
	for i, c := range letters {
		h = push(h, c)
		if x.bits[h>>6]>>(h&63)&1 == 0 {
			continue
		}
		for _, n := range x.heads[h] {
			p := &list[n]
			start := i + 1 - min(gram, len(p.text))
			if start >= 0 && len(letters)-start >= len(p.text) && string(letters[start:start+len(p.text)]) == p.text {
				at(p, start)
			}
		}
	}
}
