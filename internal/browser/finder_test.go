//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	finder       = "finder.html"
	finderStatus = `document.querySelector("[data-finder-status]").textContent`
	finderCards  = ".finder-cell .card"
)

// answered says whether the form, the address and the page agree on the answers.
func (b *tab) answered(query string, cards bool) {
	b.Helper()
	b.until(`location.search === ` + quote(query))
	b.expect(`[...new FormData(document.querySelector("[data-finder]"))].filter(([, v]) => v).map((p) => p.join("=")).join("&") === `+quote(strings.TrimPrefix(query, "?")), "the form has the answers")
	b.expect(`(document.querySelectorAll(".finder-cell .card[hidden]").length > 0) === `+map[bool]string{true: "true", false: "false"}[cards], "cards that do not fit are hidden")
}

// An answer narrows it down at once, has an address, and the back button takes it back.
func TestFinder(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + finder)
		all := b.count(finderCards)
		b.expect(finderStatus+`.includes("to choose from")`, "it says how much there is")
		b.expect(`document.querySelector("[data-finder] [type=reset]").hidden`, "there is nothing to start over")
		b.choose("toward", "boss")
		b.answered("?toward=boss", true)
		b.expect(`[...document.querySelectorAll(".finder-audience")].every((s) => s.checkVisibility() === (s.dataset.toward === "boss"))`, "only what is toward the boss is left")
		some := b.count(finderCards)
		b.choose("receptivity", "unsure")
		b.answered("?toward=boss&receptivity=unsure", true)
		b.choose("action", "stop")
		b.answered("?toward=boss&receptivity=unsure&action=stop", true)
		b.expect(finderStatus+` === "What fits: 1 story."`, "the count is said")
		for range 2 {
			b.leave("history.back()")
			b.until(`!location.search.includes("action")`)
		}
		b.answered("?toward=boss", true)
		if got := b.count(finderCards); got != some {
			b.Errorf("back at one answer %d cards show, there were %d", got, some)
		}
		b.leave("history.forward()")
		b.answered("?toward=boss&receptivity=unsure", true)
		b.click("[data-finder] [type=reset]")
		b.answered("", false)
		b.expect(focused+`.matches("[data-finder] input")`, "focus is at the first question")
		if got := b.count(finderCards); got != all {
			b.Errorf("after starting over %d cards show, there were %d", got, all)
		}
	})
}

// What was answered can be kept, sent and opened; what nobody can answer leaves it open.
func TestFinderAddress(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + finder + "?toward=group&action=think")
		b.answered("?toward=group&action=think", true)
		b.leave(`document.querySelector(".finder-cell .card:not([hidden]) a").click()`)
		b.until(`document.readyState === "complete" && document.documentElement.dataset.layout === "entry"`)
		b.leave("history.back()")
		b.until(`document.readyState === "complete" && document.querySelector("[data-finder]")`)
		b.answered("?toward=group&action=think", true)
		b.open(base + finder + "?toward=nobody&receptivity=__proto__&action=%00%3Cscript%3E&x=1")
		b.expect(`!document.querySelector(".finder-cell .card[hidden]")`, "everything shows")
	})
}

// While somebody is still at one question, the back button does not stop at every arrow key.
func TestFinderByKeyboard(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.open(base + finder)
	before := eval[int](b, "history.length")
	b.do(chromedp.Focus("[data-finder] input:checked"))
	b.press(kb.ArrowDown, kb.ArrowDown)
	b.answered("?toward=boss", true)
	b.press(kb.Tab)
	b.expect(focused+`.name === "receptivity"`, "Tab goes to the next question")
	b.press(kb.ArrowDown, kb.ArrowDown)
	b.answered("?toward=boss&receptivity=unsure", true)
	if got := eval[int](b, "history.length"); got != before+2 {
		t.Errorf("two answers are %d steps in the history", got-before)
	}
	b.press(kb.Tab, kb.Tab)
	b.expect(focused+`.type === "reset"`, "the last stop starts over")
	b.press(kb.Enter)
	b.answered("", false)
	b.calm(base)
}

// A search that finds nothing offers the finder, from every page that has the search.
func TestSearchOffersTheFinder(t *testing.T) {
	both(t, func(b *tab, base string) {
		for _, page := range []string{home, shipped.samples(b.T)["entry-stories"], finder} {
			b.open(base + page)
			b.openSearch("zzyzxq")
			const offered = `[...document.querySelectorAll("dialog[open] .search-help a")].find((a) => a.textContent === "the finder")`
			b.until(offered)
			b.expect(offered+".href === "+quote(base+finder), "the link leads to it")
			eval[bool](b, "("+offered+".click(), true)")
			b.until(`location.href === ` + quote(base+finder) + ` && document.readyState === "complete" && document.querySelector("[data-finder]")`)
		}
	})
}
