//go:build browser

package browser

import (
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var broken = liveProblem{
	Severity: "error", Code: "broken-link", Text: "there is no entry “prnciples/ask”", Hint: "did you mean “principles/ask”?",
	File: "content/stories/note.md", Line: 3, Column: 7, Length: 4, Source: []string{"See 🙂 😀 prnc and more"}, Editor: "vscode://file/work/content/stories/note.md:3:7",
}

// A page that is gone says so, offers ways on, and comes back by itself.
func TestLiveGone(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, home)
	b.preview(p, entryPage)
	whole := p.html(entryPage)
	gone := inAuthor(".gone")
	p.put(entryPage, "")
	p.rebuilt(update{})
	b.until(gone + ".checkVisibility()")
	b.expect(`document.querySelector("h1").checkVisibility() && stays`, "what was there can still be read")
	b.expect(gone+`.querySelector("a").href === `+quote(p.base), "a way to the start")
	b.expect(inAuthor(".voice")+`.textContent.includes("gone")`, "it is said")

	p.put(entryPage, replaceOnce(whole, "<h1>", "<h1>Back: "))
	p.rebuilt(update{})
	b.until("!" + gone + `.checkVisibility() && document.querySelector("h1").textContent.startsWith("Back")`)
	b.asServed("back again")
	p.put(entryPage, "")
	p.rebuilt(update{})
	b.until(gone + ".checkVisibility()")
	eval[bool](b, "("+gone+`.querySelector("button").click(), true)`)
	b.comes("location.href === " + quote(p.base+home))
	b.heard() // the browser notes the 404
}

// An address that never was shows the page that the site has for it, until there is something.
func TestLiveComes(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, "principles/new.html")
	b.expect("!"+inAuthor(".gone")+".checkVisibility()", "the page itself says that there is nothing")
	p.edit(notFound, "<h1>", "<h1>Still: ")
	p.rebuilt(update{})
	b.until(`document.querySelector("h1").textContent.startsWith("Still")`)
	p.put("principles/new.html", p.html(entryPage))
	p.rebuilt(update{})
	b.comes(`document.documentElement.dataset.layout === "entry"`)
	b.heard() // the browser notes the 404
}

// The server goes and comes back as another run, with another page: the reader sees
// a line meanwhile and the new page afterwards.
func TestLiveServerStops(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	stopped := inAuthor(".stopped")
	for _, run := range []string{"second", "third"} {
		p.stop()
		b.until(stopped + ".checkVisibility()")
		p.put(entryPage, replaceOnce(p.html(entryPage), "<h1>", "<h1>"+run+" "))
		p.restart(run)
		b.until("!" + stopped + `.checkVisibility() && document.querySelector("h1").textContent.startsWith(` + quote(run) + `)`)
		b.asServed("after the " + run + " start")
	}
	b.heard() // the browser notes each refused connection
}

// A page that was asked for while the server went away is asked for again.
func TestLiveFetchFails(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	asked := p.requests("/" + entryPage)
	release := p.hold("/" + entryPage)
	defer release()
	p.edit(entryPage, "<h1>", "<h1>Now ")
	p.rebuilt(update{})
	for p.requests("/"+entryPage) == asked {
		time.Sleep(5 * time.Millisecond)
	}
	p.stop()
	b.until(inAuthor(".stopped") + ".checkVisibility()")
	p.mu.Lock()
	run := p.run
	p.mu.Unlock()
	p.restart(run)
	p.mu.Lock()
	p.generation = 2 // the same run, as if only the connection had been lost
	p.mu.Unlock()
	b.until(`document.querySelector("h1").textContent.startsWith("Now")`)
	b.asServed("after the break")
	b.heard()
}

// A page that was rebuilt while it was loading is not the one that the server has.
func TestLiveLoadedTooEarly(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	old := p.html(entryPage)
	b := newTab(t)
	release := p.hold("/_playbook/live/start.js")
	defer release()
	go func() {
		for p.requests("/_playbook/live/start.js") == 0 {
			time.Sleep(5 * time.Millisecond)
		}
		p.put(entryPage, replaceOnce(old, "<h1>", "<h1>Now "))
		release()
	}()
	b.do(chromedp.Navigate(p.base + entryPage))
	b.comes(`document.querySelector("h1").textContent.startsWith("Now")`)
	b.ready()
	b.asServed("after the load")
	b.calm(p.base)
}

