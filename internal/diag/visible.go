package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hidden says whether r must not reach a terminal or a log as it is: it moves the
// cursor, changes the direction of the text around it, or does not show at all.
// The joiners stay, since emoji and several scripts are written with them.
func hidden(r rune) bool {
	const nonJoiner, joiner = '\u200C', '\u200D'
	switch {
	case r == nonJoiner || r == joiner:
		return false
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r)
}

// spell writes a hidden character so that a person can see and look up what it is.
func spell(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// visible returns text in which nothing is hidden, on one line.
func visible(text string) string {
	if !strings.ContainsFunc(text, hidden) && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if hidden(r) {
			b.WriteString(spell(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
