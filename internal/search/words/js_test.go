//go:build browser

package words

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/search/twin"
)

// TestTwinsAgree holds JavaScript to Go: the vectors, then generated texts.
func TestTwinsAgree(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	t.Run("split", func(t *testing.T) { agree(t, b, "engine.splits(%s)", splitTexts, splitVectors(splitTexts)) })
	t.Run("sentence", func(t *testing.T) { agree(t, b, "engine.cuts(%s)", sentenceTexts, sentenceVectors(sentenceTexts)) })
	t.Run("compound", func(t *testing.T) {
		agree(t, b, "engine.taken("+twin.Literal(compoundTerms)+", %s)", compoundKnown, compoundVectors(compoundTerms, compoundKnown))
	})
	t.Run("generated texts", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			texts := rapid.SliceOfN(generatedText(), 30, 30).Draw(t, "texts")
			agree(t, b, "engine.splits(%s)", texts, splitVectors(texts))
			agree(t, b, "engine.cuts(%s)", texts, sentenceVectors(texts))
		})
	})
	t.Run("generated compounds", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			known := rapid.SliceOfN(rapid.StringMatching("[esnr]{4,6}"), 1, 40).Draw(t, "known")
			terms := rapid.SliceOfN(rapid.StringMatching("[esnr]{4,24}"), 30, 30).Draw(t, "terms")
			for range 30 {
				parts := rapid.SliceOfN(rapid.SampledFrom(append(known, links...)), 2, 8).Draw(t, "parts")
				terms = append(terms, strings.Join(parts, ""))
			}
			agree(t, b, "engine.taken("+twin.Literal(terms)+", %s)", known, compoundVectors(terms, known))
		})
	})
}

// agree evaluates call with in as its argument and compares the answer.
func agree[T any](t twin.T, b twin.Page, call string, in any, want T) {
	t.Helper()
	got := twin.Ask[T](t, b, fmt.Sprintf(call, twin.Literal(in)))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("JavaScript differs from Go (-Go +JavaScript):\n%s", diff)
	}
}

// TestHalvesOfCharacters: what is no text in JavaScript separates words, as U+FFFD does.
func TestHalvesOfCharacters(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	for _, text := range []string{"a%sb", "%s", "日%s本", "a%s\u0301b", "e%s-mail", "a.%s", "𠮷%s野", "%s.net"} {
		want := splitVectors([]string{fmt.Sprintf(text, "\ufffd")})[0].Tokens
		for _, half := range []string{`\ud83d`, `\udc00`} {
			literal := strings.ReplaceAll(twin.Literal(text), "%s", half)
			if got := twin.Ask[[]splitVector](t, b, "engine.splits(["+literal+"])")[0].Tokens; cmp.Diff(want, got) != "" {
				t.Errorf("%s: %+v, with U+FFFD %+v", literal, got, want)
			}
		}
	}
}

// TestHostileTextsInTheBrowser: a megabyte of anything is split, not stuck. The limit is for what
// grows with the square: that takes minutes.
func TestHostileTextsInTheBrowser(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	for name, h := range hostile() {
		call := fmt.Sprintf("(() => { const text = %s.repeat(%d), start = performance.now(); engine.split(text); engine.cuts([text]); return performance.now() - start })()", twin.Literal(h.piece), h.times)
		ms := twin.Ask[float64](t, b, call)
		t.Logf("%s: %.0f ms", name, ms)
		if ms > 30_000 {
			t.Errorf("%s takes %.0f ms", name, ms)
		}
	}
}
