//go:build browser

package browser

import (
	"testing"
)

// From a small phone with large text to a wide screen.
var widths = []int64{320, 360, 768, 1440}

// Every page loads in silence under the strictest policy, asks nobody else for
// anything, and is never wider than its window.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	base := serve(t, "/some/sub/path/")
	b := newTab(t)
	for _, page := range shipped.pages {
		if page == notFound || shipped.layoutOf(t, page) == "redirect" {
			continue // the one is at home elsewhere, the other leads on at once
		}
		t.Run(page, func(t *testing.T) {
			b := b.in(t)
			b.open(base + page)
			for _, width := range widths {
				b.size(width)
				b.narrowEnough(width)
			}
			b.calm(base)
		})
	}
}

// From disk the browser is stricter about scripts and fonts. No page may depend on a server.
func TestEveryLayoutFromDisk(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	for layout, page := range shipped.samples(t) {
		if page == notFound || layout == "redirect" {
			continue
		}
		t.Run(layout, func(t *testing.T) {
			b := b.in(t)
			b.open(onDisk() + page)
			b.expect(`getComputedStyle(document.querySelector("h1")).fontFamily.includes("Brygada") && [...document.fonts].some((f) => f.status === "loaded")`, "its font is loaded")
			b.expect(`document.documentElement.classList.contains("js")`, "its script has run")
			b.calm(onDisk())
		})
	}
}

// tooWide names what sticks out of the window, unless it can be scrolled by itself.
const tooWide = `(() => {
	const width = document.documentElement.clientWidth
	const scrolls = (e) => e && e !== document.body && e !== document.documentElement && (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement))
	return [...document.body.querySelectorAll("*")]
		.filter((e) => e.getBoundingClientRect().right > width + 1 && e.checkVisibility() && !scrolls(e))
		.slice(0, 5).map((e) => e.tagName.toLowerCase() + "." + e.className + " " + e.textContent.trim().slice(0, 40))
})()`

func (b *tab) narrowEnough(width int64) {
	b.Helper()
	if got := eval[int64](b, "document.documentElement.scrollWidth"); got > width {
		b.Errorf("at %d px the page is %d px wide: %q", width, got, eval[[]string](b, tooWide))
	}
}
