package news_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/playbook"
)

var update = flag.Bool("update", false, "write the golden files")

// entry makes one that has what most have.
func entry(kind playbook.Kind, id, title string, change func(*playbook.Entry)) *playbook.Entry {
	e := &playbook.Entry{Kind: kind, ID: id, File: "content/" + kind.Dir() + "/" + id + ".md"}
	e.Title = title
	situation := &playbook.Situation{Way: playbook.ByExample, Toward: []string{"peer"}}
	switch kind {
	case playbook.KindPrinciple:
		e.Principle = &playbook.Principle{}
	case playbook.KindExample:
		e.Situation, e.Example = situation, &playbook.Example{}
	case playbook.KindStory:
		e.Situation = situation
		e.Story = &playbook.Story{Outcome: playbook.Followed, Provenance: playbook.Submitted, Review: playbook.ReviewAccepted, Credit: playbook.CreditNamed}
	}
	if change != nil {
		change(e)
	}
	if e.Outline.Links == nil {
		e.Say(&playbook.Text{})
	}
	return e
}

func practising(principle string) func(*playbook.Entry) {
	return func(e *playbook.Entry) {
		if e.Story != nil {
			e.Story.Principles = []string{principle}
		} else {
			e.Example.Principles = []string{principle}
		}
	}
}

func linking(target string, line int) func(*playbook.Entry) {
	return func(e *playbook.Entry) {
		l := playbook.Link{Target: target}
		l.Pos.Line, l.Pos.Column = line, 5
		e.Say(&playbook.Text{Body: playbook.Body{Links: []playbook.Link{l}, Chunks: []string{"See ", "."}}})
	}
}

// one of everything that can be told.
func everything() (before, after []*playbook.Entry) {
	before = []*playbook.Entry{
		entry("principle", "ask", "Ask | first", nil),
		entry("principle", "wait", "Wait *a* day", nil),
		entry("principle", "old", "An old [name]", nil),
		entry("principle", "moved", "Moved in a hurry", nil),
		entry("example", "rain", "Ask about the rain", practising("wait")),
		entry("example", "gone", "Gone", func(e *playbook.Entry) {
			practising("ask")(e)
			e.Tags = []string{"weather"}
			e.RedirectFrom = []string{"rain.html"}
		}),
		entry("story", "lone", "The lone vote", practising("moved")),
		entry("page", "about", "About", linking("../examples/gone.md", 12)),
	}
	after = []*playbook.Entry{
		entry("principle", "ask", "Ask | first", nil),
		entry("principle", "wait", "Wait *a* day", nil),
		entry("principle", "new-name", "A new name", func(e *playbook.Entry) { e.RedirectFrom = []string{"principles/old.html"} }),
		entry("principle", "moved-on", "Moved in a hurry", nil),
		entry("example", "rain", "Ask about the rain", practising("ask")),
		entry("story", "lone", "The lone vote", practising("moved")),
		entry("story", "roster", "The roster @ada #7", practising("ask")),
		entry("story", "map", "The map", func(e *playbook.Entry) {
			practising("ask")(e)
			e.Story.Outcome = playbook.NotFollowed
		}),
		entry("story", "tale", "A tale", func(e *playbook.Entry) {
			practising("new-name")(e)
			e.Story.Provenance = playbook.Illustrative
		}),
		entry("page", "about", "About", linking("../examples/gone.md", 14)),
	}
	return before, after
}

func report() *news.Report {
	before, after := everything()
	return news.Compare(snapshot(before), snapshot(after))
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-update writes it):\n%s", name, diff)
	}
}

