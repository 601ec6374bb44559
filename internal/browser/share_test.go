//go:build browser

package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The whole way, under the strictest policy and from disk: what is told comes out as a file.
func TestShareAStory(t *testing.T) {
	both(t, func(b *tab, base string) {
		form := tell(b, base+share)
		dir := form.downloads()
		form.tellAll()
		form.expect(`!document.querySelector("[data-share-anyway]").checkVisibility()`, "nothing is left to settle")
		text := form.text()
		for _, want := range []string{
			"title: \"The handover note\"\n", "way: by-example\n", "outcome: followed\n", "followers: few\n", "hat_after: none\n", "when: 2025-Q3\n",
			"credit: anonymous\n", "people: disguised\n", "provenance: submitted\n", "review: submitted\n",
			"consent: " + eval[string](b, `new Date().toLocaleDateString("sv")`) + "\n",
			"\n## Situation\n\nThe night shift left its notes on paper.\n\nNobody could read them.\n",
			"\n- one line for each bed\n- the time in front\n", "\n## What changed\n\nWithin a month",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the file has no %q:\n%s", want, text)
			}
		}
		for _, unwanted := range []string{"style:", "authors:", "## Afterwards", "## If nobody followed"} {
			if strings.Contains(text, unwanted) {
				t.Errorf("the file has %s", unwanted)
			}
		}
		form.preview()
		accepted(b.T, "the-handover-note-of-the-form.md", text)
		form.click("[data-share-download]")
		if got := form.arrived(dir, "the-handover-note.md"); got != text {
			t.Errorf("saved:\n%s", got)
		}
		form.expect(`document.querySelector("[data-share-said]").textContent.includes("the-handover-note.md")`, "it says what was saved")
	})
}

// accepted fails the test if the playbook's own checker, of which the form has the rules,
// finds a mistake in a file that the form has made.
func accepted(t *testing.T, name, text string) {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "content"), os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "content", "stories", name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(filepath.Join(filepath.Dir(shipped.dir), "playbook"), "check", root).CombinedOutput()
	if err != nil || strings.Contains(string(out), name) {
		t.Errorf("playbook check: %v\n%s", err, out)
	}
}

// preview is made of the site's own parts.
func (t teller) preview() {
	t.Helper()
	for selector, want := range map[string]string{
		".share-title":            "The handover note",
		".lede":                   "I wrote my notes in capitals, and the others began to.",
		".verdict-outcome":        "People followed",
		".credit":                 "Told anonymously",
		".stop-act .stop-title":   "Shown, by example",
		".stop-taken .stop-title": "A few took it up",
		".stop-hat .stop-title":   "It ended there",
		".prose ul li":            "one line for each bed",
		".facts dl div dt":        "How",
		".facts dl div dd":        "By example",
	} {
		got := eval[string](t.tab, `document.querySelector(`+quote("[data-share-preview] "+selector)+`)?.textContent.trim() ?? "nothing"`)
		if got != want {
			t.Errorf("%s shows %q, not %q", selector, got, want)
		}
	}
}

// Without JavaScript the page says how to tell a story in a file, and shows nothing that
// would not work.
func TestShareWithoutJavaScript(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.script(false)
	b.open(base + share)
	for _, selector := range []string{"main form", "main button", "main input", "main textarea", "main dialog", ".share-progress"} {
		if n := b.count(selector); n > 0 {
			t.Errorf("%d × %s that does nothing", n, selector)
		}
	}
	if b.count(`main a[href="story-template.md"]`) != 1 {
		t.Error("no template")
	}
	b.expect(`document.querySelector("main").innerText.includes("JavaScript")`, "it says what the form needs")
	if template := shipped.read(t, "story-template.md"); !strings.Contains(template, "## What I did") {
		t.Errorf("the template:\n%s", template)
	}
}

// If the playbook's data does not come, the form does not pretend.
func TestShareWithoutData(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.first(`Object.defineProperty(window, "playbookShare", { get() {}, set() {} })`)
	b.open(base + share)
	if b.count("[data-share]") > 0 || b.count(`main a[href="story-template.md"]`) != 1 {
		t.Error("the form is shown, or the template is not")
	}
}
