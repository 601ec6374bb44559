//go:build browser

package browser

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A word that stands in several entries of any microleadership playbook.
const common = "question"

const (
	options = `[...document.querySelectorAll("dialog[open] [role=option]")]`
	chosen  = `document.querySelector("dialog[open] [role=option][aria-selected=true]")`
	results = `[...document.querySelectorAll("main [data-search-page] li a")]`
)

// both runs a test over http and from disk, where there is no fetch.
func both(t *testing.T, test func(b *tab, base string)) {
	t.Parallel()
	for name, base := range map[string]string{"http": serve(t, "/some/sub/path/"), "disk": onDisk()} {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			test(b, base)
			b.calm(base)
		})
	}
}

// The whole way by keyboard, from a page two folders deep.
func TestSearchDialog(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + shipped.samples(b.T)["entry-principles"])
		b.press("/")
		b.until(`document.querySelector("dialog[open] input")`)
		b.press(common)
		b.until(options + ".length > 2")
		b.expect(`document.activeElement.getAttribute("aria-activedescendant") === `+chosen+".id", "the field says which is chosen")
		first := eval[string](b, chosen+".id")
		b.press(kb.ArrowDown)
		b.expect(chosen+".id !== "+quote(first), "the arrow chooses another")
		b.press(kb.ArrowUp)
		b.expect(chosen+".id === "+quote(first), "and back")
		b.press(kb.ArrowDown)
		title := eval[string](b, chosen+`.querySelector(".hit-title").textContent`)
		from := b.location()
		b.press(kb.Enter)
		b.until("location.href !== " + quote(from) + ` && document.readyState === "complete"`)
		b.expect(`document.querySelector("h1").textContent === `+quote(title), "Enter leads to what was chosen")
	})
}

// search.html?q= is an address that one can send to somebody.
func TestSearchDeepLink(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + "search.html?q=" + common)
		b.until(results + ".length > 2")
		b.expect(`document.querySelector("main input[type=search]").value === `+quote(common), "the field shows the query")
		b.expect(`document.title.includes(`+quote(common)+`)`, "so does the title")

		p := newPlace(b.T, base)
		for _, href := range eval[[]string](b, results+".map((a) => a.href)") {
			u, err := url.Parse(href)
			if err != nil {
				b.Fatal(err)
			}
			if f := p.fetch(*u); f.err != nil || u.Fragment != "" && !f.document.ids[u.Fragment] {
				b.Errorf("a result leads to %s, which is not there (%v)", href, f.err)
			}
		}
	})
}

// Whoever comes back finds the query and the results.
func TestSearchAndBack(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + "search.html")
		b.do(chromedp.SendKeys("main input[type=search]", common+kb.Enter))
		b.until(results + ".length > 2")
		before := eval[[]string](b, results+".map((a) => a.textContent)")
		b.do(chromedp.Click("main [data-search-page] li a"))
		b.until(`!location.pathname.endsWith("/search.html") && document.readyState === "complete"`)
		b.leave("history.back()") // chromedp's own way waits for a load, which a kept page does not repeat
		b.until(results + ".length > 2")
		b.expect(`document.querySelector("main input[type=search]").value === `+quote(common), "the query is there again")
		b.same("results after going back", eval[[]string](b, results+".map((a) => a.textContent)"), before)
	})
}

// A form on the home page leads to the search page, also without JavaScript.
func TestSearchFromHome(t *testing.T) {
	t.Parallel()
	base := serve(t, "/some/sub/path/")
	b := newTab(t)
	b.open(base)
	b.do(chromedp.SendKeys("main form[role=search] input", "quiet teammate"+kb.Enter))
	b.until(`location.pathname.endsWith("/search.html") && document.readyState === "complete"`)
	b.until(results + ".length > 0")
	b.calm(base)
}

// Nothing that is typed is ever run, or becomes an element.
func TestHostileQueries(t *testing.T) {
	hostile := []string{
		`<img src=x onerror="window.hacked=1">`,
		`"><script>window.hacked=1</script>`,
		`'-alert(1)-'`,
		`javascript:window.hacked=1`,
		`<svg/onload=window.hacked=1> question`,
		`{{constructor.constructor("window.hacked=1")()}}`,
		`\u003cimg src=x onerror=window.hacked=1\u003e`,
		"%00%ff\u202e question",
		`[ ( * + ? ^ $ \ .`,
		`__proto__ constructor toString`,
		strings.Repeat("question ", 400),
	}
	both(t, func(b *tab, base string) {
		for _, query := range hostile {
			b.open(base + "search.html?q=" + url.QueryEscape(query))
			b.until(`document.querySelector("[data-search-page] input")`)
			b.until(`document.querySelector(".search-status").textContent`)
			b.expect(`window.hacked === undefined`, query)
			b.expect(`!document.querySelector("[data-search-page] :is(img, script, iframe, [onload], [onerror])")`, query)
		}
		b.open(base + home)
		b.press("/")
		b.until(`document.querySelector("dialog[open] input")`)
		for _, query := range hostile {
			eval[bool](b, `(document.querySelector("dialog[open] input").select(), true)`)
			call(b, input.InsertText, input.InsertTextParams{Text: query}) // as if pasted
			b.until(`document.querySelector("dialog[open] .search-status").textContent`)
			b.expect(`window.hacked === undefined && !document.querySelector("dialog :is(img, script, iframe)")`, query)
		}
	})
}

// Query parameters that are not UTF-8 must not break the page.
func TestBrokenEncoding(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + "search.html?q=%E0%A4%A")
		b.until(`document.querySelector("[data-search-page] input")`)
	})
}

// The real engine's filters, counts and operators, also from disk, where the history may
// be all there is of the address.
func TestSearchFilters(t *testing.T) {
	both(t, func(b *tab, base string) {
		b.open(base + "search.html?q=" + common)
		b.until(facetsShown + `.some((f) => f.startsWith("kind=story"))`)
		all := eval[string](b, pageStatus+".textContent")
		stories := eval[string](b, facetsShown+`.find((f) => f.startsWith("kind=story")).split(" ")[1]`)
		b.check("kind", "story")
		b.until(pageStatus + `.textContent.split(" ")[0] === ` + quote(stories))
		b.expect(pageHits+`.length > 0 && `+pageHits+`.every((hit) => hit.matches(".hit-story"))`, "only stories are left")
		b.expect(`new URLSearchParams(location.search).get("kind") === "story"`, "the address says so")
		b.leave("history.back()")
		b.until(pageStatus + `.textContent === ` + quote(all))
		b.do(chromedp.Focus("#search-query"))
		b.paste(common + " kind:story")
		b.until(pageStatus + `.textContent.split(" ")[0] === ` + quote(stories))
	})
}
