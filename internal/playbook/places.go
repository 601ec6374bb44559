package playbook

import (
	"encoding/binary"
	"strconv"
	"strings"
)

// Places say where the values of a file stand, by path: “navigation[0].to”.
//
// Nobody asks before there is something to say about a value, and thousands of files have
// a few dozen values each. So each place is written behind the one before, in a few bytes:
// how deep the value is, its name, its line and its column. Paths are put together only
// when one is looked for.
type Places string

// PlaceWriter collects Places. The zero PlaceWriter is ready.
type PlaceWriter struct{ packed []byte }

// Places returns what was added.
func (p *PlaceWriter) Places() Places { return Places(p.packed) }

// Add says where the next value stands. Values come as they do in the file, each before
// what is in it; depth counts from 0 at the top level. An item of a list has no name.
func (p *PlaceWriter) Add(depth int, name string, line, column int) {
	p.packed = binary.AppendUvarint(p.packed, uint64(depth))
	p.packed = binary.AppendUvarint(p.packed, uint64(len(name)))
	p.packed = append(p.packed, name...)
	p.packed = binary.AppendUvarint(p.packed, uint64(line))
	p.packed = binary.AppendUvarint(p.packed, uint64(column))
}

// Of is not ok when the file says nothing at path.
func (p Places) Of(path string) (line, column int, ok bool) {
	var way matched
	for rest := string(p); rest != ""; {
		depth := next(&rest)
		size := min(next(&rest), len(rest))
		name := rest[:size]
		rest = rest[size:]
		line, column := next(&rest), next(&rest)
		if way.step(path, depth, name) {
			return line, column, true
		}
	}
	return 0, 0, false
}

// next takes a number off the front, as binary.Uvarint does from bytes.
func next(from *string) int {
	n := 0
	for i := range len(*from) {
		b := (*from)[i]
		n |= int(b&0x7F) << (7 * i)
		if b < 0x80 {
			*from = (*from)[i+1:]
			break
		}
	}
	return n
}

// matched is how many bytes of a path the way to the current value makes, for the value
// and all that it is in; -1 when the path starts otherwise.
type matched struct {
	bytes []int
	items []int // of the list at each depth so far
}

// step goes on to the next value, and says whether path leads there.
func (m *matched) step(path string, depth int, name string) bool {
	for len(m.items) <= depth {
		m.items = append(m.items, 0)
	}
	m.items, m.bytes = m.items[:depth+1], m.bytes[:depth]
	var piece string
	switch {
	case name == "":
		piece = "[" + strconv.Itoa(m.items[depth]) + "]"
		m.items[depth]++
	case depth > 0:
		piece = "." + name
	default:
		piece = name
	}
	so := 0
	if depth > 0 {
		so = m.bytes[depth-1]
	}
	if so >= 0 && strings.HasPrefix(path[so:], piece) {
		so += len(piece)
	} else {
		so = -1
	}
	m.bytes = append(m.bytes, so)
	return so == len(path)
}
