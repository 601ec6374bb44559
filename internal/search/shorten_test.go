package search

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBeginnings(t *testing.T) {
	for _, test := range []struct {
		body string
		most int
		want string
	}{
		{"Short.", 100, "Short."},
		{"One is here. Two is here. Three is here.", 30, "One is here. Two is here."},
		{"First one. First two.\nSecond one. Second two.", 30, "First one.\nSecond one."},
		{"a\nSecond one. Second two.", 20, "a\nSecond one."},
		{"a sentence without any end", 12, "a sentence …"},
		{strings.Repeat("x", 50), 12, ""},
	} {
		kept := newText(test.body, len(test.body))
		if got := kept.beginnings(test.most); got != test.want {
			t.Errorf("beginnings(%q, %d) = %q, want %q", test.body, test.most, got, test.want)
		}
	}
}

func TestBeginningsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := generatedText().Draw(t, "body")
		most := rapid.IntRange(1, 100).Draw(t, "most")
		kept := newText(body, len(body))
		got := kept.beginnings(most)
		if len(got) > most+len(" …")*(strings.Count(body, "\n")+1) {
			t.Fatalf("%d bytes, want at most %d: %q", len(got), most, got)
		}
		for line := range strings.SplitSeq(got, "\n") {
			if !strings.Contains(body, strings.TrimSuffix(line, " …")) {
				t.Fatalf("%q is not in %q", line, body)
			}
		}
	})
}

// TestATrimmedTextBeginsAlike: what is kept for a share is enough for it and all less,
// however often it has been trimmed.
func TestATrimmedTextBeginsAlike(t *testing.T) {
	line := rapid.OneOf(rapid.StringOfN(rapid.RuneFrom([]rune("ab. !é看。\n")), 0, 60, -1), generatedText())
	rapid.Check(t, func(t *rapid.T) {
		body := strings.ToValidUTF8(strings.Join(rapid.SliceOfN(line, 0, 8).Draw(t, "lines"), "\n"), "?")
		whole, trimmed := newText(body, len(body)), newText(body, len(body))
		most := 400
		for range rapid.IntRange(0, 3).Draw(t, "trims") {
			most = rapid.IntRange(0, most).Draw(t, "share")
			trimmed.trim(most)
		}
		for range 5 {
			n := rapid.IntRange(0, most).Draw(t, "less")
			if got, want := trimmed.beginnings(n), whole.beginnings(n); got != want {
				t.Fatalf("%q, trimmed to %q, begins with %q, want %q", body, trimmed.kept, got, want)
			}
		}
	})
}
