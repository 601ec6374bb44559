//go:build browser

package browser

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// mode is a way in which a reader may see the page.
type mode struct {
	name     string
	features []string
	width    int64
}

var modes = []mode{
	{"light", []string{"prefers-color-scheme=light"}, 1440},
	{"dark", []string{"prefers-color-scheme=dark"}, 1440},
	{"narrow", []string{"prefers-color-scheme=light"}, 320},
	{"forced colours", []string{"forced-colors=active"}, 1440},
}

// undecided are the questions that axe leaves to people, with the answer that people
// gave: for a rule, and for the places whose selector contains a text. What is not
// listed here fails the test.
var undecided = []struct{ rule, place, answer string }{
	{"label-content-name-mismatch", ".anchor", headingLink},
	{"label-content-name-mismatch", "Link to this section", headingLink},
	{"label-content-name-mismatch", ".footnote-backref", "the way back from a footnote shows an arrow, which is not a word either"},
	{"color-contrast", ".footnote-backref", "the arrow has the colour of links, which is measured wherever they are words"},
	{"color-contrast", "map-", outOfView},
	{"color-contrast", ".tell", outOfView},
	{"color-contrast", ".tally", outOfView},
	{"color-contrast", "#term-note", "the definition lies on the page, on a ground of its own: the page's two colours, exchanged"},
}

const headingLink = "the link beside a heading shows the sign #, which is not a word that somebody would say"

const outOfView = "on a phone it lies where the frame of the map has to be scrolled to; on a wide screen, in the same colours, it is measured"

// answered says whether somebody has looked at all places of an undecided finding.
func (f axeFinding) answered() bool {
	for _, n := range f.Nodes {
		place := fmt.Sprint(n.Target)
		if !slices.ContainsFunc(undecided, func(u struct{ rule, place, answer string }) bool {
			return u.rule == f.ID && strings.Contains(place, u.place)
		}) {
			return false
		}
	}
	return true
}

// axeFinding is a rule that something on the page breaks, or may break.
type axeFinding struct {
	ID    string    `json:"id"`
	Help  string    `json:"help"`
	Nodes []axeNode `json:"nodes"`
}

// axeNode is one place where it does.
type axeNode struct {
	Target  []any  `json:"target"`
	Summary string `json:"failureSummary"`
}

type axeResult struct {
	Violations []axeFinding `json:"violations"`
	Incomplete []axeFinding `json:"incomplete"`
	Passes     int          `json:"passes"`
}

// Dark differs from light in its colours alone. With forced colours the contrast is the
// system's affair, and axe would judge by the fill colour of the text, which the system
// overrides without saying so.
const runAxe = `axe.run(document, {
	resultTypes: ["violations", "incomplete"],
	...(matchMedia("(prefers-color-scheme: dark)").matches && { runOnly: ["color-contrast", "link-in-text-block"] }),
	rules: { "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches } },
}).then((r) => JSON.stringify({ violations: r.violations, incomplete: r.incomplete, passes: r.passes.length }))`

// axe runs axe-core over the page as it is now.
func (b *tab) axe(source string) axeResult {
	b.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](source))
	var r axeResult
	if err := json.Unmarshal([]byte(eval[string](b, runAxe)), &r); err != nil {
		b.Fatal(err)
	}
	if r.Passes == 0 {
		b.Error("axe found nothing to look at")
	}
	return r
}

func readAxe(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v\nthe packages are missing: run npm ci in internal/browser", err)
	}
	return string(b)
}

func TestAxe(t *testing.T) {
	t.Parallel()
	source, base := readAxe(t), serve(t, published(t).Path) // 404.html is at home there
	b := newTab(t)
	samples := shipped.samples(t)
	delete(samples, "redirect")
	tally := axeTally{incomplete: map[string]int{}}
	for _, layout := range slices.Sorted(maps.Keys(samples)) {
		for _, m := range modes {
			t.Run(layout+" "+m.name, func(t *testing.T) { tally.look(b.in(t), source, base+samples[layout], m) })
		}
	}
	if *allPages {
		for _, page := range shipped.pages {
			if page == notFound || shipped.layoutOf(t, page) == "redirect" {
				continue
			}
			for _, m := range modes[:2] {
				t.Run(page+" "+m.name, func(t *testing.T) { tally.look(b.in(t), source, base+page, m) })
			}
		}
	}
	tally.print()
}

// axeTally counts over all pages.
type axeTally struct {
	pages, violations int
	incomplete        map[string]int
}

func (a *axeTally) look(b *tab, source, address string, m mode) {
	b.Helper()
	b.size(m.width)
	b.media("", append(m.features, "prefers-reduced-motion=reduce")...)
	b.open(address)
	a.judge(b, b.axe(source))
}

func (a *axeTally) judge(b *tab, r axeResult) {
	b.Helper()
	a.pages++
	for _, f := range r.Violations {
		a.violations += len(f.Nodes)
		b.Errorf("%s: %s%s", f.ID, f.Help, f.places())
	}
	for _, f := range r.Incomplete {
		a.incomplete[f.ID] += len(f.Nodes)
		if !f.answered() {
			b.Errorf("axe cannot decide, and nobody has: %s: %s%s", f.ID, f.Help, f.places())
		}
	}
}

func (f axeFinding) places() string {
	var s strings.Builder
	for _, n := range f.Nodes[:min(len(f.Nodes), 4)] {
		fmt.Fprintf(&s, "\n  %v: %s", n.Target, strings.ReplaceAll(n.Summary, "\n", " "))
	}
	return s.String()
}

// print writes the figures, one per line as “name value”.
func (a *axeTally) print() {
	fmt.Println("axe_views", a.pages)
	fmt.Println("axe_violations", a.violations)
	for _, id := range slices.Sorted(maps.Keys(a.incomplete)) {
		fmt.Println("axe_incomplete_"+strings.ReplaceAll(id, "-", "_"), a.incomplete[id])
	}
}
