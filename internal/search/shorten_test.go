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
		if got := beginnings(test.body, test.most); got != test.want {
			t.Errorf("beginnings(%q, %d) = %q, want %q", test.body, test.most, got, test.want)
		}
	}
}

func TestBeginningsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := generatedText().Draw(t, "body")
		most := rapid.IntRange(1, 100).Draw(t, "most")
		got := beginnings(body, most)
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
