package shard

import "unicode/utf8"

// Front writes words in sorted order, separated by spaces: how many leading ASCII
// characters each shares with the one before, and the rest.
type Front struct {
	Out   []byte
	begin int
	last  []byte
}

// NewFront appends to out.
func NewFront(out []byte) *Front { return &Front{Out: out, begin: len(out)} }

// Add writes the next word, which has no space in it.
func (f *Front) Add(word []byte) {
	if len(f.Out) > f.begin {
		f.Out = append(f.Out, ' ')
	}
	n := Shared(f.last, word)
	f.Out = append(AppendNumber(f.Out, n), word[n:]...)
	f.last = append(f.last[:0], word...)
}

// Shared returns how many ASCII characters two words have in common at the start.
// Only ASCII, so that bytes and UTF-16 units count alike.
func Shared[T string | []byte](a, b T) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}
