package diag

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Nearest returns the candidate that word was most likely meant to be, or "" when
// none is close: at most a third of its letters may differ, or two where there are four
// or five, since swapped letters count as two. The first of equals wins, so
// candidates in a stable order give a stable answer.
func Nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	letters := utf8.RuneCountInString(word)
	best, limit := "", max(1, letters/3)
	if letters == 4 || letters == 5 {
		limit = 2
	}
	for _, c := range candidates {
		if n := utf8.RuneCountInString(c); n < letters-limit || n > letters+limit {
			continue // so different in length that no comparison is needed
		}
		if d := levenshtein.ComputeDistance(word, strings.ToLower(c)); d <= limit {
			best, limit = c, d-1
		}
		if limit < 0 {
			break
		}
	}
	return best
}

// DidYouMean returns a hint that names the nearest candidate, or else lists the
// candidates when they are few, or else says nothing.
func DidYouMean(word string, candidates []string) string {
	if n := Nearest(word, candidates); n != "" {
		return "did you mean “" + n + "”?"
	}
	if len(candidates) > 0 && len(candidates) <= 12 {
		return "known: " + strings.Join(candidates, ", ")
	}
	return ""
}
