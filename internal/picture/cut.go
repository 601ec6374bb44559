package picture

import (
	"bytes"
	"math"
)

// cut goes through a file once, from its beginning, and decides about each piece.
// Pieces that stay are not copied before the end, and then in as long runs as possible.
type cut struct {
	data  []byte
	at    int // the first byte that is not decided about
	from  int // the first byte that stays and is not in parts
	parts [][]byte
	size  int // of parts
	kinds []string
}

// rest is what is not decided about.
func (c *cut) rest() []byte { return c.data[c.at:] }

// left bounds n by what is there.
func (c *cut) left(n int) int { return min(n, len(c.data)-c.at) }

func (c *cut) keep(n int) { c.at += c.left(n) }

func (c *cut) drop(n int, kind string) { c.swap(n, nil, kind) }

// end drops all that is left.
func (c *cut) end(kind string) {
	if len(bytes.Trim(c.rest(), "\x00")) == 0 {
		kind = silent // padding
	}
	c.drop(len(c.rest()), kind)
}

// swap puts b in the place of n bytes. The same bytes are no change.
func (c *cut) swap(n int, b []byte, kind string) {
	n = c.left(n)
	if bytes.Equal(c.data[c.at:c.at+n], b) {
		c.at += n
		return
	}
	c.flush()
	c.at += n
	c.from = c.at
	c.add(b)
	c.note(kind)
}

func (c *cut) note(kind string) {
	if kind != silent {
		c.kinds = append(c.kinds, kind)
	}
}

func (c *cut) flush() {
	c.add(c.data[c.from:c.at])
	c.from = c.at
}

func (c *cut) add(b []byte) {
	if len(b) > 0 {
		c.parts = append(c.parts, b)
		c.size += len(b)
	}
}

// result joins what stays. The whole file, untouched, is the file.
func (c *cut) result() result {
	if c.from == 0 && len(c.parts) == 0 && c.at == len(c.data) {
		return result{clean: c.data, kinds: c.kinds}
	}
	c.flush()
	out := make([]byte, 0, c.size)
	for _, p := range c.parts {
		out = append(out, p...)
	}
	return result{clean: out, kinds: c.kinds}
}

// length is a length that a file gives, small enough to be added to where an int is short.
// No file here is as long.
func length(n uint32) int { return int(min(n, math.MaxInt32/2)) }
