//go:build browser

package browser

import (
	"fmt"
	"strings"
	"testing"
)

// finderTried is what came of three answers, tried in the page: there are a hundred and more.
type finderTried struct {
	Answers [3]string // toward, receptivity, action
	Labels  [3]string
	Shown   [][3]string // of each card that shows
	Status  string
	Heading bool // each cell and section that shows has something in it
}

const tryFinder = `(() => {
	const names = ["toward", "receptivity", "action"]
	const inputs = names.map((name) => [...document.querySelectorAll("[data-finder] input")].filter((i) => i.name === name))
	const facts = (card) => [card.closest("[data-toward]").dataset.toward, card.closest("[data-receptivity]").dataset.receptivity, card.dataset.facets.match(/action:(\S+)/)[1]]
	const out = []
	for (const a of inputs[0]) for (const b of inputs[1]) for (const c of inputs[2]) {
		for (const i of [a, b, c]) i.click()
		out.push({
			Answers: [a.value, b.value, c.value],
			Labels: [a, b, c].map((i) => i.nextElementSibling.textContent),
			Shown: [...document.querySelectorAll(".finder-cell .card")].filter((e) => e.checkVisibility()).map(facts),
			Status: document.querySelector("[data-finder-status]").textContent,
			Heading: [...document.querySelectorAll(".finder-cell, .finder-audience, .finder-gaps, .finder-fits")].every((e) => !e.checkVisibility() || [...e.querySelectorAll(".card, .chip, .finder-styles")].some((i) => i.checkVisibility())),
		})
	}
	return out
})()`

// met counts how many of three answers something meets; who does not say how ready they are
// fits all of them.
func met(answers, card [3]string) (n int) {
	for i, a := range answers {
		if a != "" && (card[i] == a || i == 1 && card[i] == "") {
			n++
		}
	}
	return n
}

// Whatever is answered: all that meets most of the answers shows, nothing that meets fewer
// does, and where an answer was let go of, it is said which.
func TestFinderShowsTheNearest(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.open(base + finder)
	tried := eval[[]finderTried](b, tryFinder)
	if len(tried) < 100 {
		t.Fatalf("only %d answers were tried", len(tried))
	}
	all, exact, let := tried[0].Shown, 0, 0
	for _, one := range tried {
		name := fmt.Sprintf("%q", one.Answers)
		given, best := 0, 0
		for _, a := range one.Answers {
			if a != "" {
				given++
			}
		}
		for _, card := range all {
			best = max(best, met(one.Answers, card))
		}
		fitting := 0
		for _, card := range all {
			if met(one.Answers, card) == given {
				fitting++
			}
		}
		if len(one.Shown) == 0 {
			t.Errorf("%s: nothing shows", name)
		}
		for _, card := range one.Shown {
			if met(one.Answers, card) != best {
				t.Errorf("%s: %q shows, and meets fewer than %d answers", name, card, best)
			}
		}
		if best == given {
			exact++
			if len(one.Shown) != fitting || strings.Contains(one.Status, "Nothing") {
				t.Errorf("%s: %d of %d that fit show, and it says %q", name, len(one.Shown), fitting, one.Status)
			}
		} else {
			let++
			one.letGo(t, name)
		}
		if !one.Heading {
			t.Errorf("%s: an empty part of the page shows", name)
		}
	}
	if exact == 0 || let == 0 {
		t.Errorf("%d answers have something that fits, %d have not", exact, let)
	}
	b.calm(base)
}

// letGo checks that it is said which answers were let go of: those that something shown does not meet.
func (one finderTried) letGo(t *testing.T, name string) {
	t.Helper()
	if !strings.HasPrefix(one.Status, "Nothing here fits ") {
		t.Errorf("%s: nothing fits, and it says %q", name, one.Status)
	}
	_, said, _ := strings.Cut(one.Status, "yet. ")
	for i, a := range one.Answers {
		var alone [3]string
		alone[i] = a
		gone := false
		for _, card := range one.Shown {
			gone = gone || a != "" && met(alone, card) == 0
		}
		if several := strings.HasPrefix(said, "Without"); gone && several != strings.Contains(said, "“"+one.Labels[i]+"”") {
			t.Errorf("%s: %q was let go of, and it says %q", name, one.Labels[i], one.Status)
		} else if !gone && a != "" && strings.Contains(said, "“"+one.Labels[i]+"”") {
			t.Errorf("%s: %q was kept, and it says %q", name, one.Labels[i], one.Status)
		}
	}
}
