package feeds

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

func files(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, p *playbook.Playbook,
) map[string]string {
	out := map[string]string{}
	for _, f := range Plan(p, []string{"index.html", "principles/a.html"}) {
		b, err := f.Append([]byte("before "))
		if err != nil {
			t.Fatal(err)
		}
		own, ok := strings.CutPrefix(string(b), "before ")
		if !ok {
			t.Fatalf("%s is not written behind what there was", f.Address)
		}
		out[f.Address] = own
	}
	return out
}

func feedPlaybook(title, summary string) *playbook.Playbook {
	a := &playbook.Entry{Kind: playbook.KindPrinciple, ID: "a", File: "a", Principle: &playbook.Principle{}}
	a.Title, a.Summary = title, summary
	s := &playbook.Entry{Kind: playbook.KindStory, ID: "s", File: "s", Story: &playbook.Story{Review: "accepted", Provenance: "illustrative", Credit: "anonymous"}}
	s.Title, s.Summary, s.Authors = "A story", "What happened.", []string{"Secret Name"}
	s.PublishOn = "2026-03-17"
	draft := &playbook.Entry{Kind: playbook.KindPrinciple, ID: "d", File: "d", Principle: &playbook.Principle{}}
	draft.Title, draft.Draft = "Not yet", true
	settings := playbook.DefaultSettings()
	settings.Title, settings.BaseURL = title, "https://example.org/p/"
	return playbook.Assemble(playbook.Input{Settings: settings, Entries: []*playbook.Entry{a, s, draft}, Selection: playbook.Selection{Future: true}})
}

// Whatever titles say, machines can read every file, and read back the same title.
func TestFilesAreWellFormedWhateverTitlesSay(t *testing.T) {
	text := rapid.StringMatching(`[\x20-\x{2FFF}]{1,30}`)
	rapid.Check(t, func(t *rapid.T) {
		title := text.Draw(t, "title")
		got := files(t, feedPlaybook(title, text.Draw(t, "summary")))
		for _, name := range []string{"feed.xml", "sitemap.xml"} {
			dec := xml.NewDecoder(strings.NewReader(got[name]))
			for {
				if _, err := dec.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v\n%s", name, err, got[name])
				}
			}
		}
		var index struct{ Entries []struct{ Title string } }
		if err := json.Unmarshal([]byte(got["entries.json"]), &index); err != nil || index.Entries[0].Title != title {
			t.Fatalf("entries.json: %v, %+v", err, index)
		}
		if n := strings.Count(got["llms.txt"], "\n- ["); n != 2 {
			t.Fatalf("llms.txt lists %d entries:\n%s", n, got["llms.txt"])
		}
	})
}

func TestFeedsSayNothingTheyShouldNot(t *testing.T) {
	for name, text := range files(t, feedPlaybook("T", "S")) {
		for _, secret := range []string{"Not yet", "Secret Name", "2026-03-17"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
}

func TestAnInventedStorySaysSo(t *testing.T) {
	got := files(t, feedPlaybook("T", "S"))
	if !strings.Contains(got["feed.xml"], "An invented story. What happened.") {
		t.Error("the feed does not say that the story is invented")
	}
	if !strings.Contains(got["llms.txt"], "An invented story. What happened.") {
		t.Error("llms.txt does not say that the story is invented")
	}
	if !strings.Contains(got["entries.json"], `"provenance": "illustrative"`) {
		t.Error("entries.json does not say that the story is invented")
	}
}

func TestFeedsLeaveThePlaybookInItsOrder(t *testing.T) {
	p := feedPlaybook("T", "S")
	p.Entries[len(p.Entries)-1].Derived.Updated = "2026-03-09" // the last to read is the newest
	before := slices.Clone(p.Published())
	files(t, p)
	if !slices.Equal(before, p.Published()) {
		t.Error("a feed sorts what is not its own")
	}
}
