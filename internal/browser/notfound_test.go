//go:build browser

package browser

import (
	"net/url"
	"regexp"
	"testing"
)

var canonical = regexp.MustCompile(`<link rel="?canonical"? href="?([^">\s]+)`)

// published is the path of the address that the playbook says it is published at.
func published(t *testing.T) *url.URL {
	t.Helper()
	m := canonical.FindStringSubmatch(shipped.read(t, home))
	if m == nil {
		t.Fatal("the home page has no canonical address, though playbook.yaml has a base_url")
	}
	u, err := url.Parse(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// The page for what is missing is served at addresses that are not its own, at any
// depth; its styles and links must work there all the same.
func TestNotFound(t *testing.T) {
	t.Parallel()
	base := serve(t, published(t).Path)
	b := newTab(t)
	for _, missing := range []string{"no-such.html", "no/such/deep/page.html"} {
		b.open(base + missing)
		b.expect(`document.querySelector("h1").textContent`, "there is a heading")
		b.expect(`[...document.styleSheets].length > 0 && [...document.styleSheets].every((s) => s.cssRules.length > 0)`, "its styles are loaded")
		p := newPlace(t, base)
		for _, href := range eval[[]string](b, `[...document.querySelectorAll("a[href]")].map((a) => a.href)`) {
			u, err := url.Parse(href)
			if err != nil {
				t.Fatal(err)
			}
			if p.holds(u) {
				if f := p.fetch(*u); f.err != nil {
					t.Errorf("%s links to %s: %v", missing, href, f.err)
				}
			}
		}
		_, requests := b.heard()
		for _, r := range requests {
			if u, err := url.Parse(r.address); r.address != r.page && (err != nil || !p.holds(u) || p.fetch(*u).err != nil) {
				t.Errorf("%s asked for %s, which is not there", missing, r.address)
			}
		}
	}
}

// What machines read has absolute addresses; each must lead to a page of the site.
func TestAbsoluteAddresses(t *testing.T) {
	t.Parallel()
	at := published(t)
	p := newPlace(t, serve(t, "/"))
	own := regexp.MustCompile(regexp.QuoteMeta(at.String()) + `[^"<>\s]*`)
	for _, file := range []string{"sitemap.xml", "feed.xml", "robots.txt"} {
		found := own.FindAllString(shipped.read(t, file), -1)
		if len(found) == 0 {
			t.Errorf("%s mentions no page of the site", file)
		}
		for _, address := range found {
			u, err := url.Parse(address)
			if err != nil {
				t.Errorf("%s: %v", file, err)
				continue
			}
			here := p.base.JoinPath(u.Path[len(at.Path):])
			if u.Path == at.Path {
				here = p.base
			}
			if f := p.fetch(*here); f.err != nil {
				t.Errorf("%s mentions %s: %v", file, address, f.err)
			}
		}
	}
}
