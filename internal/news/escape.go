package news

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how much of a title or a problem is shown.
const longest = 160

// plain is text of which nothing moves the cursor, turns the direction or hides, on one
// line.
func plain(text string) string { return strings.TrimSpace(visible(text)) }

// visible is plain with the spaces at both ends. The joiners stay: scripts and emoji are
// written with them.
func visible(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		switch {
		case n == longest:
			return b.String() + "…"
		case r == '\u200C' || r == '\u200D':
		case r == utf8.RuneError, unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp):
			r = ' '
		case unicode.Is(unicode.Cf, r):
			continue
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// apart is a space without width. It stands where a forge would find a reference of its own
// in the finished text, where no backslash is left to keep it from that: a person (@ada) who
// would be called, an issue (#7), a merge request (!7), an address.
const apart = "\u200B"

// Escape writes text so that in Markdown, on any forge, it is that text and nothing else.
func Escape(text string) string { return escape(plain(text)) }

func escape(text string) string {
	var b strings.Builder
	var before rune
	digits := 0 // of a number in base 16, as commits have
	for i, r := range text {
		if r < utf8.RuneSelf && (unicode.IsPunct(r) || unicode.IsSymbol(r)) && !strings.ContainsRune(",;?'\"/%", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if digits++; !isHex(r) {
			digits = 0
		}
		if calls(before, r, next) || digits == mostDigits && isHex(next) {
			b.WriteString(apart)
			digits = 0
		}
		before = r
	}
	return b.String()
}

// calls says whether a forge could take r and what follows for a reference.
func calls(before, r, next rune) bool {
	switch {
	case next == utf8.RuneError || unicode.IsSpace(next):
		return false
	case strings.ContainsRune("@#!~%$&:^[", r):
		return true
	case r == '.': // www.example.org
		return unicode.IsLetter(before)
	case r == '-': // GH-7, ABC-7
		return unicode.IsUpper(before) && unicode.IsDigit(next)
	}
	return false
}

// mostDigits is one less than forges take for the name of a commit.
const mostDigits = 6

func isHex(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'f' || 'A' <= r && r <= 'F'
}

// Code writes text as a code span, in which no forge looks for anything.
func Code(text string) string {
	text = plain(text)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}
