package feeds

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

// What is written by hand reads as the standard library writes it, byte for byte.

func TestTextsAreQuotedAsJSONQuotesThem(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[\x00-\x7F“é\x{2028}]{0,20}`), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		want, _ := json.Marshal(s)
		if got := appendQuoted(nil, s); !bytes.Equal(got, want) {
			t.Fatalf("%q is written %s, want %s", s, got, want)
		}
	})
}

func TestEntriesAreIndentedAsJSONIndentsThem(t *testing.T) {
	values := rapid.SliceOfN(rapid.StringMatching(`[a-c<“]{0,3}`), 0, 3)
	rapid.Check(t, func(t *rapid.T) {
		p := feedPlaybook("T", "S")
		for _, e := range p.Entries {
			e.Tags, e.Aliases = values.Draw(t, "tags"), values.Draw(t, "aliases")
			if rapid.Bool().Draw(t, "situated") {
				e.Situation = &playbook.Situation{Toward: values.Draw(t, "toward"), Style: []playbook.Style{"facts"}}
			}
			if rapid.Bool().Draw(t, "related") {
				e.Derived.Related = []playbook.RelatedEntry{{Rel: "refines", Entry: e}, {Rel: "see-also", Entry: e}}
			}
		}
		if rapid.Bool().Draw(t, "empty") {
			p = playbook.Assemble(playbook.Input{})
		}
		got := appendEntries(nil, p)
		var compact, want bytes.Buffer
		if err := json.Compact(&compact, got); err != nil {
			t.Fatalf("%v in %s", err, got)
		}
		if err := json.Indent(&want, compact.Bytes(), "", " "); err != nil || want.String()+"\n" != string(got) {
			t.Fatalf("got %s, want %s (%v)", got, want.String(), err)
		}
	})
}

func TestASitemapIsWrittenAsXMLIs(t *testing.T) {
	type page struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod,omitempty"`
	}
	type urlset struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []page   `xml:"url"`
	}
	addresses := rapid.SliceOfN(rapid.OneOf(rapid.Just("principles/a.html"), rapid.String()), 0, 4)
	rapid.Check(t, func(t *rapid.T) {
		p := feedPlaybook("T", "S")
		p.Entries[0].Derived.Updated = playbook.Date(rapid.SampledFrom([]string{"", "2026-03-09"}).Draw(t, "updated"))
		pages := addresses.Draw(t, "pages")
		var set urlset
		for _, a := range pages {
			entry := page{Loc: absolute(p, a)}
			if a == p.Entries[0].Address() {
				entry.LastMod = string(p.Entries[0].Derived.Updated)
			}
			set.URLs = append(set.URLs, entry)
		}
		want, err := xml.MarshalIndent(set, "", "  ")
		if got := string(appendSitemap(nil, p, pages)); err != nil || got != xml.Header+string(want)+"\n" {
			t.Fatalf("got %s, want %s (%v)", got, want, err)
		}
	})
}
