package words

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestSentencesAreTheText: sentences follow each other, are whole characters, and
// leave out nothing but blanks.
func TestSentencesAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := generatedText().Draw(t, "text")
		last := 0
		for _, r := range append(Sentences(text), Range{len(text), len(text)}) {
			if r.Start < last || r.End < r.Start {
				t.Fatalf("%q: %v after %d", text, r, last)
			}
			if strings.Trim(text[last:r.Start], blanks) != "" || !utf8.ValidString(text[r.Start:r.End]) {
				t.Fatalf("%q: lost %q", text, text[last:r.Start])
			}
			last = r.End
		}
	})
}
