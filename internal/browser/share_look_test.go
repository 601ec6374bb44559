//go:build browser

package browser

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
)

// Every step is as accessible as the first, and so are its advice, the dialog and the story.
func TestAxeOfTheForm(t *testing.T) {
	t.Parallel()
	source, base := readAxe(t), serve(t, "/")
	b := newTab(t)
	tally := axeTally{incomplete: map[string]int{}}
	for _, m := range modes {
		t.Run(m.name, func(t *testing.T) {
			b := b.in(t)
			b.size(m.width)
			b.media("", append(m.features, "prefers-reduced-motion=reduce")...)
			form := tell(b, base+share)
			for i, step := range storySteps { // each with the advice on the one before
				form.goTo(step)
				if step == "act" {
					form.choose("way", "by-suggestion")
				}
				if i > 0 && i < len(storySteps)-1 && eval[int](b, `document.querySelectorAll("#`+step+` .share-advice a").length`) == 0 && !slices.Contains([]string{"moment"}, storySteps[i]) {
					t.Logf("%s: no advice on the step before", step)
				}
				tally.judge(b, b.axe(source))
				b.expect(`document.documentElement.scrollWidth <= innerWidth`, step+" scrolls to the side")
			}
			form.goTo("act") // with what is missing beside its questions
			b.expect(`document.querySelector("#act .share-finding-error") !== null`, "what is missing is said")
			tally.judge(b, b.axe(source))
			form.goTo("look")
			form.click("[data-share-anyway] button")
			tally.judge(b, b.axe(source))
			form.click("[data-share-again]")
			form.until(`document.querySelector("dialog[open]")`)
			r := b.axe(source)
			r.uncover()
			tally.judge(b, r)
			eval[bool](b, `(document.querySelector("dialog[open]").close(), localStorage.clear(), sessionStorage.clear(), true)`)
		})
	}
}

// What the checker says stands beside the question that it is about, once one has left it,
// and keeps nobody from going on.
func TestShareFindings(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := tell(b, base+share)
	finding := func(name string) string {
		t.Helper()
		return eval[string](b, ask+`(`+quote(name)+`).querySelector(".share-findings").textContent`)
	}
	b.expect(`document.querySelectorAll(".share-finding").length === 0`, "nobody is told off before they have begun")
	form.next()
	b.until(`document.querySelector("#act .share-advice a") !== null`)
	b.expect(`document.querySelector("#act .share-advice").role === "status"`, "the advice is announced")
	if finding("Situation") == "" || finding("What I did") != "" {
		t.Errorf("left: %q, not left: %q", finding("Situation"), finding("What I did"))
	}
	b.expect(ask+`("Situation").querySelector("textarea").ariaInvalid === "true"`, "the field is marked")
	b.expect(ask+`("Situation").querySelector("textarea").ariaDescribedByElements.some((e) => e.textContent.includes("To settle"))`, "and says why")
	form.click("#act .share-advice a")
	b.until(`document.activeElement.name === "Situation"`)
	form.goTo("names")
	form.choose("credit", "anonymous")
	form.goTo("beginning")
	form.write("Situation", "My boss heard from @mira-h about it.")
	if got := finding("Situation"); !strings.Contains(got, "@mira-h") {
		t.Errorf("an address in a story that is told anonymously: %q", got)
	}
	form.write("Situation", "We met at the door.")
	if got := finding("Situation"); got != "" {
		t.Errorf("mended: %q", got)
	}
	b.expect(`!`+ask+`("Situation").querySelector("textarea").hasAttribute("aria-invalid")`, "the mark is gone")

	form.goTo("act")
	form.write("What I did", "I told them to write in capitals, and I decided that it stays so.")
	form.choose("way", "by-example")
	if got := finding("What I did"); !strings.Contains(got, "Advice:") {
		t.Errorf("words of command: %q", got)
	}
	b.expect(`!`+ask+`("What I did").querySelector("textarea").hasAttribute("aria-invalid")`, "advice is no error")

	form.goTo("look")
	all := eval[[]string](b, `[...document.querySelectorAll("#look .share-advice a")].map((a) => a.textContent)`)
	for _, want := range []string{"What did you say or do?", "What changed afterwards?", "Did anybody follow?", "May it be published?", "What would you call this story?"} {
		if !slices.Contains(all, want) {
			t.Errorf("the list before the end has no %q: %q", want, all)
		}
	}
	form.click("#look .share-advice a:last-of-type")
	b.until(`document.activeElement.matches("input, textarea")`)
	b.calm(base)
}

