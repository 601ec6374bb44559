package leak

// layer is bytes to be read: the file itself, or what something in it says when it is decoded.
type layer struct {
	src    []byte
	ext    string // of the file's name
	how    string // the way here: “in base64”
	parent *layer
	from   []int32 // where each byte is in the parent; nil: all at base, or one after the other
	base   int
	fixed  bool // compressed: all at base
	noise  bool // stretches of text from bytes that may mean nothing, separated by NUL
	depth  int
}

// deepest is how many times something may be encoded.
const deepest = 6

// readable is how many bytes are decoded besides eight times the file: a bomb has no more.
const readable = 2 << 20

// origin is where a byte is in the file.
func (l *layer) origin(i int) int {
	for ; l.parent != nil; l = l.parent {
		switch {
		case l.fixed:
			i = l.base
		case l.from == nil:
			i += l.base
		case i < len(l.from):
			i = int(l.from[i])
		case len(l.from) > 0:
			i = int(l.from[len(l.from)-1]) + 1
		default:
			i = l.base
		}
	}
	return i
}

// below makes a layer of something decoded.
func (l *layer) below(src []byte, how string) *layer {
	return &layer{src: src, how: how, parent: l, depth: l.depth + 1, noise: l.noise}
}

// job is one scan. Its views are used again and again.
type job struct {
	scanner      *Scanner
	seen, unseen view
	found        []finding
	budget       int

	digits, bytes []byte // of base64
	places        []int32
}

// finding is a hit that has yet to be reported.
type finding struct {
	layer    *layer
	from, to int // in the layer
	reading  string
	name     int32
	offset   int // in the file
	end      int
}

// spend takes n bytes from what may be decoded.
func (j *job) spend(l *layer, n int) bool {
	if l.depth >= deepest || j.budget < n {
		return false
	}
	j.budget -= n
	return true
}

// match judges each place where letters of a view look like a name.
func (j *job) match(l *layer, v *view) {
	j.scanner.index.in(j.scanner.patterns, v.letters, func(p *pattern, start int) {
		r, ok := v.readAs(p, start)
		if !ok || !r.stands() || l.noise && !r.meant() {
			return
		}
		from, last := int(v.at[start]), int(v.at[r.end-1])
		_, size := decode(v.src, last)
		f := finding{layer: l, from: from, to: last + size, reading: r.describe(), name: p.name}
		f.offset, f.end = l.origin(from), l.origin(last+size-1)+1
		j.found = append(j.found, f)
	})
}

// meant says whether a name in bytes of unknown meaning is no chance: five letters, or in a longer text.
func (r *reading) meant() bool {
	if len(r.p.text) > 4 {
		return true
	}
	from, to := int(r.at[r.start]), int(r.at[r.end-1])
	for from > 0 && r.src[from-1] != 0 && to-from < 40 {
		from--
	}
	for to < len(r.src) && r.src[to] != 0 && to-from < 40 {
		to++
	}
	return to-from >= 12
}
