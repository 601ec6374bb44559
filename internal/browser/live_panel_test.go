//go:build browser

package browser

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// findingsOf an entry: of the whole page, of its first paragraph (two), and of a block that it does
// not have.
var findingsOf = []liveProblem{
	{Severity: "warning", Code: "no-sources", Text: "it names no sources", Hint: "say where it comes from", File: "content/principles/a.md", Line: 1, Editor: "vscode://file/a.md:1", Block: -1},
	{Severity: "error", Code: "broken-link", Text: "a link leads nowhere", File: "content/principles/a.md", Line: 9, Column: 3, Length: 5, Source: []string{"A link that leads nowhere."}, Editor: "vscode://file/a.md:9:3", Block: 0},
	{Severity: "note", Code: "long-sentence", Text: "a sentence of 45 words", File: "content/principles/a.md", Line: 10, Editor: "vscode://file/a.md:10", Block: 0},
	{Severity: "note", Code: "long-sentence", Text: "a sentence of 50 words", File: "content/principles/a.md", Line: 12, Editor: "vscode://file/a.md:12", Block: 2},
	{Severity: "note", Code: "odd", Text: "it is somewhere else", File: "content/principles/a.md", Block: 99},
}

func fullPanel(address string) map[string]any {
	return aboutPage(address, map[string]any{
		"findings": findingsOf, "draft": true, "future": "2027-01-01", "unpublished": "it is a draft",
		"missing":    []string{"a next act"},
		"duplicates": []livePage{{Address: "principles/do-it-on-purpose.html", Title: "Do it on purpose", Share: 0.72}},
		"backlinks":  []livePage{{Address: home, Title: "Home"}, {Address: "about.html", Title: "About"}},
	})
}

const (
	knob  = `document.querySelector("playbook-author").shadowRoot.querySelector(".knob")`
	board = `document.querySelector("playbook-author").shadowRoot.querySelector(".panel")`
	marks = `[...document.querySelector("playbook-author").shadowRoot.querySelectorAll(".mark")]`
	inner = `document.querySelector("playbook-author").shadowRoot.activeElement`
)

func (b *tab) pressAlt(key rune) {
	b.Helper()
	b.key(key, kb.ModifierAlt)
}

// The panel says what there is to say about the page, by mouse and by keyboard, and it
// stays open on the next page.
func TestLivePanel(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.about[entryPage] = fullPanel(entryPage)
	b := newTab(t)
	b.preview(p, entryPage)
	b.expect(knob+`.textContent === "5" && `+knob+`.ariaLabel.includes("5 findings")`, "the button counts")
	b.expect("!"+board+".checkVisibility()", "it is closed at first")
	b.pressAlt('p')
	b.until(board + ".checkVisibility()")
	b.expect(board+".contains("+inner+")", "the focus is in it")
	b.same("its parts", eval[[]string](b, `[...`+board+`.querySelectorAll("h3")].map((e) => e.textContent)`),
		[]string{"5 findings", "Still missing", "Much the same as", "What leads here", "In the search", "As a card"})
	for _, text := range []string{"Draft", "2027-01-01", "Not published: it is a draft", "312 words", "2 minutes", "a next act", "72 %", "names no sources"} {
		b.expect(board+".textContent.includes("+quote(text)+")", "it says")
	}
	b.expect(`[...`+board+`.querySelectorAll("ul a:not(.place)")].map((a) => new URL(a.href).pathname).join() === "/principles/do-it-on-purpose.html,/index.html,/about.html"`, "links to other pages")
	b.expect(board+`.querySelector("a").href.startsWith("vscode:")`, "a way to the source")
	b.expect(`[...`+board+`.querySelectorAll(".card")].at(-1).textContent.includes(document.querySelector("meta[property='og:description']").content)`, "the card is what is in the head")

	b.press(kb.Escape)
	b.until("!" + board + ".checkVisibility()")
	b.expect(inner+" === "+knob, "the focus is back")
	b.press(kb.Enter)
	b.until(board + ".checkVisibility()")
	b.preview(p, home)
	b.expect(board+".checkVisibility()", "it stays open on the next page")
	b.expect("document.activeElement === document.body", "but takes no focus there")
	b.pressAlt('p')
	b.expect("!"+board+".checkVisibility()", "the same key closes it")
	b.calm(p.base)
}

