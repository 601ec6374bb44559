//go:build browser

package browser

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What opens on a page must be as accessible as the page.
func TestAxeOfWhatOpens(t *testing.T) {
	t.Parallel()
	source, base := readAxe(t), serve(t, "/")
	b := newTab(t)
	opened := map[string]struct {
		page string
		open func(b *tab)
	}{
		"search with results": {home, func(b *tab) {
			b.press("/")
			b.until(`document.querySelector("dialog[open] input")`)
			b.press(common)
			b.until(options + ".length > 2")
		}},
		"search without results": {home, func(b *tab) {
			b.press("/")
			b.until(`document.querySelector("dialog[open] input")`)
			b.press("xyzzyxyzzy")
			b.until(`document.querySelector("dialog[open] .search-help").checkVisibility()`)
		}},
		"results page": {"search.html?q=" + common, func(b *tab) { b.until(results + ".length > 2") }},
		"filter":       {"examples/index.html", func(b *tab) { b.click("form[data-filters] summary") }},
		"definition": {shipped.first(t, "entry-examples", "data-definition"), func(b *tab) {
			b.do(chromedp.Focus("main .term[data-definition]"))
			b.until(says)
		}},
		"all acts": {home, func(b *tab) { b.click("main details summary") }},
	}
	tally := axeTally{incomplete: map[string]int{}}
	for name, o := range opened {
		for _, m := range modes {
			t.Run(name+" "+m.name, func(t *testing.T) {
				b := b.in(t)
				b.size(m.width)
				b.media("", append(m.features, "prefers-reduced-motion=reduce")...)
				b.open(base + o.page)
				o.open(b)
				r := b.axe(source)
				r.uncover()
				tally.judge(b, r)
			})
		}
	}
}

// uncover leaves out the places that axe cannot judge because what has opened lies on
// them. They were judged before it opened, by TestAxe.
func (r *axeResult) uncover() {
	for i := range r.Incomplete {
		f := &r.Incomplete[i]
		f.Nodes = slices.DeleteFunc(f.Nodes, func(n axeNode) bool {
			return strings.Contains(n.Summary, "by another element")
		})
	}
	r.Incomplete = slices.DeleteFunc(r.Incomplete, func(f axeFinding) bool { return len(f.Nodes) == 0 })
}
