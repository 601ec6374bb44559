//go:build browser

package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const focused = "document.activeElement"

func TestSkipLink(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + home)
	b.press(kb.Tab)
	b.expect(focused+`.getAttribute("href") === "#main"`, "the first stop is the skip link")
	b.expect(`(() => { const r = `+focused+`.getBoundingClientRect(); return r.top >= 0 && r.left >= 0 && r.width > 40 })()`, "it can be seen while it has focus")
	b.press(kb.Enter)
	b.until(focused + `.closest("main") !== null`)
	b.press(kb.Tab)
	b.expect(focused+`.closest("main") !== null`, "the next stop is in the content")
}

// stop describes what has focus. Focus shows when the element, its label or what is
// around it looks different without it.
const stop = `(() => {
	const e = document.activeElement
	if (e === document.body || e === document.documentElement) return { end: true }
	const around = []
	for (let a = e; a.tagName !== "MAIN" && a.tagName !== "BODY" && around.length < 5; a = a.parentElement) around.push(a)
	const look = () => around.map((a) => {
		const s = getComputedStyle(a)
		return s.outlineStyle === "none" ? s.boxShadow + s.backgroundColor : s.outline
	}).join()
	const r = e.getBoundingClientRect(), shown = look()
	e.blur()
	const without = look()
	e.focus({ preventScroll: true, focusVisible: true })
	return {
		name: e.tagName.toLowerCase() + " " + (e.ariaLabel || e.textContent || e.name || "").trim().slice(0, 40),
		seen: r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
		marked: shown !== without,
	}
})()`

type keyboardStop struct {
	Name         string
	End          bool
	Seen, Marked bool
}

// On every layout Tab goes through the page and out of it; where it stands can be seen.
func TestTabOrder(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	for layout, page := range shipped.samples(t) {
		if layout == "redirect" || layout == "notfound" {
			continue
		}
		for _, width := range []int64{360, 1440} {
			t.Run(layout, func(t *testing.T) {
				b := b.in(t)
				b.media("", "prefers-reduced-motion=reduce")
				b.size(width)
				b.open(base + page)
				eval[bool](b, `(document.activeElement.blur(), true)`) // the search page starts in its field
				b.walk()
			})
		}
	}
}

// walk presses Tab until focus leaves the page.
func (b *tab) walk() {
	b.Helper()
	const most = 600
	for range most {
		b.press(kb.Tab)
		s := eval[keyboardStop](b, stop)
		if s.End {
			return
		}
		if !s.Seen {
			b.Errorf("%q has focus and cannot be seen", s.Name)
		}
		if !s.Marked {
			b.Errorf("%q has focus and does not show it", s.Name)
		}
	}
	b.Errorf("Tab does not leave the page within %d stops", most)
}

// The main navigation can be walked to and followed.
func TestNavigateByKeyboard(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + home)
	const links = `[...document.querySelectorAll("nav[aria-label=Main] a")]`
	n := eval[int](b, links+".length")
	if n < 3 {
		t.Fatalf("the navigation has %d links", n)
	}
	for range 20 {
		if eval[bool](b, links+"[1] === "+focused) {
			break
		}
		b.press(kb.Tab)
	}
	want := eval[string](b, links+"[1].href")
	b.press(kb.Enter)
	b.until("location.href === " + quote(want) + ` && document.readyState === "complete"`)
	b.expect(links+`[1].getAttribute("aria-current")`, "the navigation says where one is")
}

// The search opens by / and by Ctrl-K on every layout, and closes by Escape, with focus
// back where it was.
func TestSearchKeys(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	for layout, page := range shipped.samples(t) {
		if layout == "redirect" || layout == "notfound" {
			continue
		}
		t.Run(layout, func(t *testing.T) {
			b := b.in(t)
			b.open(base + page)
			const link = `document.querySelector("nav[aria-label=Main] a")`
			for _, open := range []func(){func() { b.press("/") }, func() { b.pressCtrl('k') }} {
				eval[bool](b, "("+link+".focus(), true)")
				open()
				b.until(`document.querySelector("dialog[open]") && ` + focused + `.matches("dialog[open] input")`)
				b.expect(focused+`.value === ""`, "the key itself is not typed")
				b.press(kb.Escape)
				b.until(`!document.querySelector("dialog[open]")`)
				b.expect(focused+" === "+link, "focus is back where it was")
			}
			b.calm(base)
		})
	}
}

// A slash that is typed into a field stays there.
func TestSlashInAField(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + home)
	b.do(chromedp.Focus("main input[type=search]"))
	b.press("/")
	b.expect(focused+`.value === "/" && !document.querySelector("dialog[open]")`, "the slash is text")
}
