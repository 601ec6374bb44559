//go:build browser

package browser

import (
	"fmt"
	"testing"
)

const saved = `Object.keys(localStorage).filter((key) => key.startsWith("playbook-story "))`

// kept waits until what was written last is in the storage.
func (t teller) kept(text string) {
	t.Helper()
	t.until(saved + `.some((key) => localStorage.getItem(key).includes(` + quote(text) + `))`)
}

func (t teller) answer(name string) string {
	t.Helper()
	return eval[string](t.tab, ask+`(`+quote(name)+`).querySelector("input, textarea").value`)
}

// What was written is there again: after a reload, and when one comes back another day, at
// the step where one was.
func TestShareKeepsADraft(t *testing.T) {
	both(t, func(b *tab, base string) {
		form := tell(b, base+share)
		form.write("Situation", "Notes on paper.")
		form.next()
		form.choose("way", "by-suggestion")
		form.choose("style", "facts", "question")
		form.goTo("ideas")
		form.choose("principles", "lead-by-example")
		example := eval[string](b, ask+`("examples").querySelector("input").value`)
		form.choose("examples", example)
		form.goTo("names")
		form.click(`[data-question="consent"] input`)
		form.kept(example)
		form.kept(`"step":"names"`)
		for _, way := range []string{base + share + "#names", base + share} {
			b.open(base + "az.html")
			form = tell(b, way)
			if got := form.step(); got != "names" {
				t.Errorf("%s opens %s", way, got)
			}
			b.same("answers", eval[[]string](b, `[...document.querySelectorAll("[data-share] :checked")].map((f) => f.value).filter(Boolean)`), []string{"by-suggestion", "facts", "question", "lead-by-example", example, "on"})
			if got := form.answer("Situation"); got != "Notes on paper." {
				t.Errorf("the situation is %q", got)
			}
		}
	})
}

// Two tabs tell two stories, even if they began with one.
func TestShareInTwoTabs(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := tell(b, base+share)
	form.goTo("title")
	form.write("title", "Begun together")
	form.kept("Begun together")

	// Another tab of the same reader: a frame shares the storage, and not the memory.
	eval[bool](b, `new Promise((done) => {
		const frame = document.createElement("iframe")
		frame.src = location.pathname + "?other#title"
		frame.onload = () => done(true)
		document.body.append(frame)
		window.other = frame
	})`)
	const other = `window.other.contentDocument`
	b.until(other + `.querySelector("#q-title-text")?.value === "Begun together"`)
	eval[bool](b, `(() => {
		const field = `+other+`.querySelector("#q-title-text")
		field.value = "Told by the other"
		field.dispatchEvent(new Event("input", { bubbles: true }))
		return true
	})()`)
	form.kept("Told by the other")
	form.write("title", "Told by the first")
	form.kept("Told by the first")
	form.kept("Told by the other")
	form.expect(`document.querySelector("[data-share-notice]").textContent.includes("another tab")`, "it says so")
	form.expect(saved+`.length === 2`, "both are kept")

	b.open(base + "az.html")
	form = tell(b, base+share+"#title")
	if got := form.answer("title"); got != "Told by the first" {
		t.Errorf("this tab's own story is not the one that opens: %q", got)
	}
	form.click("[data-share-notice] button")
	form.until(`document.querySelector("#q-title-text").value === "Told by the other"`)
	form.calm(base)
}

// Starting again asks first, and can keep what there is.
func TestShareStartsAgain(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := tell(b, base+share)
	again := func(answer string) {
		t.Helper()
		form.click("[data-share-again]")
		form.until(`document.querySelector("dialog[open]")`)
		eval[bool](b, `([...document.querySelectorAll("dialog button")].find((e) => e.textContent.startsWith(`+quote(answer)+`)).click(), true)`)
		form.until(`!document.querySelector("dialog[open]")`)
	}
	form.write("Situation", "The first.")
	form.kept("The first.")
	again("Go on")
	if got := form.answer("Situation"); got != "The first." {
		t.Errorf("after going on: %q", got)
	}
	again("Keep it")
	form.until(ask + `("Situation").querySelector("textarea").value === ""`)
	form.write("Situation", "The second.")
	form.kept("The second.")
	form.kept("The first.")
	again("Delete it")
	form.until(`!` + saved + `.some((key) => localStorage.getItem(key).includes("The second."))`)
	form.kept("The first.")
	if got := form.answer("Situation"); got != "" {
		t.Errorf("after deleting: %q", got)
	}
	form.click("[data-share-again]")
	form.expect(`!document.querySelector("dialog[open]")`, "nothing to lose, nothing to ask")
	form.calm(base)
}

