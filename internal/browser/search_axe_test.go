//go:build browser

package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Each state of the search is as accessible as its first. Neighbours in this list share
// their elements, so each is looked at in half of the modes.
func TestAxeOfSearch(t *testing.T) {
	t.Parallel()
	source := readAxe(t)
	b, base := searchTab(t, numbered(30, `
		fail: /missing/, hold: /slow/, stop: "the", meant: { "pgae 3": "page 3" },
	`))
	remembered := `(localStorage.setItem("playbook-searches /", JSON.stringify(["quiet teammate", "say no"])), true)`
	states := []struct {
		name, page string
		reach      func(b *tab)
	}{
		{"results", home, func(b *tab) {
			b.openSearch("page")
			b.until(options + ".length === 5")
			b.press(kb.ArrowDown)
		}},
		{"recent", home, func(b *tab) {
			eval[bool](b, remembered)
			b.openSearch("")
			b.until(options + ".length === 2")
			b.press(kb.ArrowDown)
		}},
		{"nothing", home, func(b *tab) {
			b.openSearch("xyzzy")
			b.until(dialogHelp + `.textContent.includes("xyzzy")`)
		}},
		{"corrected", home, func(b *tab) {
			b.openSearch("pgae 3")
			b.until(dialogHelp + `.textContent.includes("as it is typed")`)
		}},
		{"trouble", home, func(b *tab) {
			b.openSearch("missing")
			b.until(dialogHelp + `.textContent.includes("Try again")`)
		}},
		{"waiting", home, func(b *tab) {
			b.openSearch("page")
			b.until(options + ".length === 5")
			b.paste("slow")
			b.until(`document.querySelector("dialog[open] .stale")`)
		}},
		{"facets", "search.html?q=page&kind=story&kind=example", func(b *tab) {
			b.until(pageHits + ".length === 10")
			if b.count(".search-facets") == 0 {
				b.click(".search-filters summary")
			}
			b.until(`document.querySelector(".search-facets").checkVisibility()`)
		}},
		{"no results", "search.html?q=xyzzy", func(b *tab) { b.until(pageHelp + `.textContent.includes("xyzzy")`) }},
		{"too common", "search.html?q=the", func(b *tab) { b.until(pageHelp + `.textContent.includes("little")`) }},
		{"start", "search.html", func(b *tab) { b.until(`document.querySelector("main .search-found > .search-tips").checkVisibility()`) }},
	}
	tally := axeTally{incomplete: map[string]int{}}
	for i, s := range states {
		for j, m := range modes {
			if (i+j)%2 > 0 {
				continue
			}
			t.Run(s.name+" "+m.name, func(t *testing.T) {
				b := b.in(t)
				b.size(m.width)
				b.media("", append(m.features, "prefers-reduced-motion=reduce")...)
				b.open(base + s.page)
				eval[bool](b, `(localStorage.clear(), true)`)
				s.reach(b)
				r := b.axe(source)
				r.uncover()
				tally.judge(b, r)
			})
		}
	}
}
