package search

import (
	"strings"
	"unicode/utf8"
)

// sentences splits text into ranges that can be shown on their own: lines, and in
// them sentences. A full stop ends a sentence only before a space and something
// other than a small letter, which leaves most abbreviations whole.
func sentences(text string) []Range {
	var found []Range
	start := 0
	for i, r := range text {
		n := utf8.RuneLen(r)
		if r == '\n' || endsSentence(r) && breaks(r, text[i+n:]) {
			found = appendTrimmed(found, text, Range{start, i + n})
			start = i + n
		}
	}
	return appendTrimmed(found, text, Range{start, len(text)})
}

func endsSentence(r rune) bool { return strings.ContainsRune(".!?…。！？", r) }

// breaks says whether a sentence that ends in r is over, seeing what follows.
func breaks(r rune, rest string) bool {
	if r == '。' || r == '！' || r == '？' {
		return true
	}
	after := strings.TrimLeft(rest, blanks)
	return len(after) < len(rest) && (after == "" || after[0] < 'a' || after[0] > 'z')
}

// blanks are what is trimmed from passages; explicit, because what counts as white
// space differs between languages.
const blanks = " \t\r\n\u00a0\u3000"

func appendTrimmed(found []Range, text string, r Range) []Range {
	s := text[r.Start:r.End]
	r.Start += len(s) - len(strings.TrimLeft(s, blanks))
	r.End -= len(s) - len(strings.TrimRight(s, blanks))
	if r.Start >= r.End {
		return found
	}
	return append(found, r)
}
