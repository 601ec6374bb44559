//go:build browser

package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/evanw/esbuild/pkg/api"
)

// What the reader touches is tested with an engine that the test controls: how late, how
// many, how hostile an answer is. search_test.go has the real one.

const searchUI = "../../themes/default/js/search-ui/"

// fakeSearch is search.js with the engine of testdata in place of the real one.
func fakeSearch(t *testing.T) string {
	t.Helper()
	fake, err := filepath.Abs("testdata/search-engine.js")
	if err != nil {
		t.Fatal(err)
	}
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{searchUI + "../search.js"},
		Bundle:      true,
		Format:      api.FormatIIFE,
		Target:      api.ES2022,
		Charset:     api.CharsetUTF8,
		Plugins: []api.Plugin{{Name: "engine", Setup: func(b api.PluginBuild) {
			b.OnResolve(api.OnResolveOptions{Filter: `^\./engine\.js$`}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
				return api.OnResolveResult{Path: fake}, nil
			})
		}}},
	})
	for _, m := range result.Errors {
		t.Error(m.Text)
	}
	if len(result.OutputFiles) != 1 {
		t.Fatal("the search does not bundle")
	}
	return string(result.OutputFiles[0].Contents)
}

// searchTab opens a tab on the site with that engine. setup is the JavaScript object that
// the engine gets; it stays what it is from page to page.
func searchTab(t *testing.T, setup string) (b *tab, base string) {
	t.Helper()
	script := fakeSearch(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/assets/search.") {
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = fmt.Fprint(w, script)
			return
		}
		answer(w, r)
	}))
	t.Cleanup(server.Close)
	b = newTab(t)
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: "window.search = " + setup})
	return b, server.URL + "/"
}

// numbered is an engine's setup with n pages in three kinds and two ways: “page 1” is a
// principle by example, and so on.
func numbered(n int, more string) string {
	return fmt.Sprintf(`{
		pages: Array.from({ length: %d }, (_, i) => ({
			title: "page " + (i + 1), url: ["az", "tags", "barriers"][i %% 3] + ".html", titleRanges: [[0, 4]],
			kind: ["principle", "example", "story"][i %% 3], kindLabel: ["Principle", "Example", "Story"][i %% 3],
			way: ["by-example", "by-suggestion"][i %% 2], maturity: i %% 3 < 2 ? "attested" : "", outcome: i %% 3 === 2 ? "followed" : "",
			illustrative: i === 2, passage: { text: "A passage of page " + (i + 1) + " that says enough to fill a line or two on a phone.", ranges: [[2, 9]] },
		})),
		facets: [
			{ name: "kind", label: "Kind", values: [{ value: "principle", label: "Principle" }, { value: "example", label: "Example" }, { value: "story", label: "Story" }, { value: "page", label: "Page" }] },
			{ name: "way", label: "How", values: [{ value: "by-example", label: "By example" }, { value: "by-suggestion", label: "By suggestion" }] },
			{ name: "maturity", label: "Maturity", values: [{ value: "attested", label: "Attested" }] },
			{ name: "outcome", label: "Outcome", values: [{ value: "followed", label: "People followed" }] },
		],
		%s
	}`, n, more)
}

const (
	dialogField  = `document.querySelector("dialog[open] input")`
	dialogHelp   = `document.querySelector("dialog[open] .search-help")`
	dialogHeard  = `document.querySelector("dialog[open] [role=status]")`
	dialogStatus = `document.querySelector("dialog[open] .search-status")`
	pageField    = `document.querySelector("#search-query")`
	pageHelp     = `document.querySelector("main .search-help")`
	pageStatus   = `document.querySelector("main .search-status")`
	pageHeard    = `document.querySelector("main .search-found [role=status]")`
	askedFor     = `window.searchAsked.map(({ query }) => query)`
)

// openSearch opens the dialog by its key and types a query.
func (b *tab) openSearch(query string) {
	b.Helper()
	b.press("/")
	b.until(dialogField)
	b.press(query)
}

// wait lets some milliseconds go by, for what must not happen.
func (b *tab) wait(ms int) {
	b.Helper()
	eval[bool](b, fmt.Sprintf("new Promise((done) => setTimeout(() => done(true), %d))", ms))
}

// arrive waits until the reader is on another page, and it is loaded.
func (b *tab) arrive(path string) {
	b.Helper()
	b.until(`location.pathname === ` + quote(path) + ` && document.readyState === "complete"`)
}