// Findings have a mark at their paragraph, which leads to them; and they lead back.
func TestLiveMarks(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.about[entryPage] = fullPanel(entryPage)
	b := newTab(t)
	for _, width := range []int64{1440, 320} {
		b.size(width)
		b.preview(p, entryPage)
		b.until(marks + ".length === 2")
		const beside = `Math.abs(marks[n].getBoundingClientRect().top - document.querySelector(".prose").children[block].getBoundingClientRect().top) < 2`
		at := func(n, block string) string {
			return strings.NewReplacer("marks", marks, "n]", n+"]", "[block]", "["+block+"]").Replace(beside)
		}
		b.expect(at("0", "0"), "the first at its paragraph")
		b.expect(at("1", "2"), "the second at its own")
		b.expect(marks+`.every((m) => m.getBoundingClientRect().left >= 0)`, "inside of the window")
		b.narrowEnough(width)
		eval[bool](b, "("+marks+"[0].click(), true)")
		b.until(board + ".checkVisibility()")
		b.expect(inner+`.textContent.includes("a link leads nowhere")`, "it leads to its finding")
		eval[bool](b, "("+inner+`.querySelector("button").click(), true)`)
		b.expect(`(() => { const r = document.querySelector(".prose").children[0].getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight })()`, "which leads back to the paragraph")
		b.pressAlt('p')

		// A paragraph that comes before them moves the marks along.
		p.edit(entryPage, `<div class="prose">`, `<div class="prose"><p>One before.</p>`)
		about := fullPanel(entryPage)
		moved := append([]liveProblem{}, findingsOf...)
		for i := range moved[1:4] {
			moved[i+1].Block++
		}
		about["findings"] = moved
		p.mu.Lock()
		p.about[entryPage] = about
		p.mu.Unlock()
		p.rebuilt(update{})
		b.until(`document.querySelector(".prose > p").textContent === "One before."`)
		b.until(at("0", "1") + " && " + at("1", "3"))
		b.size(700)
		b.until(at("0", "1") + " && " + at("1", "3")) // as the text flows anew
		p.put(entryPage, replaceOnce(p.html(entryPage), "<p>One before.</p>", ""))
		p.mu.Lock()
		p.about[entryPage] = fullPanel(entryPage)
		p.mu.Unlock()
	}
	b.calm(p.base)
}

// The panel renews itself while somebody reads it, and does not lose them.
func TestLivePanelRenews(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.about[entryPage] = fullPanel(entryPage)
	b := newTab(t)
	b.preview(p, entryPage)
	b.pressAlt('p')
	eval[bool](b, "("+board+`.querySelector("li a").focus(), true)`)
	p.rebuilt(update{})
	b.settle()
	b.expect(inner+`.matches("li a")`, "what has not changed is left alone")
	p.mu.Lock()
	p.about[entryPage] = aboutPage(entryPage, nil)
	p.mu.Unlock()
	p.rebuilt(update{})
	b.until(knob + `.textContent === "✓"`)
	b.expect(board+".contains("+inner+")", "the focus stays in it")
	b.expect(marks+".length === 0", "no marks are left")
	b.expect(`!`+board+`.textContent.includes("Still missing")`, "empty parts are left out")
	b.calm(p.base)
}

// What we add is as accessible as the page around it, at any width and in any colours.
func TestLiveAxe(t *testing.T) {
	t.Parallel()
	source := readAxe(t)
	p := newPreview(t)
	p.about[entryPage] = fullPanel(entryPage)
	b := newTab(t)
	tally := axeTally{incomplete: map[string]int{}}
	for _, m := range append(modes, mode{"dark narrow", []string{"prefers-color-scheme=dark"}, 320}) {
		t.Run(m.name, func(t *testing.T) {
			b := b.in(t)
			b.size(m.width)
			b.media("", append(m.features, "prefers-reduced-motion=reduce")...)
			p.rebuilt(update{})
			b.preview(p, entryPage)
			b.axeOfOurs(&tally, source)
			b.pressAlt('p')
			b.axeOfOurs(&tally, source)
			b.narrowEnough(m.width)
			b.pressAlt('p')
			p.rebuilt(update{Stale: true, Problems: []liveProblem{broken, broken}, Changed: []livePage{{Address: home, Title: "Home"}}})
			b.until(inAuthor(".problems") + ".checkVisibility() && " + inAuthor(".other") + ".checkVisibility()")
			b.axeOfOurs(&tally, source)
			b.narrowEnough(m.width)
			b.expect(knob+".checkVisibility() && "+inAuthor(".lines")+`.parentNode.getBoundingClientRect().top >= 0`, "all of it is inside of the window")
		})
	}
}

// Signs of one letter are too short for axe; their contrast is measured here.
const weakest = `(() => {
	const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
	const light = (colour) => {
		canvas.fillStyle = colour
		canvas.fillRect(0, 0, 1, 1)
		const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
	}
	const pairs = [...document.querySelector("playbook-author").shadowRoot.querySelectorAll(".mark, .knob")].map((e) => getComputedStyle(e)).map((s) => [light(s.color), light(s.backgroundColor)])
	return Math.min(...pairs.map(([a, b]) => Math.max(a, b) / Math.min(a, b)))
})()`

func (b *tab) axeOfOurs(tally *axeTally, source string) {
	b.Helper()
	r := b.axe(source)
	r.uncover()
	for i := range r.Incomplete {
		r.Incomplete[i].Nodes = slices.DeleteFunc(r.Incomplete[i].Nodes, func(n axeNode) bool {
			return strings.Contains(n.Summary, "too short")
		})
	}
	r.Incomplete = slices.DeleteFunc(r.Incomplete, func(f axeFinding) bool { return len(f.Nodes) == 0 })
	tally.judge(b, r)
	b.expect(weakest+" >= 4.5", "the signs can be read")
}
