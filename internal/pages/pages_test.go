package pages

import (
	"html"
	"path"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/playbook"
)

func principle(id string, change ...func(*playbook.Entry)) *playbook.Entry {
	e := &playbook.Entry{Kind: playbook.KindPrinciple, ID: id, File: "content/principles/" + id + ".md", Principle: &playbook.Principle{}}
	e.Title, e.Summary = "Title of "+id, "Summary of "+id
	for _, c := range change {
		c(e)
	}
	return e
}

func example(id string, sit playbook.Situation, principles ...string) *playbook.Entry {
	e := &playbook.Entry{Kind: playbook.KindExample, ID: id, File: "content/examples/" + id + ".md", Situation: &sit}
	e.Example = &playbook.Example{Principles: principles}
	e.Title = "Title of " + id
	return e
}

// plan makes the views of a playbook's pages, by address.
func plan(entries ...*playbook.Entry) map[string]any {
	s := playbook.DefaultSettings()
	s.Repository.URL = "https://github.com/team/book"
	p := playbook.Assemble(playbook.Input{Settings: s, Entries: entries})
	return views(Plan(p, Options{Stylesheets: []string{"assets/a.css"}, SearchIndex: "search-index.js"}))
}

func views(b *Book) map[string]any {
	out := map[string]any{}
	for _, page := range b.Pages {
		out[page.Address] = b.View(page).Data
	}
	return out
}

func TestEveryValueHasALabel(t *testing.T) {
	for _, f := range FacetValues(playbook.DefaultSettings()) {
		for _, v := range f.Values {
			if Label(playbook.DefaultSettings(), f.Name, v) == v {
				t.Errorf("%s %q has no label", f.Name, v)
			}
		}
		if names[f.Name][0] == "" {
			t.Errorf("%s has no name", f.Name)
		}
	}
	for name, values := range map[string][]string{
		"followers": playbook.Followers("").Values(), "hat": playbook.Hat("").Values(), "authority": playbook.Authority("").Values(),
		"intentional": playbook.Intention("").Values(), "told-by": playbook.Teller("").Values(),
	} {
		for _, v := range values {
			if Label(playbook.DefaultSettings(), name, v) == v {
				t.Errorf("%s %q has no label", name, v)
			}
		}
	}
}

func TestEveryLinkOfEveryViewLeadsToAPage(t *testing.T) {
	href := regexp.MustCompile(`^(\.\./)*[^/#?]`)
	sit := playbook.Situation{Way: "by-example", Toward: []string{"peer"}, Action: "start", Magnitude: "tiny"}
	pages := plan(
		principle("a", func(e *playbook.Entry) {
			e.Tags = []string{"Two words", "x"}
			e.Principle.Barriers = []string{"It is not my place"}
			e.Related = []playbook.Relation{{To: "b", Rel: "refines"}}
		}),
		principle("b"), example("c", sit, "a"), example("sub/d", sit, "a", "b"),
		&playbook.Entry{Kind: playbook.KindPage, ID: "about", File: "content/pages/about.md", Common: playbook.Common{Title: "About", RedirectFrom: []string{"old/about"}}},
	)
	checked := 0
	for address, view := range pages {
		eachHref(reflect.ValueOf(view), func(link string) {
			if link == "" || strings.Contains(link, "://") || strings.HasPrefix(link, "#") {
				return
			}
			checked++
			if !href.MatchString(link) {
				t.Errorf("%s: %q is not relative", address, link)
			}
			link, _, _ = strings.Cut(link, "#")
			link, _, _ = strings.Cut(link, "?")
			if _, ok := pages[path.Join(path.Dir(address), link)]; !ok {
				t.Errorf("%s: %q leads nowhere", address, link)
			}
		})
	}
	if checked < 100 {
		t.Errorf("only %d links were seen", checked)
	}
}

// eachHref calls f with every field of a view whose name ends in Href, and of redirects.
func eachHref(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachHref(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachHref(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if strings.HasSuffix(name, "Href") || name == "To" {
				f(v.Field(i).String())
				continue
			}
			eachHref(v.Field(i), f)
		}
	}
}

