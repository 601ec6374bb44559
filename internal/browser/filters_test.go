//go:build browser

package browser

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// filter is one choice of a list's filters, with how many cards it should leave.
type filter struct {
	Name, Value, Label string
	Count              int
}

const filters = `[...document.querySelectorAll("form[data-filters] input[type=radio]")].filter((i) => i.value).map((i) => ({
	Name: i.name, Value: i.value, Label: i.closest("label").querySelector("span").textContent.trim(),
	Count: parseInt(i.closest("label").querySelector(".count").textContent.match(/\d+/)),
}))`

const cards = "main ul.cards > li"

func lists(t *testing.T) []string {
	t.Helper()
	var pages []string
	for _, page := range shipped.pages {
		if shipped.layoutOf(t, page) == "list" && strings.Contains(shipped.read(t, page), "data-filters") {
			pages = append(pages, page)
		}
	}
	if len(pages) < 3 {
		t.Fatalf("lists with filters: %q", pages)
	}
	return pages
}

// tried is what came of a choice. It is made in the page: a list has dozens.
type tried struct {
	filter
	Left int // cards that show
	Back int // cards that show when the choice is taken back
}

const tryAll = `(() => {
	const shown = () => [...document.querySelectorAll("` + cards + `")].filter((e) => e.checkVisibility()).length
	const any = (f) => document.querySelector(` + "`input[name=\"${f.Name}\"][value=\"\"]`" + `)
	const one = (f) => document.querySelector(` + "`input[name=\"${f.Name}\"][value=\"${f.Value}\"]`" + `)
	return ` + filters + `.map((f) => {
		one(f).click()
		const left = shown()
		any(f).click()
		return { ...f, Left: left, Back: shown() }
	})
})()`

// Every choice of every filter leaves as many cards as it says, with JavaScript and without.
func TestFilters(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	for name, script := range map[string]bool{"with script": true, "without script": false} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.script(script)
			for _, page := range lists(t) {
				b.open(base + page)
				all := b.count(cards)
				for _, f := range eval[[]tried](b, tryAll) {
					if f.Left != f.Count || f.Left == 0 || f.Back != all {
						t.Errorf("%s: %s leaves %d of %d cards and says %d; taken back, %d show", page, f.Label, f.Left, all, f.Count, f.Back)
					}
				}
			}
			b.calm(base)
		})
	}
}

// choose sets a radio button as a click does.
func (b *tab) choose(name, value string) {
	b.Helper()
	selector := fmt.Sprintf(`input[name=%q][value=%q]`, name, value)
	if !eval[bool](b, fmt.Sprintf(`(() => { const i = document.querySelector(%q); i?.click(); return i?.checked === true })()`, selector)) {
		b.Fatalf("%s cannot be chosen", selector)
	}
}

// Two filters narrow it down together; reset brings everything back.
func TestFiltersTogether(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	for name, script := range map[string]bool{"with script": true, "without script": false} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.script(script)
			b.open(base + "examples/index.html")
			all := b.count(cards)
			choices := eval[[]filter](b, filters)
			one, other := choices[0], choices[0]
			for _, f := range choices {
				if f.Name != one.Name {
					other = f
				}
			}
			b.choose(one.Name, one.Value)
			b.choose(other.Name, other.Value)
			want := eval[int](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].filter((c) => [%q, %q].every((token) => c.dataset.facets.split(" ").includes(token))).length`,
				cards, one.Name+":"+one.Value, other.Name+":"+other.Value))
			if got := b.count(cards); got != want {
				t.Errorf("%s and %s leave %d cards, want %d", one.Label, other.Label, got, want)
			}
			b.click("form[data-filters] [type=reset]")
			b.until(fmt.Sprintf(`[...document.querySelectorAll(%q)].filter((e) => e.checkVisibility()).length === %d`, cards, all))
		})
	}
}

// What is shown has an address, which can be kept, sent and opened.
func TestFilterAddress(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + "stories/index.html")
		all := b.count(cards)
		f := eval[[]filter](b, filters)[0]
		b.choose(f.Name, f.Value)
		u, err := url.Parse(b.location())
		if err != nil || u.Query().Get(f.Name) != f.Value {
			b.Errorf("the address is %s, without %s=%s (%v)", u, f.Name, f.Value, err)
		}
		b.open(base + "stories/index.html?" + f.Name + "=" + f.Value)
		if got := b.count(cards); got != f.Count {
			b.Errorf("opened with %s=%s, %d cards show, want %d", f.Name, f.Value, got, f.Count)
		}
		b.expect(fmt.Sprintf(`document.querySelector("main [role=status]").textContent.startsWith("%d of %d")`, f.Count, all), "the count is said")
		b.open(base + "stories/index.html?" + f.Name + "=no-such-value&nonsense=1")
		if got := b.count(cards); got != all {
			b.Errorf("with a value that does not exist %d of %d cards show", got, all)
		}
	})
}

// A person with a keyboard and no JavaScript opens a filter and chooses by the arrows.
func TestFilterByKeyboard(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	for name, script := range map[string]bool{"with script": true, "without script": false} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.script(script)
			b.open(base + "examples/index.html")
			f := eval[[]filter](b, filters)[0]
			b.do(chromedp.Focus("form[data-filters] summary"))
			b.press(kb.Enter, kb.Tab)
			b.expect(focused+`.type === "radio"`, "Enter opens it, Tab goes in")
			b.press(kb.ArrowDown)
			b.expect(focused+`.value === `+quote(f.Value), "the arrow chooses")
			if got := b.count(cards); got != f.Count {
				t.Errorf("%d cards show, want %d", got, f.Count)
			}
			b.calm(base)
		})
	}
}
