package serve_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// panel is what the author's panel is told.
type panel struct {
	Address     string `json:"address"`
	File        string `json:"file"`
	Editor      string `json:"editor"`
	Kind        string `json:"kind"`
	Draft       bool   `json:"draft"`
	Future      string `json:"future"`
	Unpublished string `json:"unpublished"`
	Words       int    `json:"words"`
	Minutes     int    `json:"minutes"`
	Findings    []struct {
		said
		Block int `json:"block"`
	} `json:"findings"`
	Duplicates []struct {
		page
		Share float64 `json:"share"`
	} `json:"duplicates"`
	Backlinks []struct {
		Address string `json:"address"`
		Title   string `json:"title"`
	} `json:"backlinks"`
	Result struct {
		Title    string `json:"title"`
		Kind     string `json:"kind"`
		Maturity string `json:"maturity"`
		Passage  string `json:"passage"`
		Address  string `json:"address"`
	} `json:"result"`
	Missing []string `json:"missing"`
}

func look(t *testing.T, host, address string) panel {
	t.Helper()
	got := ask(t, host, "/_playbook/page?"+url.Values{"address": {address}}.Encode())
	if got.StatusCode != 200 || got.Header.Get("Content-Type") != "application/json" {
		t.Fatalf("%s: %d %s", address, got.StatusCode, got.body)
	}
	return decode[panel](t, got.body)
}

func TestThePanelOfAnEntry(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, with(map[string]string{
		"content/principles/ask.md":   principle + "One <u>paragraph</u>.\n\n<!-- nothing -->\n\n## Why\n\nAnother with ![a](https://example.org/a.png).\n",
		"content/examples/bad-day.md": fmt.Sprintf(example, "", "See [it](../principles/ask.md)."),
		"content/stories/roster.md":   fmt.Sprintf(story, "accepted", ""),
		"content/pages/about.md":      "---\ntitle: About us\nsummary: Us.\n---\n\n[Asking](../principles/ask.md).\n",
	})))
	p := look(t, host, "principles/ask.html")
	if p.Address != "principles/ask.html" || p.File != "content/principles/ask.md" || p.Kind != "principle" ||
		p.Editor != "vscode://file/home/ann/book/content/principles/ask.md:1:1" || p.Draft || p.Future != "" || p.Unpublished != "" {
		t.Errorf("%+v", p)
	}
	page := ask(t, host, "/principles/ask.html").body
	if p.Words != 6 || p.Minutes != 1 || !strings.Contains(page, fmt.Sprintf("%d min read", p.Minutes)) {
		t.Errorf("%d words, %d minutes", p.Words, p.Minutes)
	}
	// Each finding of the text stands at the element that its line has become.
	prose := elements(t, page)
	found := map[string]string{}
	for _, f := range p.Findings {
		if f.File != p.File || f.Editor != fmt.Sprintf("vscode://file/home/ann/book/%s:%d:%d", f.File, max(1, f.Line), max(1, f.Column)) {
			t.Errorf("%+v", f)
		}
		if f.Block < 0 {
			if f.Line > 9 {
				t.Errorf("%+v stands nowhere", f)
			}
			continue
		}
		found[f.Code] = prose[f.Block]
	}
	if !strings.HasPrefix(found["raw-html"], "One") || !strings.HasPrefix(found["remote-image"], "Another") {
		t.Errorf("findings stand at %q", found)
	}
	var back []string
	for _, b := range p.Backlinks {
		back = append(back, b.Address+" "+b.Title)
	}
	want := []string{"examples/bad-day.html Ask about the bad day", "stories/roster.html The roster", "about.html About us"}
	if diff := cmp.Diff(want, back); diff != "" {
		t.Errorf("backlinks (-want +got):\n%s", diff)
	}
	if r := p.Result; r.Title != "Ask first" || r.Kind != "Principle" || r.Maturity != "attested" || r.Passage != "A question opens a door." || r.Address != p.Address {
		t.Errorf("%+v", r)
	}
	if !slices.Equal(p.Missing, []string{"three such stories from three teams; so far 1 story from 0 teams"}) {
		t.Errorf("missing: %q", p.Missing)
	}
	if p := look(t, host, "examples/bad-day.html"); p.Findings == nil || p.Duplicates == nil || len(p.Backlinks) != 1 {
		t.Errorf("%+v", p)
	}
}

