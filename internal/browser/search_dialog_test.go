//go:build browser

package browser

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Whoever hears the page is told what the field is, what it controls, and which option
// is chosen out of how many.
func TestSearchWiring(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, ""))
	b.open(base)
	b.openSearch("page")
	b.until(options + ".length === 5")
	for condition, meaning := range map[string]string{
		dialogField + `.role === "combobox" && ` + dialogField + `.ariaAutoComplete === "list" && ` + dialogField + `.ariaLabel`: "the field is a combobox with a name",
		dialogField + `.ariaExpanded === "true"`: "it says that its list shows",
		`document.getElementById(` + dialogField + `.getAttribute("aria-controls")).matches("[role=listbox][aria-label=Results]")`:  "it names its list",
		options + `.every((o, i) => o.ariaPosInSet == i + 1 && o.ariaSetSize == 12 && o.ariaSelected === String(i === 0))`:          "each option says which of how many it is",
		`new Set(` + options + `.map((o) => o.id)).size === 5`:                                                                      "each has an id",
		`!document.querySelector("dialog[open] [role=option] :is(a, button, [tabindex])")`:                                          "nothing in an option takes focus",
		dialogField + `.getAttribute("aria-activedescendant") === ` + chosen + `.id && ` + focused + ` === ` + dialogField:          "focus stays in the field, which names what is chosen",
		`document.querySelector("dialog[open]").ariaLabel && document.querySelector("dialog[open] .search-close").ariaLabel !== ""`: "dialog and button have names",
	} {
		b.expect(condition, meaning)
	}
	b.until(dialogHeard + `.textContent.trim() === "12 results"`)
	b.press("xyz")
	b.until(dialogField + `.ariaExpanded === "false"`)
	b.expect(`!`+dialogField+`.hasAttribute("aria-activedescendant")`, "nothing is chosen where nothing is")
	b.until(dialogHeard + `.textContent.includes("0 results") && ` + dialogHeard + `.textContent.includes("pagexyz")`)
	b.calm(base)
}

// The arrows walk through the options, past the end of what shows to the end of what
// was found, and round; Enter opens, Ctrl-Enter in a new tab.
func TestSearchArrows(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, ""))
	b.open(base)
	b.openSearch("page")
	b.until(options + ".length === 5")
	at := chosen + `.querySelector(".hit-title").textContent`
	for _, want := range []string{"page 2", "page 3", "page 4", "page 5", "page 6", "page 7", "page 8", "page 9", "page 10", "page 11", "page 12", "page 1"} {
		b.press(kb.ArrowDown)
		b.until(at + " === " + quote(want))
		b.expect(`(() => { const o = `+chosen+`.getBoundingClientRect(), l = `+chosen+`.parentElement.getBoundingClientRect(); return o.top >= l.top - 1 && o.bottom <= l.bottom + 1 })()`, want+" is in view")
	}
	if got := eval[int](b, options+".length"); got != 12 {
		t.Errorf("%d options, want 12", got)
	}
	b.press(kb.ArrowUp)
	b.until(at + ` === "page 12"`)
	b.press(kb.ArrowUp)
	b.until(at + ` === "page 11"`)
	eval[bool](b, `(window.open = (...args) => { window.opened = args }, true)`)
	b.pressCtrl('\r')
	b.until(`window.opened`)
	b.expect(`window.opened[0].endsWith("tags.html") && document.querySelector("dialog[open]")`, "a new tab, and the search stays")
	b.press(kb.Enter)
	b.arrive("/tags.html")
	b.calm(base)
}

// The list grows when it is scrolled to its end, and never by itself.
func TestSearchGrows(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, ""))
	b.open(base)
	b.openSearch("page")
	b.until(options + ".length === 5")
	b.wait(100)
	b.expect(options+".length === 5", "five are loaded until more are wanted")
	for _, want := range []string{"10", "12"} {
		eval[bool](b, `(document.querySelector("dialog[open] .hits").scrollTop = 1e6, true)`)
		b.until(options + ".length === " + want)
	}
	b.expect(chosen+`.id === "search-option-0" && document.querySelector("dialog[open] .hits").scrollTop > 0`, "choice and place stay")
	b.same("limits", eval[[]string](b, `window.searchAsked.filter(({ query }) => query === "page").map(({ limit }) => String(limit))`), []string{"5", "10", "15"})
	b.calm(base)
}

// An answer that comes late is not shown over a newer one, and Enter waits for the
// answer to what is typed.
func TestSearchLateAnswers(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, `hold: /^page 1.?$/`))
	b.open(base)
	b.openSearch("page ")
	b.until(options + ".length === 5")
	b.press("1")
	b.expect(options+`.length === 5 && !document.querySelector("dialog[open] .stale")`, "the last results stay as they are")
	b.until(dialogStatus + `.textContent === "Searching …" && document.querySelector("dialog[open] .stale")`)
	b.expect(options+`.length === 5`, "also when it takes long")
	b.press("2")
	b.until(`window.searchAsked.at(-1).query === "page 12"`)
	b.press(kb.Enter)
	eval[bool](b, `(window.searchRelease("page 1"), true)`)
	b.wait(100)
	b.expect(options+`.length === 5 && `+dialogStatus+`.textContent === "Searching …"`, "the answer to an older query is not shown")
	b.expect(`location.pathname === "/"`, "Enter does not open what was found for an older query")
	eval[bool](b, `(window.searchRelease("page 12"), true)`)
	b.arrive("/barriers.html")
	b.calm(base)
}

