package playbook

import (
	"strings"
	"testing"
)

func linkPlaybook() (*Playbook, *Entry) {
	from := &Entry{Kind: KindExample, ID: "ask", File: "content/examples/ask.md", Example: &Example{}}
	from.Title = "Ask"
	from.Say(&Text{Body: Body{Headings: []Heading{{ID: "words"}}}})
	to := &Entry{Kind: KindPrinciple, ID: "listen", File: "content/principles/listen.md", Principle: &Principle{}}
	to.Title, to.Aliases = "Listen first", []string{"Two ears"}
	to.Say(&Text{Body: Body{Headings: []Heading{{ID: "why"}}}})
	draft := &Entry{Kind: KindPrinciple, ID: "draft", File: "content/principles/draft.md", Principle: &Principle{}}
	draft.Title, draft.Draft = "Not yet", true
	glossary := &Entry{Kind: KindPage, ID: "glossary", File: "content/pages/glossary.md"}
	glossary.Say(&Text{Body: Body{Terms: []Term{{Name: "Hat", ID: "term-hat", Text: "A role."}}}})
	intro := &Entry{Kind: KindPage, ID: "stories", File: "content/pages/stories.md"}
	p := Assemble(Input{
		Entries: []*Entry{from, to, draft, glossary, intro},
		Assets:  map[string]bool{"examples/map.png": true, "pages/plan.pdf": true},
	})
	return p, from
}

func TestLinksLeadWhereAuthorsMean(t *testing.T) {
	p, from := linkPlaybook()
	for _, tt := range []struct {
		link Link
		want string
	}{
		{Link{Target: "../principles/listen.md"}, "principles/listen.html"},
		{Link{Target: "../principles/listen.md", Fragment: "why"}, "principles/listen.html#why"},
		{Link{Fragment: "words"}, "examples/ask.html#words"},
		{Link{Target: "../pages/glossary.md", Fragment: "term-hat"}, "glossary.html#term-hat"},
		{Link{Target: "../pages/stories.md"}, "stories/index.html"},
		{Link{Target: "../search.html"}, "search.html"},
		{Link{Target: "index.html"}, "examples/index.html"},
		{Link{Target: "map.png"}, "examples/map.png"},
		{Link{Kind: LinkImage, Target: "map.png"}, "examples/map.png"},
		{Link{Kind: LinkImage, Target: "../pages/plan.pdf"}, "plan.pdf"},
		{Link{Kind: LinkWiki, Target: "listen"}, "principles/listen.html"},
		{Link{Kind: LinkWiki, Target: "listen  FIRST"}, "principles/listen.html"},
		{Link{Kind: LinkWiki, Target: "two ears", Fragment: "why"}, "principles/listen.html#why"},
		{Link{Kind: LinkWiki, Target: "principles/listen"}, "principles/listen.html"},
		{Link{Kind: LinkWiki, Target: "hat"}, "glossary.html#term-hat"},
	} {
		got := p.ResolveLink(from, tt.link)
		if got.Address != tt.want || got.Problem != "" {
			t.Errorf("%+v leads to %q (%s), want %q", tt.link, got.Address, got.Problem, tt.want)
		}
	}
}

func TestBrokenLinksSayWhyAndWhatWasMeant(t *testing.T) {
	p, from := linkPlaybook()
	for _, tt := range []struct {
		link          Link
		problem, hint string
	}{
		{Link{Target: "../principles/lisen.md"}, "there is no file content/principles/lisen.md", "../principles/listen.md"},
		{Link{Target: "listen.md"}, "there is no file content/examples/listen.md", "../principles/listen.md"},
		{Link{Target: "../principles/listen.md", Fragment: "whi"}, "no heading #whi", "why"},
		{Link{Target: "../principles/draft.md"}, "is not published", "publish it"},
		{Link{Target: "/principles/listen.md"}, "starts with a slash", "../principles/name.md"},
		{Link{Kind: LinkImage, Target: "mpa.png"}, "there is no image content/examples/mpa.png", "map.png"},
		{Link{Kind: LinkWiki, Target: "lisen"}, "nothing is called “lisen”", "listen"},
		{Link{Target: "../../../etc/passwd"}, "there is no file", ""},
		{Link{Target: "nothing.md"}, "there is no file", ""},
	} {
		got := p.ResolveLink(from, tt.link)
		if !strings.Contains(got.Problem, tt.problem) || !strings.Contains(got.Hint(), tt.hint) || got.Address != "" {
			t.Errorf("%+v: %q, hint %q, address %q", tt.link, got.Problem, got.Hint(), got.Address)
		}
	}
}

func TestANameOfSeveralEntriesIsAQuestion(t *testing.T) {
	a := &Entry{Kind: KindPrinciple, ID: "ask", Principle: &Principle{}}
	b := &Entry{Kind: KindExample, ID: "ask", Example: &Example{}}
	p := Assemble(Input{Entries: []*Entry{a, b}})
	got := p.ResolveLink(a, Link{Kind: LinkWiki, Target: "ask"})
	if got.Problem != "“ask” is the name of several entries" || got.Hint() != "say which: principles/ask or examples/ask" {
		t.Errorf("%s; %s", got.Problem, got.Hint())
	}
}

func TestOnlyAssetsOfPublishedEntriesAreUsed(t *testing.T) {
	p, from := linkPlaybook()
	from.Say(&Text{Body: Body{Links: []Link{{Kind: LinkImage, Target: "map.png"}}}})
	draft, _ := p.Resolve("draft")
	draft.Say(&Text{Body: Body{Links: []Link{{Kind: LinkImage, Target: "../pages/plan.pdf"}}}})
	got := p.UsedAssets()
	if len(got) != 1 || !got["examples/map.png"] {
		t.Errorf("used: %v", got)
	}
}

func TestAnIdThatTwoKindsShareIsNeither(t *testing.T) {
	a := &Entry{Kind: KindPrinciple, ID: "ask", Principle: &Principle{}}
	b := &Entry{Kind: KindExample, ID: "ask", Example: &Example{}}
	p := Assemble(Input{Entries: []*Entry{a, b}})
	if e, ok := p.Resolve("ask"); ok {
		t.Errorf("ask resolves to %s", e.Kind)
	}
	if e, ok := p.Resolve("examples/ask.md"); !ok || e != b {
		t.Error("examples/ask.md does not resolve to the example")
	}
	if e, ok := p.ResolveKind(KindPrinciple, "ask"); !ok || e != a {
		t.Error("ask among principles does not resolve to the principle")
	}
}
