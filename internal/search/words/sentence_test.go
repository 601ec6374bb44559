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

func TestLastWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := generatedText().Draw(t, "text")
		want := 0
		if list := Sentences(text); len(list) > 1 {
			want = list[len(list)-2].End
		}
		if got := LastWhole(text); got != want {
			t.Fatalf("in %q the last sentence but one ends at %d, want %d", text, got, want)
		}
	})
}