// Another page has changed: a notice that can be followed, and closed; it takes no focus.
func TestLiveOtherPage(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, home)
	b.press(kb.Tab)
	notice := inAuthor(".other")
	changed := []livePage{{Address: entryPage, Title: "Lead by example"}, {Address: "about.html", Title: "About"}}
	p.rebuilt(update{Changed: changed})
	b.until(notice + ".checkVisibility()")
	b.expect(notice+`.textContent.includes("Lead by example and 1 more")`, "what has changed")
	b.expect(`document.activeElement.matches(".skip")`, "the focus stays")
	b.expect(inAuthor(".voice")+`.textContent.includes("Lead by example")`, "it is said")
	eval[bool](b, "("+notice+`.querySelector("button").click(), true)`)
	b.expect("!"+notice+".checkVisibility()", "it can be closed")

	p.rebuilt(update{Changed: append(changed, livePage{Address: home, Title: "Home"})})
	p.rebuilt(update{})
	b.settle()
	b.expect("!"+notice+".checkVisibility()", "no word when this page is among the changed ones")

	p.rebuilt(update{Changed: changed})
	b.until(notice + ".checkVisibility()")
	eval[bool](b, "("+notice+`.querySelector("a").click(), true)`)
	b.comes("location.pathname === " + quote("/"+entryPage))
	b.calm(p.base)
}

// With --follow the browser goes to what is written, once.
func TestLiveFollow(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, home)
	p.rebuilt(update{Follow: true, Changed: []livePage{{Address: entryPage, Title: "Lead by example"}}})
	b.comes("location.pathname === " + quote("/"+entryPage))
	b.preview(p, "about.html")
	b.settle()
	b.expect(`location.pathname === "/about.html"`, "who goes elsewhere is left there")
	b.calm(p.base)
}

// Each mistake is shown with its place, its line and its hint; the overlay can be hidden
// until the next change and goes with the last mistake.
func TestLiveProblems(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	box := inAuthor(".problems")
	second := liveProblem{Severity: "error", Code: "yaml", Text: "title is missing", File: "content/a.md"}
	p.rebuilt(update{Stale: true, Problems: []liveProblem{broken, second}})
	b.until(box + ".checkVisibility()")
	b.expect(box+`.querySelectorAll("li").length === 2 && /2 mistakes/.test(`+box+`.textContent)`, "all of them")
	b.same("what it says", eval[[]string](b, `[...`+box+`.querySelectorAll("li:first-child :is(code, a, pre, mark, .hint)")].map((e) => e.textContent)`),
		[]string{broken.Code, "content/stories/note.md:3:7", broken.Source[0], "😀 pr", broken.Hint})
	b.expect(box+`.querySelector("a").href === `+quote(broken.Editor), "a link to the editor")
	b.expect(box+`.textContent.includes("last one that was right")`, "what the page is")
	b.expect(inAuthor(".voice")+`.textContent.startsWith("2 mistakes")`, "it is said")
	b.expect("document.activeElement === document.body", "the focus stays")
	b.press(kb.Escape)
	b.expect("!"+box+".checkVisibility()", "Escape hides it")
	p.rebuilt(update{Problems: []liveProblem{broken}})
	b.until(box + ".checkVisibility()")
	eval[bool](b, "("+box+`.querySelector("button").click(), true)`)
	b.expect("!"+box+".checkVisibility()", "so does the button")
	p.rebuilt(update{Problems: []liveProblem{broken}})
	b.until(box + ".checkVisibility()")
	p.rebuilt(update{})
	b.until("!" + box + ".checkVisibility()")
	b.calm(p.base)

	p.rebuilt(update{Problems: []liveProblem{broken}})
	b.preview(p, "about.html")
	b.until(box + ".checkVisibility()") // a page that is opened later says it as well
	b.asServed("below the overlay")
	b.calm(p.base)
}