// Nothing is loaded for a word that is still being typed, unless Enter says that it is complete.
func TestSearchWaitsForThePause(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, "remote: true"))
	typing := `((...queries) => { for (const query of queries) {
		` + dialogField + `.value = query
		` + dialogField + `.dispatchEvent(new Event("input"))
	} })`
	soon := `new Promise((done) => setTimeout(() => done(` + askedFor + `), 20))`
	b.open(base)
	b.openSearch("")
	b.same("at once", eval[[]string](b, "("+typing+`("p", "pa", "page"), `+soon+`)`), []string{})
	b.until(options + ".length === 5")
	b.same("after a pause", eval[[]string](b, askedFor), []string{"page"})
	b.same("with Enter", eval[[]string](b, "("+typing+`("page 1", "page 12", "page 123"), `+dialogField+`.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" })), `+soon+`)`), []string{"page", "page 123"})
	b.calm(base)
}

// What comes quickly comes without a word of waiting, in the frame in which it is there.
func TestSearchAtOnce(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, `hold: /^page 3$/`))
	b.open(base)
	b.openSearch("page 3")
	b.until(`window.searchAsked.at(-1).query === "page 3"`)
	b.until(dialogStatus + `.textContent === "Searching …"`)
	b.expect(`new Promise((done) => {
		window.searchRelease("page 3")
		requestAnimationFrame(() => done(`+options+`.length === 1 && `+dialogStatus+`.textContent === "1 result"))
	})`, "the next frame shows it")
	b.calm(base)
}

// What was searched for is offered again, and forgotten when the reader says so.
func TestRecentSearches(t *testing.T) {
	t.Parallel()
	b, base := searchTab(t, numbered(12, ""))
	recent := options + `.map((o) => o.textContent)`
	b.open(base + "search.html?q=page")
	b.until(results + ".length > 0")
	eval[bool](b, `(localStorage.setItem("playbook-searches /", JSON.stringify(["a", "b", "c", "d", "e", "f", "g", "h"])), true)`)
	for range 2 { // the second time, it is not there twice
		b.open(base)
		b.openSearch("page 1")
		b.until(`document.querySelector("dialog[open] .hit-title")?.textContent === "page 1" && ` + options + `.length === 4`)
		b.press(kb.Enter)
		b.arrive("/az.html")
	}
	b.openSearch("")
	b.until(options + `.length === 8`)
	b.same("recent searches", eval[[]string](b, recent), []string{"page 1", "a", "b", "c", "d", "e", "f", "g"})
	b.expect(`document.querySelector("dialog[open] [role=listbox]").ariaLabel === "Recent searches" && !`+chosen, "they are named, and none is chosen")
	b.press(kb.ArrowDown, kb.Enter)
	b.until(dialogField + `.value === "page 1" && ` + options + `.length === 4 && document.querySelector("dialog[open] .hit-title")`)
	b.press(kb.Escape)
	b.open(base)
	b.openSearch("")
	b.until(options + `.length === 8`)
	b.click("dialog[open] .search-start button")
	b.until(options + `.length === 0`)
	b.expect(dialogField+` === `+focused+` && `+dialogField+`.ariaExpanded === "false"`, "focus goes back to the field")
	b.open(base)
	b.openSearch("")
	b.wait(100)
	b.same("after all are forgotten", eval[[]string](b, recent), []string{})
	b.expect(`document.querySelectorAll("dialog[open] .search-start a").length > 3 && [...document.querySelectorAll("dialog[open] .search-start a")].every((a) => a.checkVisibility())`, "there are ways in")
	b.calm(base)
}

// Storage may be forbidden, or hold anything.
func TestRecentSearchesWithoutStorage(t *testing.T) {
	t.Parallel()
	for name, sabotage := range map[string]string{
		"forbidden": `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })`,
		"nonsense":  `localStorage.setItem("playbook-searches /", '{"0": [1]')`,
		"not words": `localStorage.setItem("playbook-searches /", '[1, null, {"a": "<img src=x onerror=alert(1)>"}, "<img src=x>"]')`,
	} {
		t.Run(name, func(t *testing.T) {
			b, base := searchTab(t, numbered(3, ""))
			b.open(base)
			eval[bool](b, "("+sabotage+", true)")
			b.openSearch("")
			b.wait(50)
			b.expect(`!document.querySelector("dialog[open] img") && `+options+`.every((o) => o.textContent === "<img src=x>")`, "text stays text, and nothing else comes")
			b.press("page 2")
			b.until(options + ".length === 1")
			b.pressCtrl('\r') // remembers
			b.until(`document.querySelector("dialog[open]")`)
			eval[bool](b, "("+dialogField+".select(), true)")
			b.press(kb.Backspace)
			b.until(options + `[0]?.textContent === "page 2"`)
		})
	}
}
