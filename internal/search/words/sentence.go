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
	eachSentence(text, func(r Range) { found = append(found, r) })
	return found
}

// LastWhole returns where the last sentence but one ends, 0 if there is none: in the
// beginning of a text, the last one may go on.
func LastWhole(text string) int {
	last, end := 0, 0
	eachSentence(text, func(r Range) { last, end = end, r.End })
	return last
}

// plainBytes are those that end no sentence, nor begin a character that does.
var plainBytes = func() (plain [256]bool) {
	for b := range plain {
		plain[b] = b < utf8.RuneSelf && b != '\n' && b != '.' && b != '!' && b != '?'
	}
	return plain
}()

func eachSentence(text string, yield func(Range)) {
	start := 0
	for i := 0; i < len(text); i++ {
		if plainBytes[text[i]] {
			continue // nearly every one of most texts
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		at := i
		i += n - 1
		if at < start {
			continue
		}
		if end := ending(text, at, r); end > 0 {
			yieldTrimmed(text, Range{start, end}, yield)
			start = end
		}
	}
	yieldTrimmed(text, Range{start, len(text)}, yield)
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

func yieldTrimmed(text string, r Range, yield func(Range)) {
	s := text[r.Start:r.End]
	r.Start += len(s) - len(strings.TrimLeft(s, blanks))
	r.End -= len(s) - len(strings.TrimRight(s, blanks))
	if r.Start < r.End {
		yield(r)
	}
}
