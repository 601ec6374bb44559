//go:build browser

package browser

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// paste replaces what is in the field that has focus.
func (b *tab) paste(text string) {
	b.Helper()
	eval[bool](b, "("+focused+".select(), true)")
	call(b, input.InsertText, input.InsertTextParams{Text: text})
}

// When a part of the index is not there, the reader is told in the engine's words; what
// else is asked is answered, and trying again is one key away.
func TestSearchMissingPart(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, `fail: /^page 3/, uncounted: true`))
	b.open(base + "search.html?q=page")
	b.until(pageHits + ".length === 10")
	b.until(`document.querySelector(".search-facets").checkVisibility()`) // uncounted, but there
	b.check("kind", "story")
	b.until(pageStatus + `.textContent === "4 results"`)
	b.do(chromedp.Focus("#search-query"))
	b.paste("page 3")
	b.until(pageHelp + `.textContent.includes("A part of the search index is missing.")`)
	b.expect(pageHits+`.length === 0 && `+pageStatus+`.textContent === ""`, "no results of another query beside it")
	b.until(pageHeard + `.textContent.includes("is missing")`)
	eval[bool](b, `(window.search.fail = null, true)`)
	b.press(kb.Tab)
	for range 20 {
		if eval[bool](b, focused+`.textContent === "Try again"`) {
			break
		}
		b.press(kb.Tab)
	}
	b.press(kb.Enter)
	b.until(pageStatus + `.textContent === "1 result"`)
	b.expect(focused+" === "+pageField, "focus is not lost with the button")
	b.calm(base)
}

// The index as a whole may be missing or unreadable: both ways to search say so, and
// work as soon as it is back.
func TestSearchWithoutEngine(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(3, `broken: "The search index could not be loaded."`))
	b.open(base)
	b.openSearch("page")
	b.until(dialogHelp + `.textContent.startsWith("The search index could not be loaded.")`)
	b.press(kb.Enter, kb.ArrowDown, kb.ArrowUp, kb.Delete)
	eval[bool](b, `(delete window.search.broken, true)`)
	b.press(" ")
	b.until(options + ".length === 3")
	b.expect(dialogHelp+`.textContent === ""`, "the trouble is over")
	b.calm(base)
}

// The real index: gone, or not what it should be.
func TestSearchIndexGone(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	call(b, network.SetBlockedURLs, network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/*search-index*", Block: true}}})
	b.open(base + "search.html?q=" + common)
	b.until(pageHelp + `.textContent.includes("Try again")`)
	b.expect(pageHelp+`.firstChild.textContent.length > 20 && document.querySelector("main .ways a")`, "the page says so, and its ways are there")
	call(b, network.SetBlockedURLs, network.SetBlockedURLsParams{})
	b.click("main .search-help button")
	b.until(pageHits + ".length > 2")
}

// A pasted page of text is a query too: the field takes the beginning.
func TestSearchLongQuery(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("😀", 5_000)
	b, base := searchTab(t, numbered(12, ""))
	b.open(base)
	b.openSearch("")
	b.paste(long)
	b.until(dialogHelp + `.textContent.includes("Nothing has")`)
	b.expect(dialogHelp+`.textContent.length < 200 && window.searchAsked.at(-1).query.length === 1000`, "it is not repeated in full")
	b.open(base + "search.html")
	b.paste(long + strings.Repeat("x", 3))
	b.until(pageHelp + `.textContent.includes("Nothing has")`)
	b.press(kb.Enter)
	b.until(`location.search.length > 1000`)
	b.expect(`document.title.length < 200`, "nor in the title")
	b.narrowEnough(1440)
	b.calm(base)
}

// Each kind of emptiness is said in its own words.
func TestSearchSaysWhy(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, `stop: "the of", meant: { "pgae 3": "page 3" }, unknown: { page: ["plugh"], "xyzzy and": ["xyzzy"] }`))
	b.open(base + "search.html")
	for query, want := range map[string]string{
		"the of":    "There is little to go by in “the of”. Add a word that says more.",
		"pgae 3":    "Nothing has it as it is typed. These are the results for page 3.",
		"page":      "Nothing has “plugh”. These pages have the rest.",
		"page 3":    "",
		"xyzzy and": "Nothing has “xyzzy”. Try fewer or other words, the finder, acts by situation, or all titles from A to Z.",
	} {
		b.paste(query)
		b.until(pageHelp + `.textContent === ` + quote(want))
		b.until(pageHeard + `.textContent.includes(` + quote(want) + `)`)
		b.expect(`document.querySelector("main .search-found > .search-tips").checkVisibility() === `+strconv.FormatBool(query == "xyzzy and" || query == "the of"), "tips are for those who found nothing")
	}
	b.paste("x")
	b.press(kb.Backspace)
	b.until(`document.querySelector("main .search-found > .search-tips").checkVisibility()`)
	b.open(base)
	b.openSearch("xyzzy")
	b.until(dialogHelp + `.textContent.includes("xyzzy")`)
	b.expect(`document.querySelector("dialog[open] .search-start a").checkVisibility()`, "there are other ways")
	b.calm(base)
}

func TestSearchEmptyPlaybook(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, `{ pages: [] }`)
	b.open(base + "search.html?q=anything&kind=story")
	b.until(pageHelp + `.textContent.startsWith("Nothing has “anything”.")`)
	b.expect(`!document.querySelector(".search-filters").checkVisibility()`, "no filters where there is nothing")
	b.open(base)
	b.openSearch("anything")
	b.until(dialogHelp + `.textContent.startsWith("Nothing has “anything”.")`)
	b.calm(base)
}
