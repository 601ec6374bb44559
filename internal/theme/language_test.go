package theme_test

import (
	"bytes"
	"testing"

	"golang.org/x/net/html"
)

// languages returns the language that each text of a page is in, as a screen reader
// hears it: that of the nearest element that names one.
func languages(t *testing.T, page []byte) map[string]string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	var visit func(n *html.Node, lang string)
	visit = func(n *html.Node, lang string) {
		for _, a := range n.Attr {
			if a.Key == "lang" {
				lang = a.Val
			}
		}
		for _, a := range n.Attr {
			if a.Key == "aria-label" {
				out[a.Val] = lang
			}
		}
		if n.Type == html.TextNode {
			out[n.Data] = lang
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, lang)
		}
	}
	visit(root, "")
	return out
}

// WCAG 3.1.1 and 3.1.2: the page says the language of its content, and each part that
// is in another one says so.
func TestEachTextSaysItsLanguage(t *testing.T) {
	th := loadBuiltin(t)
	for name, want := range map[string]map[string]string{
		"entry-german": {
			"Den Stillen fragen": "de", "Öffne die Tür mit dem Namen.": "de", examples[0].Act: "de", examples[0].Summary: "en",
			"Mira, you have run this before. What would you look at first?": "de", "On this page": "en", "Do this": "en", "Main": "en",
			"Thirty exercise books on a Sunday": "de", "Skip to the content": "en", "Microleadership Playbook": "en", "English": "en",
			examples[1].Title: "de", examples[1].Summary: "de", "The situation": "en", "A peer": "en", "Examples": "en",
		},
		"home-german": {
			"Handbuch": "de-AT", "Kleine Taten.": "de-AT", "Act of the week": "en", principles[0].Title: "de", principles[0].Summary: "de",
			principles[1].Title: "en", principles[1].Summary: "en", "Search": "en", "Main": "en",
		},
		"entry-example": {"Do this": "en", examples[0].Summary: "en", "Skip to the content": "en"},
	} {
		for _, s := range samples() {
			if s.name != name {
				continue
			}
			got := languages(t, render(t, th, s.view))
			for text, lang := range want {
				if got[text] != lang {
					t.Errorf("%s: %q is in %q, want %q", name, text, got[text], lang)
				}
			}
		}
	}
}

func TestTheContentsLanguageIsThePages(t *testing.T) {
	th := loadBuiltin(t)
	for name, want := range map[string]string{"entry-german": `<html lang="de" `, "home-german": `<html lang="de-AT" data-site-lang="de-AT" `, "home": `<html lang="en" data-layout`} {
		for _, s := range samples() {
			if s.name == name && !bytes.Contains(render(t, th, s.view), []byte(want)) {
				t.Errorf("%s has no %s", name, want)
			}
		}
	}
}
