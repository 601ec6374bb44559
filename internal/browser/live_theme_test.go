//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"
)

// What the theme's scripts have made of a page goes on working when the page is changed in
// place, and counts what is there now.
func TestLiveTheme(t *testing.T) {
	t.Parallel()
	t.Run("act of the week", func(t *testing.T) {
		t.Parallel()
		p := newPreview(t)
		b := newTab(t)
		b.preview(p, home)
		html := p.html(home)
		for _, act := range strings.Split(html, "data-act>")[1:] {
			text, _, _ := strings.Cut(act, "<")
			html = strings.ReplaceAll(html, ">"+text, ">New: "+text)
		}
		p.put(home, html)
		p.rebuilt(update{})
		const act = `document.querySelector("[data-week-act]").textContent`
		b.until(act + `.startsWith("New: ")`)
		b.expect(`[...document.querySelectorAll("[data-act]")].filter((e) => e.textContent === `+act+`).length === 1`, "one of the acts")
		before := eval[string](b, act)
		b.click("[data-week-next]")
		b.expect(act+".startsWith('New: ') && "+act+" !== "+quote(before), "another one is a new one too")
		b.expect("stays", "in place")
		b.calm(p.base)
	})
	t.Run("filters", func(t *testing.T) {
		t.Parallel()
		p := newPreview(t)
		b := newTab(t)
		b.preview(p, "examples/index.html")
		b.click("form[data-filters] summary")
		const cards = `[...document.querySelectorAll(".list .card")].filter((c) => c.checkVisibility()).length`
		b.click("form[data-filters] .facet[open] label:nth-of-type(2)")
		some := eval[int](b, cards)
		html := p.html("examples/index.html")
		all := strings.Count(html, "card-body")
		html = strings.Replace(html, fmt.Sprint(all, " entries"), fmt.Sprint(all+1, " entries"), 1)
		start := strings.Index(html, `<li class="card`)
		end := start + strings.Index(html[start:], "</li>") + len("</li>")
		p.put("examples/index.html", html[:end]+strings.ReplaceAll(html[start:end], "</h3>", " again</h3>")+html[end:])
		p.rebuilt(update{})
		b.until(`document.querySelectorAll(".list .card").length === ` + fmt.Sprint(all+1))
		b.until(`document.querySelector("[data-count]").textContent === ` + cards + ` + " of ` + fmt.Sprint(all+1) + ` entries"`)
		b.expect(cards+" >= "+fmt.Sprint(some), "the choice stays")
		b.expect(`document.querySelector(".facet").open && stays`, "what is open stays open")
		b.calm(p.base)
	})
	t.Run("terms", func(t *testing.T) {
		t.Parallel()
		p := newPreview(t)
		page := shipped.first(t, "entry-examples", "data-definition")
		b := newTab(t)
		b.preview(p, page)
		p.edit(page, `<h1>`, `<p><a class="term" id="fresh" href="../glossary.html" data-definition="A new word.">word</a></p><h1>`)
		p.rebuilt(update{})
		b.until(`document.querySelector("#fresh")`)
		eval[bool](b, `(document.querySelector("#fresh").focus(), true)`)
		b.until(note + `?.textContent === "A new word." && ` + note + `.checkVisibility()`)
		b.expect(`document.querySelectorAll(".term-note").length === 1 && stays`, "one note for all")
		b.calm(p.base)
	})
}
