//go:build browser

package browser

import (
	"strings"
	"testing"
	"time"
)

// Where a script of the theme has put something of its own in the place of what changes, the
// new text is shown: in place when the theme takes it up, by a fresh load when it does not.
func TestLiveClash(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put(entryPage, withForm(p.html(entryPage)))
	b := newTab(t)
	b.preview(p, entryPage)
	const text = `document.querySelector("#selected").textContent`
	eval[bool](b, `(() => {
		`+text+` = "by a script"
		document.querySelector("h1").className = "by-script"
		document.addEventListener("playbook:patched", (event) => event.preventDefault(), { once: true })
		return true
	})()`)
	p.edit(entryPage, "<h1>", `<h1 class="by-author">`)
	p.edit(entryPage, "The words that are selected", "Other words")
	p.rebuilt(update{})
	b.until(text + `.startsWith("Other words")`)
	b.expect(`document.querySelector("h1").className === "by-script by-author" && stays`, "in place, and the class of the script is kept")

	// Nobody else takes it up: the default theme's own answer does not get there.
	eval[bool](b, `(() => {
		`+text+` = "by a script"
		window.addEventListener("playbook:patched", (event) => event.stopImmediatePropagation(), true)
		return true
	})()`)
	p.edit(entryPage, "Other words", "Newer words")
	p.rebuilt(update{})
	b.comes(text + `.startsWith("Newer words") && !window.stays`)
	b.calm(p.base)
}

// What a script has made of the page stays as long as its author does not change it.
func TestLiveLeavesScriptsAlone(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put(entryPage, replaceOnce(withForm(p.html(entryPage)), "</article>", "<noscript><p>Without scripts.</p></noscript></article>"))
	b := newTab(t)
	b.preview(p, entryPage)
	eval[bool](b, `(() => {
		document.querySelector("#selected").textContent = "by a script"
		document.querySelector("article").prepend(document.createElement("hr"))
		document.querySelector("main").after(document.querySelector(".toc")) // moved elsewhere
		document.documentElement.dataset.theme = "dark"
		return true
	})()`)
	p.edit(entryPage, "<h1>", "<h1>Now ")
	p.edit(entryPage, `<div class="prose">`, `<div class="prose"><p>First.</p>`)
	p.edit(entryPage, "Without scripts.", "Without any scripts.")
	p.rebuilt(update{})
	b.until(`document.querySelector("h1").textContent.startsWith("Now")`)
	b.expect(`document.querySelector("#selected").textContent === "by a script"`, "its text")
	b.expect(`document.querySelector("article").firstElementChild.tagName === "HR"`, "its elements")
	b.expect(`document.querySelector("main + .toc")`, "where it has put them")
	b.expect(`document.documentElement.dataset.theme === "dark" && document.documentElement.className === "js"`, "its attributes")
	b.expect(`document.querySelector("noscript").textContent === "<p>Without any scripts.</p>"`, "what is for others changes along")
	b.expect("stays", "in place")
	b.calm(p.base)
}

// A template's content is not in the page; a change of it is a fresh load.
func TestLiveTemplate(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put(entryPage, replaceOnce(p.html(entryPage), "</article>", "<template><p>One.</p></template></article>"))
	b := newTab(t)
	b.preview(p, entryPage)
	p.edit(entryPage, "<p>One.</p>", "<p>Two.</p>")
	p.rebuilt(update{})
	b.comes(`document.querySelector("template").content.textContent === "Two." && !window.stays`)
	b.calm(p.base)
}

// Of many tabs that nobody sees only some keep their connection, so that one is left to load the
// next page with. The others catch up when they are looked at. Frames stand in for tabs here.
func TestLiveHiddenTabs(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put("many.html", "<!doctype html><title>Many</title>"+icon(t)+strings.Repeat(`<iframe src="about.html"></iframe>`, 5))
	b := newTab(t)
	b.open(p.base + "many.html")
	listening := func(want int) {
		t.Helper()
		for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
			p.mu.Lock()
			n := len(p.listeners)
			p.mu.Unlock()
			if n == want {
				return
			}
			if time.Now().After(end) {
				t.Fatalf("%d streams, not %d", n, want)
			}
		}
	}
	look := func(hidden string) {
		eval[bool](b, `Array.from(frames).every((f) => (Object.defineProperty(f.document, "hidden", { value: `+hidden+`, configurable: true }), f.document.dispatchEvent(new Event("visibilitychange"))))`)
	}
	const all = `Array.from(frames).every((f) => f.document.querySelector("playbook-author").shadowRoot.querySelector(`
	listening(5)
	b.until(all + `".knob").textContent)`)
	look("true")
	listening(4)
	p.edit("about.html", "<h1>", "<h1>Now ")
	p.rebuilt(update{})
	const changed = `Array.from(frames).filter((f) => f.document.querySelector("h1").textContent.startsWith("Now")).length`
	b.until(changed + " === 4")
	look("false")
	listening(5)
	b.until(changed + " === 5")
	b.expect(all+`".stopped").hidden)`, "nothing had stopped")
	b.calm(p.base)
}
