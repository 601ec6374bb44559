//go:build browser

package browser

import (
	"testing"
)

const (
	// words is the text of the page that can be seen. Status lines that scripts fill do not count.
	words = `document.querySelector("main").innerText.split(/\s+/).filter(Boolean)`
	// dead lists controls that do nothing without a script.
	dead = `[...document.querySelectorAll("button, [role=button], dialog")]
		.filter((e) => e.checkVisibility() && !/^(submit|reset)$/.test(e.type)).map((e) => e.outerHTML.slice(0, 80))`
)

// Everything that is essential is there without JavaScript: the text, the links, the
// way to every page; and nothing that would not work.
func TestWithoutJavaScript(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	with, without := newTab(t), newTab(t)
	without.script(false)
	for _, page := range shipped.pages {
		if page == notFound || shipped.layoutOf(t, page) == "redirect" {
			continue
		}
		t.Run(page, func(t *testing.T) {
			with, without := with.in(t), without.in(t)
			with.open(base + page)
			without.open(base + page)
			without.expect(`!document.documentElement.classList.contains("js")`, "no script runs")
			without.same("controls that do nothing", eval[[]string](without, dead), []string{})
			want, got := len(eval[[]string](with, words)), len(eval[[]string](without, words))
			// Scripts add labels of a few words, never content.
			if got+20 < want {
				t.Errorf("%d of %d words show", got, want)
			}
			for _, selector := range []string{"h1", "nav[aria-label=Main] a", "footer a"} {
				if without.count(selector) == 0 {
					t.Errorf("no %s", selector)
				}
			}
			if without.count("header a[href$='search.html']") == 0 {
				t.Error("no way to the search page, which leads on without JavaScript")
			}
			without.calm(base)
		})
	}
}

// The search page without JavaScript says so and leads everywhere.
func TestSearchPageWithoutJavaScript(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.script(false)
	b.open(base + "search.html")
	b.expect(`document.querySelector("main").innerText.includes("JavaScript")`, "it says what it needs")
	for _, href := range []string{"az.html", "principles/index.html", "examples/index.html", "stories/index.html"} {
		if b.count("main a[href='"+href+"']") == 0 {
			t.Errorf("no link to %s", href)
		}
	}
}
