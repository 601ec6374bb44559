package shard

import "unicode/utf8"

// Front writes words in sorted order, separated by spaces: how many leading ASCII
// characters each shares with the one before, and the rest.
type Front struct {
	out  []byte
	last string
}

// Add writes the next word, which has no space in it.
func (f *Front) Add(word string) {
	if len(f.out) > 0 {
		f.out = append(f.out, ' ')
	}
	n := Shared(f.last, word)
	f.out = append(AppendNumber(f.out, n), word[n:]...)
	f.last = word
}

func (f *Front) String() string { return string(f.out) }

// Shared returns how many ASCII characters two words have in common at the start.
// Only ASCII, so that bytes and UTF-16 units count alike.
func Shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && a[n] < utf8.RuneSelf {
		n++
	}
	return n
}
