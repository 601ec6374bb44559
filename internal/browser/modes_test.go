//go:build browser

package browser

import (
	"testing"
)

const background = `(() => {
	const seen = (e) => { const c = getComputedStyle(e).backgroundColor; return c === "rgba(0, 0, 0, 0)" ? (e.parentElement ? seen(e.parentElement) : "") : c }
	return seen(document.querySelector("main"))
})()`

// bright says whether the paper is lighter than the ink.
const bright = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
	const light = (colour) => { canvas.fillStyle = "#fff"; canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data; return r + g + b }
	const paper = ` + background + `
	return light(paper || "#fff") > light(getComputedStyle(document.querySelector("main p")).color)
})()`

// The colours follow the system until the reader chooses; the choice stays.
func TestColours(t *testing.T) {
	both(t, func(b *tab, base string) {
		entry := shipped.samples(b.T)["entry-examples"]
		b.media("", "prefers-color-scheme=dark")
		b.open(base + home)
		b.expect("!"+bright, "dark, as the system asks")
		b.media("", "prefers-color-scheme=light")
		b.open(base + home)
		b.expect(bright, "light, as the system asks")

		b.toggleTo("dark")
		b.expect("!"+bright, "dark, as chosen")
		b.open(base + entry)
		b.expect("!"+bright, "dark on the next page")
		b.expect(`document.querySelector("button[aria-label^=Colours]").ariaLabel.includes("dark")`, "and the button says so")

		b.media("", "prefers-color-scheme=dark")
		b.toggleTo("light")
		b.expect(bright, "light, as chosen, in a dark system")
		b.open(base + home)
		b.expect(bright, "light on the next page")

		b.toggleTo("automatic")
		b.expect("!"+bright, "the system decides again")
	})
}

// toggleTo presses the button until it names the choice.
func (b *tab) toggleTo(choice string) {
	b.Helper()
	const button = `document.querySelector("button[aria-label^=Colours]")`
	for range 3 {
		if eval[bool](b, button+".ariaLabel.includes("+quote(choice)+")") {
			return
		}
		b.click("button[aria-label^=Colours]")
	}
	b.expect(button+".ariaLabel.includes("+quote(choice)+")", "three presses go through the choices")
}

// moving lists what is animated, or would be.
const moving = `[...document.querySelectorAll("*")].flatMap((e) => [null, "::before", "::after"].map((p) => [e, getComputedStyle(e, p)]))
	.filter(([, s]) => s.animationName !== "none" || s.transitionDuration.split(", ").some((d) => parseFloat(d) > 0) || s.scrollBehavior === "smooth")
	.map(([e]) => e.tagName + "." + e.className)`

func TestReducedMotion(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.media("", "prefers-reduced-motion=reduce")
	for layout, page := range shipped.samples(t) {
		if layout == "redirect" || layout == "notfound" {
			continue
		}
		b.open(base + page)
		b.same(layout+" moves", eval[[]string](b, moving), []string{})
	}
}

// On paper there is the entry, in dark ink, without what one clicks on.
func TestPrint(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	for layout, page := range shipped.samples(t) {
		if layout == "redirect" || layout == "notfound" || layout == "search" {
			continue // nobody prints these
		}
		b.media("", "prefers-color-scheme=dark")
		b.open(base + page)
		b.toggleTo("dark")
		b.media("print", "prefers-color-scheme=dark")
		for _, selector := range []string{"nav[aria-label=Main]", "header button", "form", "footer nav", "a[href='#main']"} {
			if n := b.count(selector); n > 0 {
				t.Errorf("%s: %d × %s on paper", page, n, selector)
			}
		}
		if b.count("h1") != 1 || b.count("main p, main li") == 0 {
			t.Errorf("%s: the content is not on paper", page)
		}
		b.expect(bright, page+" prints dark on light")
		b.media("")
	}
}