func TestFiltersOfferOnlyWhatTellsCardsApart(t *testing.T) {
	pages := plan(principle("a"),
		example("one", playbook.Situation{Way: "by-example", Toward: []string{"peer", "boss"}, Action: "start", Magnitude: "tiny"}, "a"),
		example("two", playbook.Situation{Way: "by-suggestion", Toward: []string{"peer"}, Action: "start", Magnitude: "tiny"}, "a"),
	)
	got := map[string][]FacetOption{}
	for _, f := range pages["examples/index.html"].(ListView).Facets {
		got[f.Name] = f.Options
	}
	want := map[string][]FacetOption{
		"way":    {{Value: "by-example", Label: "By example", Count: 1}, {Value: "by-suggestion", Label: "By suggestion", Count: 1}},
		"toward": {{Value: "peer", Label: "A peer", Count: 2}, {Value: "boss", Label: "Your boss", Count: 1}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestEditLinksOfTheForges(t *testing.T) {
	for repository, want := range map[string]string{
		"https://github.com/t/b":      "https://github.com/t/b/edit/main/content/principles/a.md",
		"https://gitlab.com/t/b/":     "https://gitlab.com/t/b/-/edit/main/content/principles/a.md",
		"https://codeberg.org/t/b":    "https://codeberg.org/t/b/_edit/main/content/principles/a.md",
		"https://bitbucket.org/t/b":   "https://bitbucket.org/t/b/src/main/content/principles/a.md?mode=edit",
		"https://git.example.org/t/b": "https://git.example.org/t/b/edit/main/content/principles/a.md",
		"":                            "",
	} {
		settings := playbook.DefaultSettings()
		settings.Repository.URL = repository
		if got := newEditing(settings.Repository).href(principle("a").File); got != want {
			t.Errorf("%s: %s, want %s", repository, got, want)
		}
	}
	settings := playbook.DefaultSettings()
	settings.Repository = playbook.Repository{URL: "https://x.org/r", Branch: "a b", Edit: "{url}/e?b={branch}&f={path}"}
	if got, want := newEditing(settings.Repository).href(principle("é").File), "https://x.org/r/e?b=a%20b&f=content/principles/%C3%A9.md"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTwoPagesNeverShareAnAddress(t *testing.T) {
	pages := plan(
		principle("a", func(e *playbook.Entry) {
			e.RedirectFrom = []string{"index.html", "principles/b.html", "../x", "new/place"}
		}),
		principle("b"),
	)
	if _, ok := pages["principles/b.html"].(EntryView); !ok {
		t.Error("a redirect took the place of an entry")
	}
	if _, ok := pages["index.html"].(HomeView); !ok {
		t.Error("a redirect took the place of the home page")
	}
	if v, ok := pages["new/place/index.html"].(RedirectView); !ok || v.To != "../../principles/a.html" {
		t.Errorf("the redirect is %+v", v.To)
	}
}

// Whatever a glossary says, the definition in a wiki link's slot stays inside its attribute.
func TestDefinitionsCannotLeaveTheirAttribute(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "definition")
		glossary := &playbook.Entry{Kind: playbook.KindPage, ID: "glossary", File: "content/pages/glossary.md"}
		glossary.Say(&playbook.Text{Body: playbook.Body{Terms: []playbook.Term{{Name: "hat", ID: "term-hat", Text: text}}}})
		from := principle("a")
		from.Say(&playbook.Text{Body: playbook.Body{
			Chunks: []string{`<a href="`, `">hat</a>`},
			Links:  []playbook.Link{{Kind: playbook.LinkWiki, Target: "hat"}},
		}})
		s := &site{Playbook: playbook.Assemble(playbook.Input{Entries: []*playbook.Entry{glossary, from}})}
		want := `<a href="../glossary.html#term-hat" class="term" data-definition="` + html.EscapeString(text) + `">hat</a>`
		if got := string(s.body(from, s.Text(from), from.Address())); got != want {
			t.Fatalf("got %s", got)
		}
	})
}

func TestStoriesAreCreditedAsPromised(t *testing.T) {
	for _, tt := range []struct {
		story   playbook.Story
		authors []string
		want    string
	}{
		{playbook.Story{Credit: "named", Provenance: "submitted"}, []string{"Mira", "Jo"}, "Told by Mira and Jo"},
		{playbook.Story{Credit: "anonymous", Provenance: "submitted", Team: "Blue"}, []string{"Mira"}, "Told anonymously"},
		{playbook.Story{Credit: "pseudonym", Provenance: "submitted"}, []string{"Mira"}, "Told under another name"},
		{playbook.Story{Credit: "team", Provenance: "submitted", Team: "Blue"}, []string{"Mira"}, "Told by the team Blue"},
		{playbook.Story{Credit: "named", Provenance: "illustrative"}, []string{"Mira"}, ""},
	} {
		e := &playbook.Entry{Kind: playbook.KindStory, Story: &tt.story}
		e.Authors = tt.authors
		if got := credit(e); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.story.Credit, got, tt.want)
		}
	}
}

// A page that shows a text says so; the facts of others it may show without a word.
func TestAPageNamesTheTextsItShows(t *testing.T) {
	intro := &playbook.Entry{Kind: playbook.KindPage, ID: "stories", File: "content/pages/stories.md", Common: playbook.Common{Title: "Stories"}}
	sit := playbook.Situation{Way: "by-example", Toward: []string{"peer"}, Action: "start", Magnitude: "tiny"}
	p := playbook.Assemble(playbook.Input{Settings: playbook.DefaultSettings(), Entries: []*playbook.Entry{principle("a"), example("c", sit, "a"), intro}})
	b := Plan(p, Options{})
	want := map[string]string{"principles/a.html": "a", "examples/c.html": "c", "stories/index.html": "stories"}
	for _, page := range b.Pages {
		got := ""
		for _, e := range b.View(page).Texts {
			got += e.ID
		}
		if got != want[page.Address] {
			t.Errorf("%s shows the texts of %q, want %q", page.Address, got, want[page.Address])
		}
	}
}
