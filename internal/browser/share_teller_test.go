//go:build browser

package browser

import (
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const share = "share.html"

// teller is somebody who tells a story in the form.
type teller struct{ *tab }

// storySteps are the steps of the form, as the address says them.
var storySteps = []string{"beginning", "act", "change", "after", "others", "moment", "ideas", "title", "names", "look"}

// tell opens the form and waits until it asks.
func tell(b *tab, address string) teller {
	b.Helper()
	b.open(address)
	b.until(`document.querySelector("[data-share]").checkVisibility()`)
	return teller{b}
}

const ask = `((name) => document.querySelector('[data-question="' + CSS.escape(name) + '"]'))`

// write answers a question with text, as typing does.
func (t teller) write(name, text string) {
	t.Helper()
	t.expect(ask+"("+quote(name)+").checkVisibility()", name+" is asked")
	eval[bool](t.tab, `(() => {
		const field = `+ask+`(`+quote(name)+`).querySelector("input, textarea")
		field.focus()
		field.value = `+quote(text)+`
		field.dispatchEvent(new Event("input", { bubbles: true }))
		field.dispatchEvent(new Event("change", { bubbles: true }))
		return true
	})()`)
}

// choose presses the choices of a question.
func (t teller) choose(name string, values ...string) {
	t.Helper()
	for _, v := range values {
		t.expect(ask+"("+quote(name)+").checkVisibility()", name+" is asked")
		t.click(`[data-question="` + name + `"] [value="` + v + `"]`)
	}
}

// step says which step is open, and that only that one is.
func (t teller) step() string {
	t.Helper()
	return eval[string](t.tab, `[...document.querySelectorAll(".share-step")].filter((s) => s.checkVisibility()).map((s) => s.id).join()`)
}

// next presses Next and waits for the step after this one.
func (t teller) next() {
	t.Helper()
	before := t.step()
	t.click("#" + before + " .share-next")
	t.until(`!document.getElementById(` + quote(before) + `).checkVisibility()`)
}

func (t teller) goTo(step string) {
	t.Helper()
	eval[bool](t.tab, `(location.hash = `+quote(step)+`, true)`)
	t.until(`document.getElementById(` + quote(step) + `).checkVisibility()`)
}

// text is the file as the form would hand it in.
func (t teller) text() string {
	t.Helper()
	return eval[string](t.tab, `document.querySelector("#share-text").value`)
}

// tellAll answers everything that a story needs, from the first step to the last.
func (t teller) tellAll() {
	t.Helper()
	t.write("Situation", "The night shift left its notes on paper.\n\nNobody could read them.")
	t.next()
	t.write("What I did", "I began to write mine in capitals:\n\n- one line for each bed\n- the time in front")
	t.choose("way", "by-example")
	t.next()
	t.choose("outcome", "followed")
	t.write("What changed", "Within a month most of the notes were in capitals.")
	t.choose("followers", "few")
	t.next()
	t.choose("hat_after", "none")
	t.next()
	t.choose("toward", "peer")
	t.choose("action", "change")
	t.choose("magnitude", "small")
	t.next()
	t.choose("authority", "none")
	t.write("when", "2025-Q3")
	t.next()
	t.choose("principles", "lead-by-example")
	t.next()
	t.write("title", "The handover note")
	t.write("summary", "I wrote my notes in capitals, and the others began to.")
	t.write("tags", "writing, handover")
	t.next()
	t.choose("credit", "anonymous")
	t.choose("people", "disguised")
	t.click(`[data-question="consent"] input`)
	t.next()
	if got := t.step(); got != "look" {
		t.Fatalf("after all steps: %s", got)
	}
}

// downloads lets the tab save files and returns the folder they come into.
func (t teller) downloads() string {
	t.Helper()
	dir := t.TempDir()
	call(t.tab, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
		BrowserContextID: chromedp.FromContext(t.ctx).BrowserContextID,
	})
	return dir
}

// arrived waits for a download and returns its text.
func (t teller) arrived(dir, name string) string {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		if b, err := os.ReadFile(filepath.Join(dir, name)); err == nil && len(b) > 0 {
			return string(b)
		}
		if time.Now().After(deadline) {
			found, _ := filepath.Glob(filepath.Join(dir, "*"))
			t.Fatalf("%s was not saved, but %v", name, found)
		}
	}
}

// tabTo presses Tab until a condition holds.
func (t teller) tabTo(condition string) {
	t.Helper()
	for range 60 {
		t.press(kb.Tab)
		if eval[bool](t.tab, condition) {
			return
		}
	}
	t.Fatalf("Tab does not lead to %s", condition)
}

// first runs a script before those of each page.
func (b *tab) first(script string) {
	b.Helper()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}