// elements returns the texts of the elements that hold an entry's body.
func elements(t *testing.T, page string) []string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" && a.Val == "prose" }) {
			continue
		}
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode {
				var text strings.Builder
				for d := range c.Descendants() {
					if d.Type == html.TextNode {
						text.WriteString(d.Data)
					}
				}
				out = append(out, text.String())
			}
		}
	}
	return out
}

func TestThePanelOfOtherPages(t *testing.T) {
	s, host := start(t, options(t))
	if got := ask(t, host, "/_playbook/page?address=about.html"); got.StatusCode != 503 {
		t.Errorf("before the first build: %d", got.StatusCode)
	}
	s.Show(result(t, with(map[string]string{
		"content/pages/stories.md": "---\ntitle: Our stories\nsummary: All of them.\n---\n\nRead <u>on</u>.\n",
	})))
	for address, file := range map[string]string{
		"about.html": "content/pages/about.md", "/about.html": "content/pages/about.md", "": "", "az.html": "", "404.html": "",
		"stories/": "content/pages/stories.md", "stories/index.html": "content/pages/stories.md",
	} {
		if p := look(t, host, address); p.File != file || p.Findings == nil || p.Duplicates == nil || p.Backlinks == nil || p.Missing == nil {
			t.Errorf("%s: %+v", address, p)
		}
	}
	if p := look(t, host, "stories/"); len(p.Findings) == 0 {
		t.Error("an introduction has no findings")
	}
	for _, address := range []string{"nope.html", "../about.html", "content/pages/about.md", "about", "about.html#x", "\x00"} {
		got := ask(t, host, "/_playbook/page?"+url.Values{"address": {address}}.Encode())
		var problem struct {
			Error string `json:"error"`
		}
		if problem = decode[struct {
			Error string `json:"error"`
		}](t, got.body); got.StatusCode != 404 || problem.Error == "" {
			t.Errorf("%q: %d %s", address, got.StatusCode, got.body)
		}
	}
}

func TestThePanelKnowsWhatSaysTheSame(t *testing.T) {
	s, host := start(t, options(t))
	var same strings.Builder
	for i := range 120 {
		fmt.Fprintf(&same, "We asked %d things about day %d, and had %d answers. ", i, i*i, i*7%31)
	}
	twin := strings.Replace(principle, "Ask first", "Ask again", 1)
	s.Show(result(t, with(map[string]string{
		"content/principles/ask.md":   principle + same.String() + "\n",
		"content/principles/again.md": twin + same.String() + "Or nearly.\n",
	})))
	p := look(t, host, "principles/ask.html")
	if len(p.Duplicates) != 1 || p.Duplicates[0].page != (page{"principles/again.html", "Ask again", "content/principles/again.md"}) ||
		p.Duplicates[0].Share < 0.5 || p.Duplicates[0].Share > 1 {
		t.Errorf("%+v", p.Duplicates)
	}
}

// The panel speaks of the site that is shown, also while a newer one has mistakes: its
// findings stand at the paragraphs that are on the page.
func TestThePanelOfTheLastGoodSite(t *testing.T) {
	s, host := start(t, options(t))
	s.Show(result(t, with(map[string]string{"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\nHello <u>there</u>.\n"})))
	s.Show(result(t, broken))
	if p := look(t, host, "about.html"); len(p.Findings) != 1 || p.Findings[0].Code != "raw-html" || p.Findings[0].Block != 0 {
		t.Errorf("%+v", p)
	}
}

// Without a folder on disk, or without an editor, there are no links.
func TestLinksToFilesNeedAFolder(t *testing.T) {
	o := options(t)
	o.Root = ""
	s, host := start(t, o)
	s.Show(result(t, broken))
	if e := listen(t, host).next(); len(e.Problems) == 0 || e.Problems[0].Editor != "" {
		t.Errorf("%+v", e.Problems)
	}
	if p := look(t, host, "about.html"); p.Editor != "" {
		t.Errorf("%+v", p)
	}
}