// A browser that keeps nothing says so, and the form works.
func TestShareWithoutStorage(t *testing.T) {
	for name, trouble := range map[string]string{
		"forbidden": `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })`,
		"full":      `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			base := serve(t, "/")
			b := newTab(t)
			b.first(trouble)
			form := tell(b, base+share)
			form.write("Situation", "Notes on paper.")
			form.until(`document.querySelector("[data-share-kept]").textContent.includes("keeps nothing")`)
			form.goTo("look")
			form.expect(`document.querySelector("[data-share-preview]").textContent.includes("Notes on paper.")`, "the story is there")
			eval[bool](b, `(window.onbeforeunload = null, true)`)
			form.goTo("beginning")
			form.write("Situation", "") // or the browser would ask whether to leave
			form.calm(base)
		})
	}
}

// What an older form, or nobody, has written is read as far as it can be.
func TestShareReadsOldDrafts(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	for name, draft := range map[string]string{
		"older":      `{"version":0,"saved":1,"draft":{"fields":{"title":"Old","toward":"peer","way":["by-example"],"colour":"red","setting":"moon","tags":null,"asks":7},"sections":{"Situation":["kept"],"Moral":"none"}}}`,
		"damaged":    `{"version":1,"draft":`,
		"empty":      `{}`,
		"of another": `null`,
		"hostile":    `{"draft":{"fields":{"title":{"toString":1},"__proto__":{"x":1},"principles":[{},null,"lead-by-example"]},"sections":"no"}}`,
	} {
		b.open(base + share)
		eval[bool](b, `(localStorage.clear(), sessionStorage.clear(), localStorage.setItem("playbook-story / "+"x", `+quote(draft)+`), true)`)
		b.open(base + "az.html")
		form := tell(b, base+share)
		form.goTo("look")
		if name == "older" {
			b.same("answers", []string{form.answer("title"), form.answer("Situation")}, []string{"Old", "kept"})
			b.same("choices", eval[[]string](b, `[...document.querySelectorAll("[data-share] :checked")].map((f) => f.value).filter(Boolean)`), []string{"by-example", "peer"})
		}
	}
	b.calm(base)
}

// A link may fill in what it is about. It never does so to a story that was begun.
func TestSharePrefilled(t *testing.T) {
	both(t, func(b *tab, base string) {
		const asked = "#principle=lead-by-example&toward=boss&way=by-suggestion&style=question&style=facts&toward=nobody&colour=red&title=x&credit=%22&consent=1"
		const chosen = `[...document.querySelectorAll("[data-share] :checked")].map((f) => f.value).filter(Boolean)`
		want := []string{"by-suggestion", "facts", "question", "boss", "lead-by-example"}
		form := tell(b, base+share+asked)
		b.same("filled in", eval[[]string](b, chosen), want)
		if got := form.step(); got != "beginning" {
			t.Errorf("it begins with %s", got)
		}
		form.expect(`!document.querySelector("dialog[open]") && document.getElementsByName("title")[0].value === ""`, "it is only filled in")
		form.write("Situation", "Mine.")
		form.kept("Mine.")

		for i, answer := range []string{"Go on", "Begin another"} {
			b.open(base + "az.html")
			form = tell(b, base+share+"#toward=newcomer")
			form.until(`document.querySelector("dialog[open]")`)
			eval[bool](b, `([...document.querySelectorAll("dialog button")].find((e) => e.textContent.startsWith(`+quote(answer)+`)).click(), true)`)
			form.until(`!document.querySelector("dialog[open]")`)
			form.until(fmt.Sprintf(`%s.includes("newcomer") === %v`, chosen, i == 1))
			form.kept("Mine.")
		}
	})
}