// Everything that can be used has a name and a role, as a screen reader is told.
func TestShareIsSpoken(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := tell(b, base+share)
	controls := []string{"button", "link", "textbox", "radio", "checkbox", "radiogroup", "group"}
	for _, step := range storySteps {
		form.goTo(step)
		var spoken []string
		for _, node := range call(b, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes {
			if node.Ignored || node.Role == nil || !slices.Contains(controls, said(node.Role)) {
				continue
			}
			name := said(node.Name)
			if name == "" {
				t.Errorf("%s: a %s without a name", step, said(node.Role))
			}
			spoken = append(spoken, said(node.Role)+" "+name)
		}
		for _, want := range map[string][]string{
			"beginning": {"textbox What was going on?", "button Next", "link Where it began"},
			"act":       {"textbox What did you say or do?", "radiogroup How did it happen?", "radio Others saw it and did likewise", "button Back"},
			"others":    {"group Who was it about?", "checkbox Your boss", "radiogroup How ready were they to hear it? optional"},
			"names":     {"radiogroup How may you be named?", "radio Not at all", "group May it be published?", "checkbox Yes, it may be published here"},
			"look":      {"button Hand it in as it is"},
		}[step] {
			if !slices.Contains(spoken, want) {
				t.Errorf("%s: no %q in\n%s", step, want, strings.Join(spoken, "\n"))
			}
		}
	}
}

// said is the text of a value of the accessibility tree.
func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text string
	_ = json.Unmarshal(v.Value, &text)
	return text
}

// What a reader presses is large enough for a thumb, and nothing moves.
func TestShareOnAPhone(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.size(320)
	b.media("", "prefers-reduced-motion=reduce")
	form := tell(b, base+share)
	for _, step := range storySteps {
		form.goTo(step)
		b.same(step+": too small", eval[[]string](b, `[...document.querySelectorAll("[data-share] :is(a, button, .share-choice, input[type=text], textarea)")]
			.filter((e) => e.checkVisibility() && !e.closest("p, li:not(.share-progress li)")).map((e) => [e, e.getBoundingClientRect()])
			.filter(([, r]) => r.height < 24 || r.width < 24).map(([e, r]) => e.outerHTML.slice(0, 60) + r.width + "×" + r.height)`), []string{})
		b.same(step+" moves", eval[[]string](b, moving), []string{})
	}
	form.goTo("beginning")
	form.write("Situation", strings.Repeat("Donaudampfschifffahrts", 40)+"\n\nשלום עולם")
	form.goTo("look")
	b.expect(`document.documentElement.scrollWidth <= innerWidth`, "long words stay within the page")
	b.expect(`getComputedStyle([...document.querySelectorAll("[data-share-preview] .prose p")].at(-1)).direction === "rtl"`, "right to left is shown so")
	b.calm(base)
}

// Beside its questions an answer has room for its longest word, on the smallest phone too.
func TestFactsOnAPhone(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.size(320)
	form := tell(b, serve(t, "/")+share)
	form.goTo("change")
	form.choose("outcome", "followed")
	form.goTo("after")
	form.choose("hat_after", "facilitating")
	form.goTo("look")
	b.same("broken words", eval[[]string](b, `[...document.querySelectorAll("[data-share-preview] .facts :is(dt, dd)")].flatMap((e) => {
		const texts = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), broken = []
		while (texts.nextNode())
			for (const word of texts.currentNode.data.matchAll(/\S+/g)) {
				const range = document.createRange()
				range.setStart(texts.currentNode, word.index)
				range.setEnd(texts.currentNode, word.index + word[0].length)
				if (range.getClientRects().length > 1) broken.push(word[0])
			}
		return broken
	})`), []string{})
	b.expect(`document.querySelector("[data-share-preview] .facts dd") !== null`, "there are facts")
}

// On paper there is the story, and nothing that one fills in.
func TestShareOnPaper(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	form := tell(b, base+share)
	form.write("Situation", "Notes on paper.")
	form.goTo("look")
	b.media("print")
	for _, selector := range []string{"main form", "main button", ".share-progress", ".share-advice"} {
		if n := b.count(selector); n > 0 {
			t.Errorf("%d × %s on paper", n, selector)
		}
	}
	b.expect(`document.querySelector("[data-share-preview] .prose").checkVisibility()`, "the story is on paper")
}

// maxForm is what the form may weigh, with all its rules, without what it knows of the playbook.
const maxForm = 20_000

func TestShareWeight(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.open(base + share)
	n := transfer(t, newPlace(t, base), eval[string](b, `document.querySelector("script[src*='/share.']").src`))
	if n > maxForm {
		t.Errorf("the form is %d bytes, at most %d are allowed", n, maxForm)
	}
	t.Logf("the form is %d bytes", n)
	for _, page := range []string{home, shipped.samples(t)["entry-stories"]} {
		b.open(base + page)
		b.expect(`!document.querySelector("script[src*='/share']")`, page+" does not load it")
	}
}
