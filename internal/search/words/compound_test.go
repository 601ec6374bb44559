package words

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestPartsAreFound: what known words make, with links, is taken apart into known
// words, and never into more of them.
func TestPartsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.SliceOfN(rapid.StringMatching("[aeinrst]{4,8}"), 1, 20).Draw(t, "known")
		made := rapid.SliceOfN(rapid.SampledFrom(known), 2, mostParts).Draw(t, "parts")
		term := made[0]
		for _, p := range made[1:] {
			term += rapid.SampledFrom(links).Draw(t, "link") + p
		}
		parts := Parts(term, func(w string) bool { return slices.Contains(known, w) })
		if len(term) > maxTerm {
			if parts != nil {
				t.Fatalf("%q is too long for a term: %q", term, parts)
			}
			return
		}
		if len(parts) < 2 || len(parts) > len(made) || !strings.HasPrefix(term, parts[0]) || !strings.HasSuffix(term, parts[len(parts)-1]) {
			t.Fatalf("%q, made of %q, gives %q", term, made, parts)
		}
		for _, p := range parts {
			if !slices.Contains(known, p) {
				t.Fatalf("%q gives %q, which nobody knows", term, p)
			}
		}
	})
}

func TestCompounds(t *testing.T) {
	for tag, want := range map[string]bool{"de": true, "de-CH": true, "DE_at": true, "nl": true, "nb": true, "nn-NO": true, "en": false, "": false, "fr": false, "den": false} {
		if Compounds(tag) != want {
			t.Errorf("Compounds(%q) = %v", tag, !want)
		}
	}
}
