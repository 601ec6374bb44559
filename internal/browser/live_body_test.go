//go:build browser

package browser

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const entryPage = "principles/lead-by-example.html"

// preview of a page, loaded and listening.
func (b *tab) preview(p *preview, address string) {
	b.Helper()
	b.open(p.base + address)
	b.ready()
}

// ready waits until the page is compared with the server's once, and what is ours is shown.
func (b *tab) ready() {
	b.Helper()
	b.until(inAuthor(".knob") + `?.textContent && ` + inAuthor(".knob") + `.checkVisibility()`)
	eval[bool](b, `(window.stays = true)`)
}

// comes is until for a page that may be loaded anew meanwhile.
func (b *tab) comes(condition string) {
	b.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	for {
		there, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("document.readyState === 'complete' && Boolean("+condition+")"))
		if there && err == nil {
			return
		}
		if ctx.Err() != nil {
			b.Fatalf("it did not come to this: %s: %v", condition, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// inAuthor is an element of ours.
func inAuthor(selector string) string {
	return `document.querySelector("playbook-author")?.shadowRoot.querySelector(` + quote(selector) + `)`
}

// asServed fails the test unless the page is what a fresh load gives, read without its
// scripts: text, structure and attributes.
func (b *tab) asServed(meaning string) {
	b.Helper()
	const differs = `(async () => {
		const parsed = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html").documentElement
		const real = document.documentElement.cloneNode(true)
		real.querySelector("playbook-author").remove()
		real.classList.remove("js")
		if (!real.className) real.removeAttribute("class")
		for (const tree of [parsed, real]) {
			tree.querySelectorAll("script, .term-note, [data-theme-toggle], dialog").forEach((e) => e.remove())
			tree.querySelectorAll("details").forEach((e) => (e.open = false))
			tree.querySelectorAll("[aria-describedby=term-note]").forEach((e) => e.removeAttribute("aria-describedby"))
			tree.normalize()
		}
		const lines = (e) => e.outerHTML.replaceAll("\n", "").replaceAll("<", "\n<").split("\n")
		const [a, z] = [lines(parsed), lines(real)]
		const i = a.findIndex((line, i) => line !== z[i])
		return i < 0 && a.length === z.length ? "" : "served " + a[i] + " shown " + z[i]
	})()`
	if what := eval[string](b, differs); what != "" {
		b.Errorf("%s: the page differs from a fresh one: %s", meaning, what)
	}
	b.expect("window.stays", meaning+": it was not loaded anew")
}

// A changed sentence appears where it is; nothing that the reader did is lost.
func TestLiveBody(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put(entryPage, withForm(p.html(entryPage)))
	b := newTab(t)
	b.preview(p, entryPage)
	eval[bool](b, `(() => {
		document.querySelector(".prose p:nth-of-type(2)").scrollIntoView()
		document.querySelector("#kept-details").open = true
		document.querySelector("#kept-box").checked = true
		document.querySelector("#kept-b").checked = true
		document.querySelector("#kept-select").value = "two"
		window.nodes = [...document.querySelectorAll("body *")]
		window.touched = []
		new MutationObserver((list) => touched.push(...list)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
		return true
	})()`)
	b.do(chromedp.SetValue("#kept-area", "mine"))
	b.do(chromedp.Focus("#kept-text"))
	b.press("typed")
	b.press(kb.ArrowLeft, kb.ArrowLeft)
	eval[bool](b, `(() => {
		const text = document.querySelector("#selected").firstChild
		getSelection().setBaseAndExtent(text, 4, text, 9) // "words"
		document.querySelector("#kept-text").focus({ preventScroll: true })
		getSelection().setBaseAndExtent(text, 4, text, 9)
		window.focused = document.activeElement
		window.y = scrollY
		window.caret = document.activeElement.selectionStart
		return true
	})()`)
	p.edit(entryPage, "The words that are selected", "The words that are still selected, in a longer sentence,")
	p.rebuilt(update{})
	b.until(`document.querySelector("#selected").textContent.includes("longer sentence")`)
	b.expect("scrollY > 100 && scrollY === y", "the place on the page is kept")
	b.expect(`getSelection().toString() === "words"`, "the selection is kept")
	b.expect("document.activeElement === focused", "the focus is kept")
	b.expect(`document.querySelector("#kept-details").open`, "what is open stays open")
	b.expect(`document.querySelector("#kept-text").value === "typed" && document.querySelector("#kept-area").value === "mine"`, "what was typed stays")
	b.expect(`document.querySelector("#kept-text").selectionStart === caret`, "the caret stays")
	b.expect(`document.querySelector("#kept-box").checked && document.querySelector("#kept-b").checked && document.querySelector("#kept-select").value === "two"`, "what was chosen stays")
	b.expect(`touched.length === 1 && touched[0].type === "characterData"`, "one text is changed and nothing else")
	b.expect(`[...document.querySelectorAll("body *")].every((e, i) => e === nodes[i])`, "every element is the same one")
	b.asServed("after the edit")
	b.calm(p.base)
}

// What a reader chose stays also when the page comes to suggest something else; a
// new field does not take over what was typed into the one before it.
func TestLiveForms(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	p.put(entryPage, withForm(p.html(entryPage)))
	b := newTab(t)
	b.preview(p, entryPage)
	eval[bool](b, `((document.querySelector("#kept-b").checked = true), true)`)
	b.do(chromedp.Focus("#kept-text"))
	b.press("typed")
	p.edit(entryPage, `<input id="kept-text"`, `<input name="before" id="before-text"> <input id="kept-text"`)
	p.edit(entryPage, `id="kept-c"`, `id="kept-c" checked`)
	p.edit(entryPage, `<option>two`, `<option>and a half<option>two`)
	p.rebuilt(update{})
	b.until(`document.querySelector("#before-text")`)
	b.expect(`document.querySelector("#before-text").value === "" && document.querySelector("#kept-text").value === "typed"`, "what was typed stays in its field")
	b.expect(`document.querySelector("#kept-b").checked`, "what was chosen stays")
	b.expect(`document.activeElement.id === "kept-text"`, "the focus stays")
	b.asServed("with a new field")
	b.calm(p.base)
}

// Groups of fields keep what was chosen in them, though others come before them and all of
// their labels change.
func TestLiveGroups(t *testing.T) {
	t.Parallel()
	group := func(name, n string) string {
		return "<fieldset><legend>" + n + "</legend><label><input type=radio name=" + name + " value=a checked>A " + n + "</label><label><input type=radio name=" + name + " value=b>B " + n + "</label></fieldset>\n"
	}
	form := func(groups ...string) string {
		return "<!doctype html><html lang=en><head><title>Groups</title>" + icon(t) + "</head><body><main><h1>Groups</h1><form>" + strings.Join(groups, "") + "</form></main></body></html>"
	}
	p := newPreview(t)
	p.put("groups.html", form(group("one", "1"), group("two", "1")))
	b := newTab(t)
	b.preview(p, "groups.html")
	eval[bool](b, `document.querySelector("[name=one][value=b]").checked = true`)
	p.put("groups.html", form(group("zero", "2"), group("two", "2"), group("one", "2")))
	p.rebuilt(update{})
	b.until(`document.querySelector("[name=zero]")`)
	b.expect(`document.querySelector("[name=one][value=b]").checked`, "the choice is kept")
	b.expect(`document.querySelector("[name=two][value=a]").checked && document.querySelector("[name=zero][value=a]").checked`, "and is nobody else's")
	b.asServed("with another group")
	b.calm(p.base)
}

// Where the browser does not keep the place by itself, we do.
func TestLivePlaceWithoutAnchoring(t *testing.T) {
	t.Parallel()
	p := newPreview(t)
	b := newTab(t)
	b.preview(p, entryPage)
	for _, anchoring := range []string{"auto", "none"} {
		eval[bool](b, `(document.documentElement.style.overflowAnchor = `+quote(anchoring)+`,
			document.querySelector(".prose > :nth-last-child(2)").scrollIntoView(),
			window.top1 = document.querySelector(".prose > :nth-last-child(2)").getBoundingClientRect().top, true)`)
		p.edit(entryPage, `<div class="prose">`, `<div class="prose"><p class="more-`+anchoring+`">A paragraph<br>of<br>a<br>few<br>lines<br>above.</p>`)
		p.rebuilt(update{})
		b.until(`document.querySelector(".more-` + anchoring + `")`)
		b.settle()
		b.expect(`Math.abs(document.querySelector(".prose > :nth-last-child(2)").getBoundingClientRect().top - top1) < 2`, "what is read stays where it is, anchoring "+anchoring)
	}
	b.calm(p.base)
}

// withForm puts something to fill in, to open and to select into an entry.
func withForm(html string) string {
	return replaceOnce(html, "</article>", `<details id="kept-details"><summary>More</summary>More.</details>
<form><input id="kept-text" name="text" aria-label="Text"> <textarea id="kept-area" name="area">Given</textarea> <input type="checkbox" id="kept-box" name="box">
<input type="radio" name="one" value="a" checked> <input type="radio" name="one" value="b" id="kept-b"> <input type="radio" name="one" value="c" id="kept-c">
<select id="kept-select" name="select"><option>one<option>two</select></form>
<p id="selected">The words that are selected.</p></article>`)
}

func replaceOnce(html, old, text string) string {
	before, after, _ := strings.Cut(html, old)
	return before + text + after
}

// icon is for pages that are no page of the site: browsers ask for one.
func icon(t *testing.T) string {
	t.Helper()
	return `<link rel="icon" href="/` + asset(t, "icon", ".svg") + `">`
}
