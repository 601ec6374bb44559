//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// asset is the address of the site's own file whose name begins and ends so.
func asset(t *testing.T, prefix, suffix string) string {
	t.Helper()
	for _, file := range shipped.files {
		if strings.HasPrefix(file, "assets/"+prefix) && strings.HasSuffix(file, suffix) {
			return file
		}
	}
	t.Fatalf("no asset %s…%s", prefix, suffix)
	return ""
}

// A changed stylesheet takes the place of the old one without a moment between, and
// nothing else in the page is touched.
func TestLiveStylesheet(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	css := asset(t, "site", ".css")
	b := newTab(t)
	b.preview(p, entryPage)
	eval[bool](b, `(() => {
		window.touched = []
		window.bare = 0
		window.watched = true
		new MutationObserver((list) => touched.push(...list)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
		const look = () => {
			if (getComputedStyle(document.body).display !== "grid") bare++
			if (watched) requestAnimationFrame(look)
		}
		look()
		scrollTo(0, 300)
		return true
	})()`)
	p.put("assets/site.NEW.css", p.html(css)+"h1 { color: rgb(1, 2, 3) !important }")
	p.edit(entryPage, css, "assets/site.NEW.css")
	release := p.hold("/assets/site.NEW.css")
	p.rebuilt(update{})
	const sheets = `[...document.querySelectorAll("link[rel=stylesheet]")].map((l) => l.getAttribute("href").replace(/.*site\.\w*/, "")).length`
	b.until(sheets + " === 2")
	b.expect(`getComputedStyle(document.body).display === "grid"`, "the old one stays until the new one is there")
	release()
	b.until(sheets + " === 1")
	b.expect(`getComputedStyle(document.querySelector("h1")).color === "rgb(1, 2, 3)"`, "the new one counts")
	b.settle()
	b.expect("!(window.watched = false) && bare === 0", "the page was never bare")
	b.expect("scrollY === 300", "the place is kept")
	b.expect(`touched.length === 2 && touched.every((m) => m.target === document.head && [...m.addedNodes, ...m.removedNodes].every((n) => n.rel === "stylesheet"))`, "nothing else is touched")
	b.asServed("with another stylesheet")
	b.calm(p.base)
}

// A stylesheet and a text that change together arrive together.
func TestLiveStylesheetWithText(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	css := asset(t, "site", ".css")
	b := newTab(t)
	b.preview(p, entryPage)
	p.put("assets/site.NEW.css", p.html(css))
	p.edit(entryPage, css, "assets/site.NEW.css")
	p.edit(entryPage, "<h1>", "<h1>Now ")
	release := p.hold("/assets/site.NEW.css")
	p.rebuilt(update{})
	b.until(`document.querySelectorAll("link[rel=stylesheet]").length === 2`)
	b.expect(`!document.querySelector("h1").textContent.startsWith("Now")`, "the text waits for its stylesheet")
	release()
	b.until(`document.querySelector("h1").textContent.startsWith("Now")`)
	b.expect(`document.querySelectorAll("link[rel=stylesheet]").length === 1`, "the old one is gone")
	b.asServed("with both")

	// One that cannot be had does not hold up what comes after it.
	p.edit(entryPage, "assets/site.NEW.css", "assets/missing.css")
	p.rebuilt(update{})
	b.until(`document.querySelector("link[rel=stylesheet]").href.endsWith("missing.css")`)
	b.heard() // the browser says that it could not have it
	p.edit(entryPage, "assets/missing.css", css)
	p.rebuilt(update{})
	b.until(`getComputedStyle(document.body).display === "grid"`)
	b.asServed("with the first one again")
	b.calm(p.base)
}

// A changed script has to run from the start: the page is loaded anew at the same place.
func TestLiveScript(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	js := asset(t, "site", ".js")
	b := newTab(t)
	b.preview(p, entryPage)
	eval[bool](b, "(scrollTo(0, 700), true)")
	p.put("assets/site.NEW.js", p.html(js)+"\nwindow.newer = true")
	p.edit(entryPage, js, "assets/site.NEW.js")
	p.rebuilt(update{})
	b.comes("window.newer && !window.stays && scrollY === 700")
	b.ready()
	b.asServed("with another script")
	b.calm(p.base)
}

// While the search is open a change comes; the dialog, its text and its answers stay.
func TestLiveWithOpenDialog(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	b.openSearch(common)
	b.until(options + ".length > 2")
	p.edit(entryPage, "<h1>", "<h1>Now ")
	p.rebuilt(update{Problems: []liveProblem{broken}})
	b.until(`document.querySelector("h1").textContent.startsWith("Now")`)
	b.expect(`document.querySelector("dialog").open && document.activeElement.matches("dialog input") && document.activeElement.value === `+quote(common), "the dialog stays")
	b.expect(options+".length > 2", "its answers stay")
	b.press(kb.Escape)
	b.until(`!document.querySelector("dialog").open`)
	b.expect(inAuthor(".problems")+".checkVisibility()", "Escape closes what is in front, not both")
	b.asServed("below the dialog")
	b.calm(p.base)
}

// Of two changes that come quickly the newer wins, whichever answer is the faster.
func TestLiveNewerWins(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	p.edit(entryPage, "<h1>", "<h1>One ")
	asked := p.requests("/" + entryPage)
	release := p.hold("/" + entryPage)
	p.rebuilt(update{})
	for p.requests("/"+entryPage) == asked {
		b.settle()
	}
	p.edit(entryPage, "<h1>One ", "<h1>Two ")
	p.rebuilt(update{})
	b.until(`document.querySelector("h1").textContent.startsWith("Two")`)
	release()
	for _, words := range []string{"Three ", "Four ", "Five ", "Six "} {
		p.put(entryPage, replaceOnce(p.html(entryPage), "<h1>", "<h1>"+words))
		p.rebuilt(update{})
	}
	b.until(`document.querySelector("h1").textContent.startsWith("Six Five Four Three Two")`)
	b.settle()
	b.asServed("after six changes")
	b.calm(p.base)
}
