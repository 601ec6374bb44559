//go:build browser

package browser

import (
	"strings"
	"testing"
)

// Every story has its line: a list below a heading, each stop of which leads to the section
// that tells it.
func TestEveryStoryHasALine(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	stories := 0
	for _, page := range shipped.pages {
		if shipped.layoutOf(t, page) != "entry-stories" {
			continue
		}
		stories++
		b.open(base + page)
		b.expect(`document.querySelectorAll("section[aria-labelledby=outcome] > ol > li").length >= 2 && document.querySelector("h2#outcome").textContent.trim() !== ""`, page+" has a line")
		b.same(page+": stops that lead nowhere", eval[[]string](b, `[...document.querySelectorAll(".stop a")].filter((a) => !document.querySelector("article h2[id='" + decodeURIComponent(a.hash.slice(1)) + "']")).map((a) => a.href)`), []string{})
		b.expect(`document.querySelectorAll(".stop a").length >= 2`, page+" links the sections")
		b.expect(`document.querySelectorAll(".prose h2 .at-heading").length >= 1`, page+" is marked where it changed")
		// What the teller would try next is told in the teller's words.
		for _, quote := range eval[[]string](b, `[...document.querySelectorAll(".stop-quote p")].map((p) => p.textContent)`) {
			if !strings.Contains(eval[string](b, `document.querySelector(".prose").textContent`), strings.TrimSuffix(quote, "…")) {
				t.Errorf("%s quotes what it does not say: %q", page, quote)
			}
		}
	}
	if stories < 5 {
		t.Errorf("only %d stories were looked at", stories)
	}
}

// The line lies where there is room, and stands where there is none; in both directions of
// writing, and in one order.
func TestTheLineFitsItsPlace(t *testing.T) {
	t.Parallel()
	page := shipped.first(t, "entry-stories", "line-sold")
	b := newTab(t)
	for _, at := range []struct {
		width int64
		dir   string
		want  string
	}{{1440, "ltr", "right"}, {1440, "rtl", "left"}, {320, "ltr", "down"}, {320, "rtl", "down"}} {
		b.size(at.width)
		b.open(serve(t, "/") + page)
		b.same(at.dir, []string{eval[string](b, `(() => {
			document.documentElement.dir = `+quote(at.dir)+`
			const [a, b] = [...document.querySelectorAll(".stop")].map((s) => s.getBoundingClientRect())
			return b.top >= a.bottom ? "down" : b.left >= a.right ? "right" : b.right <= a.left ? "left" : "across"
		})()`)}, []string{at.want})
		b.narrowEnough(at.width)
	}
}

// The list of attempts says of each what comes next, where its teller has said so.
func TestAttemptsSayWhatIsNext(t *testing.T) {
	t.Parallel()
	b := newTab(t)
	b.open(serve(t, "/") + "attempts.html")
	b.expect(`document.querySelectorAll(".card-next").length === document.querySelectorAll(".card").length`, "every attempt that ships says so")
	b.open(serve(t, "/") + "stories/index.html")
	b.expect(`document.querySelectorAll(".card-next").length === 0`, "other lists do not read texts")
}
