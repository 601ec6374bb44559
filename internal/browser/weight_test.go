//go:build browser

package browser

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
)

// What the first visit to an entry may cost.
const (
	maxTransfer = 30_000 // bytes, compressed as hosts do
	maxRequests = 5
	maxScript   = 8_000  // bytes of JavaScript before anybody searches
	maxSearch   = 12_000 // … when somebody does: the engine, and all that the reader sees of it
	maxPage     = 2_500  // … what the search page has besides
)

// Every entry is light on a cold visit.
func TestWeight(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	p := newPlace(t, base)
	b := newTab(t)
	call(b, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}) // every visit is the first
	heaviest := 0
	for _, page := range shipped.pages {
		if !strings.HasPrefix(shipped.layoutOf(t, page), "entry") {
			continue
		}
		b.open(base + page)
		total, script := 0, 0
		var parts []string
		for _, address := range b.firstVisit() {
			n := transfer(t, p, address)
			total += n
			if strings.HasSuffix(address, ".js") {
				script += n
			}
			parts = append(parts, fmt.Sprintf("%7d  %s", n, strings.TrimPrefix(address, base)))
		}
		heaviest = max(heaviest, total)
		if total > maxTransfer || len(parts) > maxRequests || script > maxScript {
			t.Errorf("%s: %d bytes in %d requests, of which JavaScript %d:\n%s", page, total, len(parts), script, strings.Join(parts, "\n"))
		}
	}
	t.Logf("the heaviest entry is %d bytes", heaviest)
}

// The search as a whole is smaller than the engines alone that others load.
func TestSearchWeight(t *testing.T) {
	t.Parallel()
	base := serve(t, "/")
	b := newTab(t)
	b.open(base)
	p := newPlace(t, base)
	n := transfer(t, p, eval[string](b, `new URL(document.documentElement.dataset.searchScript, location).href`))
	b.open(base + "search.html")
	more := transfer(t, p, eval[string](b, `new URL(document.querySelector("[data-search-page]").dataset.searchPage, location).href`))
	if n > maxSearch || more > maxPage {
		t.Errorf("the search is %d bytes and %d on its page, at most %d and %d are allowed", n, more, maxSearch, maxPage)
	}
	t.Logf("the search is %d bytes, its page %d more", n, more)
}

// firstVisit lists what the page that is open asked for. The browser fetches the icon
// when it likes, perhaps after the next page has come, so it is counted by its link.
func (b *tab) firstVisit() []string {
	b.Helper()
	here, icon := b.location(), eval[string](b, `document.querySelector("link[rel=icon]").href`)
	addresses := []string{icon}
	_, requests := b.heard()
	for _, r := range requests {
		if r.page == here && r.address != icon {
			addresses = append(addresses, r.address)
		}
	}
	return addresses
}

// transfer is what a resource weighs on the wire.
func transfer(t *testing.T, p *place, address string) int {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	f := p.fetch(*u)
	if f.err != nil {
		t.Fatalf("%s: %v", address, f.err)
	}
	if strings.HasSuffix(u.Path, ".woff2") {
		return len(f.body) // compressed already
	}
	var out bytes.Buffer
	w, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	_, _ = w.Write(f.body)
	_ = w.Close()
	return out.Len()
}
