//go:build browser

package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Of many mistakes the first are shown, and it is said how many more there are and where.
func TestLiveManyProblems(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	box, others, voice := inAuthor(".problems"), inAuthor(".others"), inAuthor(".voice")
	first := make([]liveProblem, 50)
	for i := range first {
		first[i] = broken
	}
	p.rebuilt(update{Problems: first, More: 26950})
	b.until(box + ".checkVisibility()")
	b.expect(box+`.querySelector("h2").textContent === "27000 mistakes"`, "all are counted")
	b.expect(others+`.checkVisibility() && `+others+`.textContent === "And 26950 more: the terminal and playbook check list them all."`, "where the others are")
	b.expect(voice+`.textContent.startsWith("27000 mistakes")`, "it is said")
	p.rebuilt(update{Problems: first, More: 1})
	b.until(others + `.textContent.startsWith("And 1 more:")`)
	b.expect(voice+`.textContent.startsWith("51 mistakes")`, "a new number is said")
	p.rebuilt(update{Problems: first})
	b.until(box + `.querySelector("h2").textContent === "50 mistakes"`)
	b.expect("!"+others+".checkVisibility()", "no more")
	b.calm(p.base)
}

// Mistakes lie above the open panel, and can be read whole.
func TestLiveProblemsAbovePanel(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.about[entryPage] = fullPanel(entryPage)
	b := newTab(t)
	b.preview(p, entryPage)
	b.pressAlt('p')
	second := broken
	second.Text = "a second mistake"
	for _, width := range []int64{1280, 768, 390} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			b := b.in(t)
			b.size(width)
			p.rebuilt(update{Stale: true, Problems: []liveProblem{broken, second}})
			b.until(inAuthor(".problems") + ".checkVisibility()")
			b.expect(board+".checkVisibility()", "the panel is open")
			for _, part := range []string{"header", "h2", "button", "li", "li .what", "li a", "li pre", "li .hint", "li:last-child", "li:last-child .hint"} {
				b.expect(inFront(".problems "+part), "in front at its corners and in its middle")
			}
			b.narrowEnough(width)
			b.press(kb.Escape)
			if eval[bool](b, inAuthor(".problems")+".checkVisibility()") {
				b.press(kb.Escape)
			}
			b.until("!" + inAuthor(".problems") + ".checkVisibility()")
			eval[bool](b, "("+board+".checkVisibility() || "+knob+".click(), true)")
			b.until(inFront(".panel h2"))
		})
	}
	b.calm(p.base)
}

// inFront says that nothing lies over an element of ours, at its corners nor in its middle.
func inFront(selector string) string {
	return `(() => {
		const element = ` + inAuthor(selector) + `
		const { left, top, right, bottom } = element.getBoundingClientRect()
		const points = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]]
		const round = element.matches("button") // its corners are not its own
		return points.slice(round ? 4 : 0).every((point) => {
			const there = element.getRootNode().elementFromPoint(...point)
			return there && (element.contains(there) || (there.contains(element) && there.closest("section") === element.closest("section")))
		})
	})()`
}
