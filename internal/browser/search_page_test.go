//go:build browser

package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	pageHits = `[...document.querySelectorAll("main .hits > li")]`
	asks     = `decodeURIComponent(location.search)`
	// facetsShown lists what can be chosen: “kind=story 4”.
	facetsShown = `[...document.querySelectorAll(".search-facets label")].filter((l) => l.checkVisibility())
		.map((l) => l.firstChild.name + "=" + l.firstChild.value + " " + l.querySelector(".count").textContent)`
	chips = `[...document.querySelectorAll(".search-chosen button")]`
)

// check clicks the box of a filter.
func (b *tab) check(name, value string) {
	b.Helper()
	b.click(fmt.Sprintf(`.search-facets input[name=%q][value=%q]`, name, value))
}

// Everything that is asked stands in the address; each completed step is one step back.
func TestSearchHistory(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(60, ""))
	b.open(base)
	b.open(base + "search.html")
	b.expect(focused+" === "+pageField, "one can type at once")
	b.press("page")
	b.until(pageHits + ".length === 10")
	b.until(asks + ` === "?q=page"`)
	b.press(" 1")
	b.until(pageStatus + `.textContent === "11 results"`)
	b.until(asks + ` === "?q=page+1"`)
	before := eval[int](b, "history.length")
	b.press(kb.Enter)
	b.until(fmt.Sprintf("history.length === %d", before+1))
	b.check("kind", "story")
	b.until(pageStatus + `.textContent === "3 results"`)
	b.expect(asks+` === "?q=page+1&kind=story"`, "the filter is in the address")
	b.check("way", "by-example")
	b.until(pageStatus + `.textContent === "1 result"`)
	b.check("way", "by-suggestion")
	b.until(pageStatus + `.textContent === "3 results"`)
	b.expect(asks+` === "?q=page+1&kind=story&way=by-example&way=by-suggestion"`, "two values of one facet")

	for _, step := range []struct{ address, status string }{
		{"?q=page+1&kind=story&way=by-example", "1 result"},
		{"?q=page+1&kind=story", "3 results"},
		{"?q=page+1", "11 results"},
		{"", ""},
	} {
		b.leave("history.back()")
		b.until(asks + " === " + quote(step.address))
		b.until(pageStatus + ".textContent === " + quote(step.status))
		b.expect(pageField+`.value === (new URLSearchParams(location.search).get("q") ?? "")`, "the field shows "+step.address)
		b.expect(`[...document.querySelectorAll(".search-facets input")].every((i) => i.checked === new URLSearchParams(location.search).has(i.name, i.value))`, "and so do the boxes")
		b.expect(chips+`.length === [...new URLSearchParams(location.search).keys()].filter((k) => k !== "q").length`, "and the chips")
	}
	b.leave("history.go(2)")
	b.until(asks + ` === "?q=page+1&kind=story"`)
	b.until(pageStatus + `.textContent === "3 results"`)
	b.leave("history.go(-3)")
	b.arrive("/")
	b.calm(base)
}

// A query that is replaced by another is one step back, although the address followed
// each letter.
func TestSearchReplacedQuery(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(60, ""))
	b.open(base + "search.html?q=page+2")
	b.until(pageStatus + `.textContent === "11 results"`)
	b.do(chromedp.Focus("#search-query"))
	eval[bool](b, "("+pageField+".select(), true)")
	b.press("page 3")
	b.until(asks + ` === "?q=page+3"`)
	b.press(kb.Tab) // leaves the field
	b.leave("history.back()")
	b.until(asks + ` === "?q=page+2"`)
	b.until(pageField + `.value === "page 2" && ` + pageHits + `[0].textContent.includes("page 2")`)
	b.leave("history.forward()")
	b.until(pageField + `.value === "page 3" && ` + pageHits + `[0].textContent.includes("page 3")`)
	b.calm(base)
}

// Show more adds ten and leads to the first of them; the way back from a result leads
// to as many results, at the same place.
func TestSearchShowMore(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(60, ""))
	b.open(base + "search.html?q=page&kind=story")
	b.until(pageHits + ".length === 10")
	b.click(".search-more")
	b.until(pageHits + ".length === 20")
	b.expect(`!document.querySelector(".search-more").checkVisibility()`, "there is nothing more to show")
	b.until(focused + " === " + pageHits + `[10].querySelector("a")`)
	b.expect(asks+` === "?q=page&kind=story&n=20"`, "how many is in the address")
	eval[bool](b, `(`+pageHits+`[15].scrollIntoView({ block: "center" }), true)`)
	b.wait(300)
	y := eval[int](b, "Math.round(scrollY)")
	b.expect("scrollY > 500", "far down")
	b.click("main .hits > li:nth-child(16) a")
	b.arrive("/barriers.html")
	b.leave("history.back()")
	b.arrive("/search.html")
	b.until(pageHits + ".length === 20")
	b.until(fmt.Sprintf("Math.abs(scrollY - %d) < 3", y))
	b.leave(`window.old = true; location.reload()`) // as when the browser has not kept the page
	b.arrive("/search.html")
	b.until("!window.old && " + pageHits + ".length === 20")
	b.until(fmt.Sprintf("Math.abs(scrollY - %d) < 3", y))
	b.open(base + "search.html?q=page&n=1e9")
	b.until(pageHits + ".length === 60")
	b.expect(`window.searchAsked[0].limit === 200`, "an address cannot ask for everything at once")
	b.calm(base)
}

