package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// What fits on a card, in a search result and in a feed reader's list.
const (
	maxSummary   = 200 // characters
	maxSentences = 2
)

var longSummary = rule{
	Rule: diag.Rule{
		Code: "long-summary", Severity: diag.Warning,
		Why: "the summary is the card, the search result and the feed text",
		Fix: "keep it to two sentences and 200 characters",
	},
	own: func(f *file) {
		if n := utf8.RuneCountInString(f.Summary); n > maxSummary {
			f.field("summary", "", fmt.Sprintf("the summary has %d characters; a card holds %d", n, maxSummary),
				"say it as you would to somebody in the corridor")
		} else if n := countSentences(f.Summary); n > maxSentences {
			f.field("summary", "", fmt.Sprintf("the summary has %d sentences; a card holds %d", n, maxSentences),
				"keep the one that a reader would repeat")
		}
	},
}

// countSentences counts full stops, question and exclamation marks that end one. In
// Latin script an end is followed by a capital, so that “e.g. this” has none.
func countSentences(text string) int {
	n, open := 0, false // whether letters stand behind the last end
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			open = true
		case open && endsSentence(text[:i], r, text[i+utf8.RuneLen(r):]):
			n++
			open = false
		}
	}
	if open {
		n++
	}
	return n
}

func endsSentence(before string, mark rune, after string) bool {
	if strings.ContainsRune("。！？", mark) {
		return true
	}
	if !strings.ContainsRune(".!?…", mark) || mark == '.' && abbreviations[strings.ToLower(before[strings.LastIndexAny(before, " (")+1:])] {
		return false
	}
	after = strings.TrimLeft(after, ".!?…”’\"')")
	next := strings.TrimLeft(after, " \n\t“‘\"'(")
	r, _ := utf8.DecodeRuneInString(next)
	return next == "" || after != next && (unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Lo, r))
}

var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "vs": true,
	"etc": true, "no": true, "a.m": true, "p.m": true, "u.s": true, "prof": true,
}
