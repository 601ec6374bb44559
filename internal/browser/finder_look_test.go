//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// Without JavaScript everything is there, and each audience and cell can be jumped to.
func TestFinderWithoutJavaScript(t *testing.T) {
	t.Parallel()
	for name, base := range map[string]string{"http": serve(t, "/"), "disk": onDisk()} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.script(false)
			b.open(base + finder)
			if b.count("[data-finder]") > 0 || b.count("[data-finder-status]") > 0 {
				t.Error("a form shows that does nothing")
			}
			if all := eval[int](b, `document.querySelectorAll(".finder-cell .card").length`); all < 20 || b.count(finderCards) != all {
				t.Errorf("%d of %d cards show", b.count(finderCards), all)
			}
			b.expect(`[...document.querySelectorAll(".finder-audience, .finder-cell")].every((e) => [...document.querySelectorAll(".finder-jump a")].some((a) => a.hash === "#" + encodeURIComponent(e.id)))`, "everything can be jumped to")
			b.click(".finder-jump a[href='#to--boss--unsure']")
			b.until(`Math.abs(document.getElementById("to--boss--unsure").getBoundingClientRect().top) < 60`)
			b.expect(`[...document.querySelectorAll(".finder-more a")].every((a) => /^(examples|stories)\/index\.html\?/.test(a.getAttribute("href")))`, "cells lead on to the lists")
			b.calm(base)
		})
	}
}

// The lists that a cell leads to show as many as it says.
func TestFinderLeadsToAllThatFits(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.open(base + finder)
	type more struct {
		Href, Text string
	}
	seen := map[string]bool{}
	for _, m := range eval[[]more](b, `[...document.querySelectorAll(".finder-more a")].map((a) => ({ Href: a.href, Text: a.textContent }))`) {
		if seen[m.Href] {
			continue
		}
		seen[m.Href] = true
		b.open(m.Href)
		if n, _, _ := strings.Cut(m.Text, " "); n != fmt.Sprint(b.count(cards)) {
			t.Errorf("%s leads to %d: %s", m.Text, b.count(cards), m.Href)
		}
	}
	b.open(base + finder)
	eval[bool](b, `(document.querySelector(".finder-gaps a[href*='toward=boss']").click(), true)`)
	b.until(`document.querySelector("[data-question=toward] [value=boss]")?.checked && document.querySelector("[data-question=receptivity] :checked").value`)
}

// With an answer given, in all modes and on a phone, there is nothing that keeps anybody out.
func TestFinderAxe(t *testing.T) {
	t.Parallel()
	source, base := readAxe(t), serve(t, "/")
	b := newTab(t)
	tally := axeTally{incomplete: map[string]int{}}
	for _, query := range []string{"", "?toward=newcomer&receptivity=resistant&action=stop", "?receptivity=unsure"} {
		for _, m := range modes {
			t.Run(query+" "+m.name, func(t *testing.T) {
				b := b.in(t)
				tally.look(b, source, base+finder+query, m)
				b.narrowEnough(m.width)
			})
		}
	}
	b.size(320)
	b.script(false)
	b.open(base + finder)
	b.narrowEnough(320)
}

// What is printed is what was found.
func TestFinderOnPaper(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + finder + "?toward=boss")
	shown := b.count(finderCards)
	b.media("print")
	if got := b.count(finderCards); got != shown || got == 0 || b.count("[data-finder]") > 0 {
		t.Errorf("%d of %d cards are on paper", got, shown)
	}
	b.expect(`document.querySelector("[data-finder-status]").checkVisibility()`, "it says what was found")
}

// Whatever people write into titles and labels is shown as text, and said as text.
func TestFinderHostileText(t *testing.T) {
	t.Parallel()
	hostile := hostileStrings(t)[:9]
	files := sharePlaybook("vocabularies:\n  toward:\n")
	yaml := string(files["content/playbook.yaml"].Data)
	for i, s := range hostile {
		yaml += fmt.Sprintf("    - { id: who-%d, label: %s }\n", i, inYAML(t, s))
		text := fmt.Sprintf("---\ntitle: %s\nsummary: %s\nprinciples: [ask]\nact: %s\nway: by-suggestion\nstyle: [question]\ntoward: [who-%d]\naction: think\nmagnitude: tiny\nreceptivity: open\n---\n\n## The moment\n\nNow.\n",
			inYAML(t, s), inYAML(t, s), inYAML(t, s), i)
		files[fmt.Sprintf("content/examples/hostile-%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	files["content/playbook.yaml"] = &fstest.MapFile{Data: []byte(yaml)}
	delete(files, "content/examples/bad-day.md")
	delete(files, "content/examples/map.md")
	r := buildSite(t, files)
	base := serveSite(t, r.Site)
	b := newTab(t)
	b.open(base + finder)
	if n := b.count(finderCards); n == 0 {
		t.Fatalf("no card shows: %v", r.Diagnostics)
	}
	for i := range hostile {
		if eval[int](b, fmt.Sprintf(`document.querySelectorAll("input[value=who-%d]").length`, i)) == 0 {
			continue
		}
		b.choose("toward", fmt.Sprintf("who-%d", i))
		b.choose("receptivity", "resistant")
		b.choose("action", "stop")
		b.unharmed(".finder")
		b.expect(finderStatus+`.startsWith("Nothing here fits")`, "it says that nothing fits")
		b.choose("receptivity", "")
		b.choose("action", "")
		b.choose("toward", "")
	}
	b.calm(base)
}

// inYAML writes a text as JSON, which YAML reads, too.
func inYAML(t *testing.T, s string) string {
	t.Helper()
	text, err := json.Marshal(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xfffe {
			return -1 // no author can write these
		}
		return r
	}, s))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