// Beside each value stands what choosing it would leave; values that would leave nothing
// are not offered; what is chosen can always be taken back.
func TestSearchFacets(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, ""))
	b.open(base + "search.html?q=page")
	b.until(`document.querySelector(".search-facets").checkVisibility()`)
	b.same("all", eval[[]string](b, facetsShown), []string{
		"kind=principle 4", "kind=example 4", "kind=story 4", "way=by-example 6", "way=by-suggestion 6", "maturity=attested 8", "outcome=followed 4",
	})
	b.expect(`[...document.querySelectorAll(".search-facets fieldset")].every((f) => f.querySelector("legend").textContent)`, "each group has a name")
	b.check("kind", "story")
	b.until(pageStatus + `.textContent === "4 results"`)
	b.same("stories", eval[[]string](b, facetsShown), []string{
		"kind=principle 4", "kind=example 4", "kind=story 4", "way=by-example 2", "way=by-suggestion 2", "outcome=followed 4",
	})
	b.until(pageHeard + `.textContent.trim() === "4 results"`)
	b.check("way", "by-example")
	b.until(chips + ".length === 2")
	b.same("chips", eval[[]string](b, chips+".map((c) => c.ariaLabel)"), []string{"Kind: Story, remove", "How: By example, remove"})
	b.click(".search-chosen li:first-child button")
	b.until(chips + ".length === 1 && " + focused + " === " + chips + "[0]")
	b.expect(pageStatus+`.textContent === "6 results" && `+asks+` === "?q=page&way=by-example"`, "taken back")
	b.press(kb.Enter)
	b.until(chips + ".length === 0 && " + focused + " === " + pageField)
	b.expect(pageStatus+`.textContent === "12 results"`, "all again")

	b.open(base + "search.html?q=page+2&kind=story&kind=no-such&nonsense=1&__proto__=1")
	b.until(pageHelp + `.textContent.includes("Nothing fits all of these")`)
	b.until(`document.querySelector(".search-facets").checkVisibility()`)
	b.same("nothing left", eval[[]string](b, facetsShown), []string{"kind=example 1", "kind=story 0"})
	b.check("kind", "story")
	b.until(pageStatus + `.textContent === "1 result"`)
	b.open(base + "search.html?kind=example")
	b.until(pageStatus + `.textContent === "4 results"`)
	b.calm(base)
}

// On a phone the filters are folded, and nothing is counted before they are opened; the
// page fits at 320 px with everything on it.
func TestSearchOnAPhone(t *testing.T) {
	t.Parallel()
	long := `window.search.pages.push({ title: "page " + "verylongword".repeat(12), kindLabel: "Principle", passage: { text: "x".repeat(300), ranges: [[0, 300]] } })`
	b, base := searchTab(t, numbered(60, "")+"; "+long)
	b.size(320)
	b.open(base + "search.html?q=page&kind=story&kind=example&kind=principle&kind=page&way=by-example")
	b.until(pageHits + ".length === 10")
	b.expect(`!document.querySelector(".search-facets").checkVisibility()`, "the filters are folded")
	b.click(".search-filters summary")
	b.until(`document.querySelector(".search-facets").checkVisibility()`)
	b.narrowEnough(320)
	b.open(base + "search.html?q=page+very")
	b.until(pageHits + ".length === 1")
	b.narrowEnough(320)
	b.open(base)
	b.openSearch("page")
	b.until(options + ".length === 5")
	b.narrowEnough(320)
	b.press(" very")
	b.until(options + ".length === 1")
	b.narrowEnough(320)
	b.expect(`(() => { const r = document.querySelector("dialog[open]").getBoundingClientRect(); return r.left >= 0 && r.right <= 320 && r.bottom <= innerHeight })()`, "the dialog is inside")
	b.expect(`[...document.querySelectorAll("dialog[open] *")].every((e) => e.getBoundingClientRect().right <= 320)`, "and all in it")
	b.calm(base)
}
