package pages

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/playbook"
)

func translation(id, lang, of string) *playbook.Entry {
	return principle(id, func(e *playbook.Entry) { e.Lang, e.TranslationOf = lang, of })
}

func TestTranslationsLeadToEachOther(t *testing.T) {
	draft := translation("entwurf", "nl", "ask")
	draft.Draft = true
	pages := plan(
		translation("fragen", "de", "ask"), translation("ask", "", ""), translation("demander", "fr", "principles/ask"), draft,
		translation("fragen-at", "de-AT", "fragen"), principle("alone"), translation("x", "de", "y"), translation("y", "", "x"),
		translation("lost", "de", "nowhere"),
	)
	for address, want := range map[string][]Translation{
		"principles/ask.html": {
			{Lang: "de", Name: "Deutsch", Href: "fragen.html"},
			{Lang: "de-AT", Name: "Österreichisches Deutsch", Href: "fragen-at.html"},
			{Lang: "fr", Name: "français", Href: "demander.html"},
		},
		"principles/fragen.html": {
			{Lang: "en", Name: "English", Href: "ask.html"},
			{Lang: "de-AT", Name: "Österreichisches Deutsch", Href: "fragen-at.html"},
			{Lang: "fr", Name: "français", Href: "demander.html"},
		},
		"principles/alone.html": nil, "principles/x.html": nil, "principles/y.html": nil, "principles/lost.html": nil,
	} {
		if diff := cmp.Diff(want, pages[address].(EntryView).Translations); diff != "" {
			t.Errorf("%s: %s", address, diff)
		}
	}
}

func TestTranslationsAreAbsoluteForOthers(t *testing.T) {
	s := playbook.DefaultSettings()
	s.BaseURL = "https://example.org/p/"
	p := playbook.Assemble(playbook.Input{Settings: s, Entries: []*playbook.Entry{translation("ask", "", ""), translation("fragen", "de", "ask")}})
	view := views(Plan(p, Options{}))["principles/ask.html"].(EntryView)
	if got := view.Translations[0].URL; got != "https://example.org/p/principles/fragen.html" {
		t.Error(got)
	}
}

func TestEachTextHasTheLanguageOfItsAuthor(t *testing.T) {
	s := playbook.DefaultSettings()
	s.Language = "de"
	s.Vocabularies.Toward = append(s.Vocabularies.Toward, playbook.Value{ID: "rat", Label: "Der Rat"})
	sit := playbook.Situation{Way: "by-example", Toward: []string{"peer", "rat"}, Action: "start", Magnitude: "tiny"}
	english := example("c", sit, "a")
	english.Lang = "en"
	p := playbook.Assemble(playbook.Input{Settings: s, Entries: []*playbook.Entry{principle("a"), english}})
	for _, view := range views(Plan(p, Options{})) {
		switch v := view.(type) {
		case HomeView:
			if v.Lang != "de" || v.SiteLang != "de" || v.Starts[0].Lang != "de" || v.Nav[0].Lang != "" {
				t.Errorf("home is in %q of %q, its cards in %q, our words in %q", v.Lang, v.SiteLang, v.Starts[0].Lang, v.Nav[0].Lang)
			}
		case EntryView:
			if v.Kind != "example" {
				continue
			}
			if v.Lang != "en" || v.SiteLang != "de" || v.Groups[0].Cards[0].Lang != "de" {
				t.Errorf("the example is in %q of %q, what it rests on in %q", v.Lang, v.SiteLang, v.Groups[0].Cards[0].Lang)
			}
			for _, f := range v.Facts {
				if f.Name == "toward" && (f.Values[0].Lang != "" || f.Values[1].Lang != "de") {
					t.Errorf("toward is in %q and %q", f.Values[0].Lang, f.Values[1].Lang)
				}
			}
		}
	}
}

func TestThePageNotFoundHasItsIntroduction(t *testing.T) {
	intro := &playbook.Entry{Kind: playbook.KindPage, ID: "404", File: "content/pages/404.md", Common: playbook.Common{Title: "Lost"}}
	intro.Say(&playbook.Text{Body: playbook.Body{Chunks: []string{`<h2 id="a">A <a class="anchor" href="#a">#</a></h2>`}}})
	s := playbook.DefaultSettings()
	for base, want := range map[string]string{"": `href="#a"`, "https://example.org/p/": `href="404.html#a"`} {
		s.BaseURL = base
		p := playbook.Assemble(playbook.Input{Settings: s, Entries: []*playbook.Entry{intro}})
		if v := views(Plan(p, Options{}))[playbook.NotFoundAddress].(PageView); !strings.Contains(string(v.Intro), want) {
			t.Errorf("with base %q the introduction is %q", base, v.Intro)
		}
	}
}
