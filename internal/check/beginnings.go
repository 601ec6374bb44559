package check

import "unicode/utf8"

// beginnings is the cheap question before a look into a map of words: by its first letter,
// its last and its length, may a word be one of them? Case makes no difference. Words with
// letters beyond ASCII always may: the map has them in another form. plain ones are known
// to have none.
type beginnings [1 << 10]uint64 // lengths, by the letters

func (b *beginnings) add(word string) {
	if isASCII(word) && word != "" {
		*b.lengths(word) |= 1 << min(len(word), 63)
	}
}

func (b *beginnings) may(word string, plain bool) bool {
	return *b.lengths(word)>>min(len(word), 63)&1 != 0 || !plain && !isASCII(word)
}

const letters = 1<<5 - 1 // of a byte: what tells letters from each other, whatever their case

func (b *beginnings) lengths(word string) *uint64 {
	return &b[int(word[0]&letters)<<5|int(word[len(word)-1]&letters)]
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
