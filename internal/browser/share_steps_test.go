//go:build browser

package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// By keyboard alone, as somebody tells who cannot see where the mouse is.
func TestShareByKeyboard(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	form := tell(newTab(t), base+share)
	form.tabTo(`document.activeElement.name === "Situation"`)
	form.press("Notes on paper.")
	form.tabTo(`document.activeElement.matches(".share-next")`)
	form.press(kb.Enter)
	form.until(focused + `.id === "act-title"`)
	form.expect(focused+`.ariaDescribedByElements[0].textContent === "Step 2 of 10"`, "the heading says how far it is")
	form.tabTo(`document.activeElement.name === "What I did"`)
	form.press("I wrote in capitals.")
	form.tabTo(`document.activeElement.name === "way"`)
	form.press(" ")
	form.expect(`document.querySelector("[name=way][value=by-example]").checked`, "Space chooses")
	form.press(kb.ArrowDown)
	form.expect(`document.querySelector("[name=way][value=by-suggestion]").checked`, "an arrow chooses the next")
	form.tabTo(`document.activeElement.closest("[data-question=style]") !== null`)
	form.press(" ")
	form.tabTo(`document.activeElement.matches(".share-next")`)
	form.press(" ")
	form.until(focused + `.id === "change-title"`)
	form.tabTo(`document.activeElement.name === "outcome"`)
	form.press(" ")
	for range 7 { // Enter within a choice goes on, as in every form
		before := form.step()
		form.tabTo(`document.activeElement.matches(".share-next")`)
		form.press(kb.Enter)
		form.until(`document.activeElement.tagName === "H2" && document.activeElement.id !== ` + quote(before+"-title"))
	}
	if got := form.step(); got != "look" {
		t.Errorf("the last step is %s", got)
	}
	form.expect(`document.querySelector("#look .share-advice a") !== null`, "what is missing is listed")
	form.tabTo(`document.activeElement.closest("#look .share-advice") !== null`)
	form.press(kb.Enter)
	form.until(`document.activeElement.matches("input, textarea")`)
	form.calm(base)
}

// The steps are places in the history: going back and deep links work as they do everywhere.
func TestShareGoesBack(t *testing.T) {
	both(t, func(b *tab, base string) {
		form := tell(b, base+share)
		form.next()
		form.next()
		b.leave("history.back()")
		form.until(`document.querySelector("#act").checkVisibility()`)
		b.leave("history.back()")
		form.until(`document.querySelector("#beginning").checkVisibility()`)
		b.leave("history.forward()")
		form.until(`document.querySelector("#act").checkVisibility()`)
		form.click("#act [data-share-back]")
		form.until(`document.querySelector("#beginning").checkVisibility()`)
		form.expect(focused+`.id === "beginning-title"`, "the heading has the focus")
		form.click(`.share-progress a[href="#names"]`)
		form.until(`document.querySelector("#names").checkVisibility()`)
		form.expect(`document.querySelector(".share-progress [aria-current=step]").hash === "#names"`, "the line says where one is")
		b.open(base + "az.html")
		if got := tell(b, base+share+"#title").step(); got != "title" {
			t.Errorf("the address says title, open is %s", got)
		}
		b.open(base + "az.html")
		if got := tell(b, base+share+"#nowhere").step(); got != "beginning" {
			t.Errorf("the address says nothing that is known, open is %s", got)
		}
	})
}

// What nobody has to answer is not asked, and what was answered before is found again.
func TestShareAsksWhatItMust(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	form := tell(newTab(t), base+share+"#act")
	asked := func(name string) bool {
		return eval[bool](form.tab, `!`+ask+`(`+quote(name)+`).hidden`)
	}
	for _, tt := range []struct {
		step, field, value, question string
		want                         bool
	}{
		{"act", "way", "by-example", "style", false},
		{"act", "way", "by-suggestion", "style", true},
		{"change", "outcome", "not-followed", "followers", false},
		{"change", "outcome", "not-followed", "If nobody followed", true},
		{"change", "outcome", "not-followed", "hat_after", false},
		{"change", "outcome", "unknown", "hat_after", true},
		{"change", "outcome", "partly", "followers", true},
		{"change", "outcome", "partly", "If nobody followed", false},
		{"after", "hat_after", "none", "Afterwards", false},
		{"after", "hat_after", "coaching", "Afterwards", true},
		{"ideas", "principles", "lead-by-example", "examples", true},
		{"names", "credit", "anonymous", "authors", false},
		{"names", "credit", "named", "authors", true},
	} {
		form.goTo(tt.step)
		form.choose(tt.field, tt.value)
		if got := asked(tt.question); got != tt.want {
			t.Errorf("%s is %s: %s is asked: %v", tt.field, tt.value, tt.question, got)
		}
	}
	form.goTo("look")
	if text := form.text(); !strings.Contains(text, "\nhat_after: coaching\n") {
		t.Errorf("the hat is not in the file:\n%s", text)
	}
	form.goTo("change")
	form.choose("outcome", "not-followed")
	form.goTo("look")
	if text := form.text(); !strings.Contains(text, "\nhat_after: none\n") {
		t.Errorf("nobody followed, and the file does not say that there was no other hat:\n%s", text)
	}
	form.goTo("names")
	form.write("authors", "Mira Holt")
	form.goTo("act")
	form.choose("style", "question")
	form.choose("way", "by-example")
	form.goTo("names")
	form.choose("credit", "anonymous")
	form.goTo("look")
	if text := form.text(); strings.Contains(text, "style:") || strings.Contains(text, "Mira") {
		t.Errorf("the file says what is not asked:\n%s", text)
	}
	form.goTo("names")
	form.choose("credit", "named")
	form.expect(`document.querySelector("[name=authors]").value === "Mira Holt"`, "the answer is still there")
	form.goTo("look")
	form.expect(`document.querySelector("[data-share-preview] .credit").textContent === "Told by Mira Holt"`, "and shown")
}
