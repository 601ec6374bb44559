//go:build browser

package browser

import (
	"strings"
	"testing"
)

const coverage = "coverage.html"

// Every field of the map says in words what it has, and a field that has nothing asks for a
// story in words that say for what.
func TestTheMapInWords(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + coverage)
	names := eval[[]string](b, `[...document.querySelectorAll(".map-table td a")].map((a) => a.textContent.trim().replace(/\s+/g, " "))`)
	if len(names) < 50 {
		t.Fatalf("there are only %d links in the maps", len(names))
	}
	seen := map[string]bool{}
	for _, name := range names {
		count, rest, _ := strings.Cut(name, " ")
		invites := strings.HasPrefix(name, "Tell one of “") && strings.Contains(name, "”: ")
		if rest == "" || !invites && strings.Trim(count, "0123456789") != "" {
			t.Errorf("a link says %q", name)
		}
		if invites && seen[name] {
			t.Errorf("two fields ask alike: %q", name)
		}
		seen[name] = true
	}
	b.expect(`[...document.querySelectorAll(".map table")].every((t) => t.caption.textContent && t.querySelectorAll("tbody th[scope=row]").length === t.tBodies[0].rows.length && [...t.tHead.rows[0].cells].every((c) => c.scope === "col"))`, "tables have captions and headers")
	b.expect(`[...document.querySelectorAll(".map")].every((m) => [...m.querySelectorAll(".strip")].every((s) => s.querySelectorAll("rect").length === m.querySelectorAll("tbody tr").length))`, "the strips show as many fields as the table has rows")
}

// The picture tells the same as the table: where a strip is empty, the table asks.
func TestTheMapAgreesWithItsPicture(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + coverage)
	b.same("fields that differ", eval[[]string](b, `[...document.querySelectorAll(".map")].flatMap((m) => [...m.querySelectorAll(".strip")].flatMap((strip, column) =>
		[...strip.children].flatMap((mark, row) => {
			const cell = m.querySelectorAll("tbody tr")[row].cells[column + 1]
			const first = cell.querySelector(".tally")
			const want = first ? "at-" + [...first.classList].find((c) => c.startsWith("tally-")).slice(6) : "at-none"
			return mark.getAttribute("class") === want && mark.getBoundingClientRect().width > 0 ? [] : [m.querySelector("h2").textContent + " " + column + " " + row]
		})))`), []string{})
}

// On a phone the table moves in its own frame, which the keyboard reaches, and the principle
// that a row is about stays in view.
func TestTheMapOnAPhone(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.size(320)
	b.open(serve(t, "/") + coverage)
	b.narrowEnough(320)
	b.expect(`(() => {
		const frame = document.querySelector(".map-table"), name = frame.querySelector("tbody th")
		const before = name.getBoundingClientRect().left
		frame.scrollLeft = 80
		return frame.tabIndex === 0 && frame.scrollLeft > 0 && Math.abs(name.getBoundingClientRect().left - before) < 1 && name.getBoundingClientRect().width < frame.clientWidth / 2 + 8
	})()`, "the first column stays")
}

// On paper nothing is cut off, and no colour is needed to tell the marks apart.
func TestTheMapOnPaper(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + coverage)
	b.media("print")
	b.expect(`[...document.querySelectorAll(".map-table")].every((e) => getComputedStyle(e).overflowX === "visible")`, "tables are shown whole")
	b.media("", "forced-colors=active")
	b.expect(`new Set([".mark-story", ".mark-invented", ".mark-example", ".mark-attempt", ".mark-none"].map((s) => { const c = getComputedStyle(document.querySelector(s)); return [c.width, c.height, c.borderWidth, c.borderRadius].join() })).size === 5`, "each mark has a shape of its own")
}
