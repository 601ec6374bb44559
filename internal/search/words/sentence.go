package words

import (
	"strings"
	"unicode/utf8"
)

// Sentences splits text into ranges that can be shown on their own: lines, and in
// them sentences with the quotation marks that close them. A full stop ends a
// sentence only before a space and something other than a small letter, which leaves
// most abbreviations whole.
func Sentences(text string) []Range {
	var found []Range
	start := 0
	for i, r := range text {
		if i < start || r < utf8.RuneSelf && r != '\n' && r != '.' && r != '!' && r != '?' {
			continue // nearly every character of most texts
		}
		if end := ending(text, i, r); end > 0 {
			found = appendTrimmed(found, text, Range{start, end})
			start = end
		}
	}
	return appendTrimmed(found, text, Range{start, len(text)})
}

// ending returns where the sentence ends that r, at i, is the last character of, or
// 0 when it is not over.
func ending(text string, i int, r rune) int {
	end := i + utf8.RuneLen(r)
	switch {
	case r == '\n':
		return end
	case strings.ContainsRune(fullStops, r):
		return len(text) - len(strings.TrimLeft(text[end:], closing))
	case !strings.ContainsRune(stops, r):
		return 0
	}
	after := strings.TrimLeft(text[end:], closing)
	end = len(text) - len(after)
	next := strings.TrimLeft(after, blanks)
	if len(next) == len(after) || next != "" && 'a' <= next[0] && next[0] <= 'z' {
		return 0
	}
	return end
}

const (
	stops     = ".!?…؟۔।"
	fullStops = "。！？" // need no space after them
	closing   = "\"'”’»)]」』）"
)

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
