package news_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/feeds"
	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/playbook"
)

// entriesOf is the entries.json of a playbook.
func entriesOf(t interface{ Fatal(...any) }, p *playbook.Playbook) []byte {
	for _, f := range feeds.Plan(p, nil) {
		if f.Address == playbook.EntriesAddress {
			b, err := f.Append(nil)
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
	}
	t.Fatal("there is no entries.json")
	return nil
}

// A build that has only the published file reports what one with the playbook itself would,
// except for the texts, and that it does not know which single link was broken.
func TestThePublishedFileTellsAllThatIsCompared(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := assemble(drawEntries(t, "before")), assemble(drawEntries(t, "after"))
		after := news.Of(b, news.Options{})
		want := news.Compare(news.Of(a, news.Options{}), after)
		got := news.Compare(news.Read(entriesOf(t, a)), after)
		for _, r := range []*news.Report{want, got} {
			r.Broken = nil
			for i := range r.Removed {
				r.Removed[i].File = ""
			}
			if r.Coverage != nil {
				for i := range r.Coverage.Lost {
					r.Coverage.Lost[i].Principle.File = ""
				}
			}
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(news.Gone{}, news.Cell{})); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestWhatIsNoSiteOfOursIsNotCompared(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":         ``,
		"no JSON":         `<html>`,
		"cut off":         `{"coverage":{"cells":1},"entries":[{"kind":"story"`,
		"another program": `{"entries":[{"id":7}]}`,
		"an older one":    `{"title":"T","entries":[{"kind":"story","address":"stories/a.html","title":"A"}]}`,
		"another shape":   `{"coverage":{},"entries":{"a":1}}`,
		"a kind of later": `{"coverage":{},"entries":[{"kind":"poem","address":"poems/a.html"}]}`,
		"no address":      `{"coverage":{},"entries":[{"kind":"story"}]}`,
		"one twice":       `{"coverage":{},"entries":[{"kind":"story","address":"a"},{"kind":"story","address":"a"}]}`,
		"numbers of text": `{"coverage":{"cells":"many"}}`,
	} {
		if news.Read([]byte(text)) != nil {
			t.Errorf("%s was taken for a site", name)
		}
	}
	if news.Read([]byte(`{"coverage":{},"entries":[],"pages":[],"of a later version":true}`)) == nil {
		t.Error("a field that is not known yet was held against it")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"coverage":{"cells":3},"entries":[{"kind":"principle","address":"principles/a.html","maturity":"idea","tags":["x"],"covers":{"toward":["peer"]}}],"pages":[]}`))
	f.Add([]byte(`{"coverage":{},"entries":[{"kind":"story","address":"../x","attempt":true,"redirect_from":["","../x"]}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		s := news.Read(b)
		if s == nil {
			return
		}
		if r := news.Compare(s, s); r.Changed() {
			t.Fatalf("%+v", r)
		}
		empty := news.Read([]byte(`{"coverage":{}}`))
		for _, r := range []*news.Report{news.Compare(s, empty), news.Compare(empty, s)} {
			var text, comment strings.Builder
			if err := r.WriteText(&text, news.TextOptions{}); err != nil {
				t.Fatal(err)
			}
			if err := r.WriteMarkdown(&comment, news.MarkdownOptions{Site: "https://example.org/"}); err != nil {
				t.Fatal(err)
			}
		}
	})
}