func TestEverythingIsTold(t *testing.T) {
	r := report()
	var text, bounded, comment, preview bytes.Buffer
	for _, err := range []error{
		r.WriteText(&text, news.TextOptions{}),
		r.WriteText(&bounded, news.TextOptions{Most: 1, More: "-v shows all"}),
		r.WriteMarkdown(&comment, news.MarkdownOptions{Site: "https://example.org/"}),
		r.WriteMarkdown(&preview, news.MarkdownOptions{Preview: "https://preview.example.org/7/", Most: 1}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "everything.txt", text.Bytes())
	golden(t, "bounded.txt", bounded.Bytes())
	golden(t, "everything.md", comment.Bytes())
	golden(t, "preview.md", preview.Bytes())
	golden(t, "everything.json", append(data, '\n'))
}

func TestNothingIsSaidOfNothing(t *testing.T) {
	before, _ := everything()
	r := news.Compare(snapshot(before), snapshot(before))
	var text, comment bytes.Buffer
	if err := r.WriteText(&text, news.TextOptions{}); err != nil || text.Len() > 0 {
		t.Errorf("text says %q (%v)", text.String(), err)
	}
	if err := r.WriteMarkdown(&comment, news.MarkdownOptions{}); err != nil || comment.String() != "Nothing changes for readers.\n" {
		t.Errorf("the comment says %q (%v)", comment.String(), err)
	}
	if r := news.None(); r.Changed() {
		t.Error("no change is one")
	}
}

func TestOfTheFirstPublicationOnlyNumbersAreTold(t *testing.T) {
	_, after := everything()
	r := news.Compare(nil, snapshot(after))
	var text bytes.Buffer
	if err := r.WriteText(&text, news.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	const want = "for readers, with nothing before to compare: 4 principles, 1 example, 4 stories (1 attempt); 4 of 40 cells covered (10 %)\n"
	if text.String() != want || len(r.New) > 0 {
		t.Errorf("got %q, want %q", text.String(), want)
	}
}

// What an entry loses is told by name.
func TestOrphans(t *testing.T) {
	principle := func(id string) *playbook.Entry { return entry("principle", id, id, nil) }
	example := func(of string) *playbook.Entry { return entry("example", "x", "x", practising(of)) }
	story := func(of string) *playbook.Entry { return entry("story", "s", "s", practising(of)) }
	for _, tt := range []struct {
		name          string
		before, after []*playbook.Entry
		want          map[string][]string
	}{
		{
			"the last example",
			[]*playbook.Entry{principle("p"), example("p")},
			[]*playbook.Entry{principle("p")},
			map[string][]string{"principles/p.html": {"has no example any more", "nothing leads to it any more"}},
		},
		{
			"an example, but a story leads there",
			[]*playbook.Entry{principle("p"), example("p"), story("p")},
			[]*playbook.Entry{principle("p"), story("p")},
			map[string][]string{"principles/p.html": {"has no example any more"}},
		},
		{
			"the last principle",
			[]*playbook.Entry{principle("p"), example("p"), story("p")},
			[]*playbook.Entry{example("p"), story("p")},
			map[string][]string{
				"examples/x.html": {"puts no published principle into practice any more", "nothing leads to it any more"},
				"stories/s.html":  {"shows nothing that is published at work any more", "nothing leads to it any more"},
			},
		},
		{
			"the last link",
			[]*playbook.Entry{principle("p"), entry("page", "a", "a", linking("../principles/p.md", 1))},
			[]*playbook.Entry{principle("p"), entry("page", "a", "a", nil)},
			map[string][]string{"principles/p.html": {"nothing leads to it any more"}},
		},
		{"it never had one", []*playbook.Entry{principle("p")}, []*playbook.Entry{principle("p")}, map[string][]string{}},
		{"a new one is no orphan", nil, []*playbook.Entry{principle("p")}, map[string][]string{}},
	} {
		got := map[string][]string{}
		for _, o := range news.Compare(snapshot(tt.before), snapshot(tt.after)).Orphaned {
			got[o.Address] = o.Why
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// Broken is what led somewhere: not a link that is new, nor one that was broken before.
func TestBrokenLinks(t *testing.T) {
	target := entry("principle", "p", "p", nil)
	from := func(to string) *playbook.Entry { return entry("page", "a", "a", linking(to, 3)) }
	for _, tt := range []struct {
		name          string
		before, after []*playbook.Entry
		want          int
	}{
		{"its target is gone", []*playbook.Entry{target, from("../principles/p.md")}, []*playbook.Entry{from("../principles/p.md")}, 1},
		{"it was broken before", []*playbook.Entry{from("../principles/p.md")}, []*playbook.Entry{from("../principles/p.md")}, 0},
		{"it is new", []*playbook.Entry{from("about.md"), target}, []*playbook.Entry{from("../principles/q.md"), target}, 0},
		{"it was mended", []*playbook.Entry{from("../principles/p.md")}, []*playbook.Entry{target, from("../principles/p.md")}, 0},
	} {
		r := news.Compare(snapshot(tt.before), snapshot(tt.after))
		if len(r.Broken) != tt.want {
			t.Errorf("%s: %+v", tt.name, r.Broken)
		}
	}
}
