package search

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestQuotedAsJSON holds the quoting to that of encoding/json.
func TestQuotedAsJSON(t *testing.T) {
	piece := rapid.OneOf(rapid.StringOf(rapid.RuneFrom([]rune("\x00\x01\b\t\n\f\r\x1f\x7f\"\\/<>&'aé\u2027\u2028\u2029\u202a看"))), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(piece.Draw(t, "text"), "?")
		want, err := plainJSON(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendQuoted(nil, s); string(got) != string(want) {
			t.Fatalf("%q is quoted as %s, want %s", s, got, want)
		}
	})
}

// TestACardSaysWhatTheDocumentDoes: what results show is read back as it was.
func TestACardSaysWhatTheDocumentDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := *clean(generatedDocument().Draw(t, "document"))
		want.Illustrative = rapid.Bool().Draw(t, "illustrative")
		var scratch []byte
		c := newDraft(&want).card(&scratch, want.Body, len(want.Body))
		want.Aliases, want.Asks, want.Tags, want.Facets = names(&want), nil, nil, nil
		got := c.document()
		if len(want.Headings) == 0 {
			want.Headings = nil
		}
		if len(want.Aliases) == 0 {
			want.Aliases = nil
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v is shown as %+v", want, got)
		}
	})
}
