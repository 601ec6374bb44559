//go:build browser

package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	term = `document.querySelector("main .term[data-definition]")`
	note = `document.querySelector("[role=tooltip]")`
	says = note + `?.checkVisibility() && ` + note + `.textContent === ` + term + `.dataset.definition`
	gone = `!` + note + `?.checkVisibility()`
)

// A term of the glossary shows its definition on focus and under the pointer, stays
// while one reads it, and goes away by Escape (WCAG 1.4.13).
func TestTerms(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	for _, layout := range []string{"entry-principles", "entry-examples", "entry-stories"} {
		t.Run(layout, func(t *testing.T) {
			page := shipped.first(t, layout, "data-definition")
			b := newTab(t)
			b.open(base + page)
			b.expect(term+`.getAttribute("href").includes("glossary.html#")`, "without JavaScript it is a link")
			eval[bool](b, "("+term+`.scrollIntoView({ block: "center" }), true)`)

			b.do(chromedp.Focus(".term[data-definition]"))
			b.until(says)
			b.expect(term+`.getAttribute("aria-describedby") === `+note+".id", "a screen reader hears it")
			b.press(kb.Escape)
			b.until(gone)
			b.expect(focused+" === "+term, "focus stays")
			eval[bool](b, "("+term+".blur(), true)")

			b.point(term)
			b.until(says)
			b.point(note) // onto the definition: it stays
			eval[bool](b, "new Promise((done) => setTimeout(() => done(true), 500))")
			b.expect(says, "it stays while it is pointed at")
			b.press(kb.Escape)
			b.until(gone)
			b.point(`document.querySelector("h1")`)
			b.point(term)
			b.until(says)
			b.point(`document.querySelector("h1")`)
			b.until(gone)
			b.calm(base)
		})
	}
}

// The definition is inside the window at every width.
func TestTermOnAPhone(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	page := shipped.first(t, "entry-examples", "data-definition")
	b := newTab(t)
	b.size(320)
	b.open(base + page)
	n := eval[int](b, `document.querySelectorAll(".term[data-definition]").length`)
	for range n {
		eval[bool](b, `(() => {
			const terms = [...document.querySelectorAll(".term[data-definition]")]
			terms[terms.indexOf(document.activeElement) + 1].focus()
			return true
		})()`)
		b.until(note + `?.checkVisibility()`)
		b.expect(`(() => { const r = `+note+`.getBoundingClientRect(); return r.left >= 0 && r.right <= 320 && r.top >= 0 && r.bottom <= innerHeight })()`, "the note is inside")
		b.narrowEnough(320)
	}
}

// point moves the pointer onto an element.
func (b *tab) point(element string) {
	b.Helper()
	at := eval[[]float64](b, `(() => { const r = `+element+`.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2] })()`)
	b.do(chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
}
