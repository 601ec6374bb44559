//go:build browser

package browser

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every link, anchor and asset is there, wherever the site is put.
func TestCrawl(t *testing.T) {
	t.Parallel()
	for name, base := range map[string]string{
		"at the root of a host": serve(t, "/"),
		"in a folder":           serve(t, "/some/sub/path/"),
		"from disk":             onDisk(),
	} {
		t.Run(name, func(t *testing.T) {
			c := &crawl{place: newPlace(t, base), T: t, reached: map[string]bool{}}
			for _, page := range shipped.pages {
				if page != notFound { // it is served at other addresses: see TestNotFound
					c.page(page)
				}
			}
			c.stylesheets()
			c.shards()
			c.leftOver()
		})
	}
}

type crawl struct {
	*testing.T
	*place
	reached map[string]bool // addresses that something mentions
	checked int
}

func (c *crawl) page(page string) {
	here := c.base.JoinPath(page)
	f := c.fetch(*here)
	if f.err != nil {
		c.Errorf("%s: %v", page, f.err)
		return
	}
	for _, r := range f.document.refs {
		if err := c.check(here, r); err != nil {
			c.Errorf("%s: %s %q: %v", page, r.where, r.value, err)
		}
	}
}

func (c *crawl) check(here *url.URL, r ref) error {
	c.checked++
	u, err := url.Parse(r.value)
	switch {
	case err != nil:
		return err
	case r.value == "" && r.where != "form[action]":
		return fmt.Errorf("is empty")
	case u.IsAbs():
		return outside(u, r)
	case u.Host != "" || strings.HasPrefix(u.Path, "/"):
		return fmt.Errorf("is not relative")
	}
	to := here.ResolveReference(u)
	if !c.holds(to) {
		return fmt.Errorf("leaves the site: %s", to)
	}
	f := c.fetch(*to)
	if f.err != nil {
		return f.err
	}
	if to.Fragment != "" && !f.document.ids[to.Fragment] && !fillsIn(to) {
		return fmt.Errorf("there is no such anchor")
	}
	if to.Path != here.Path {
		c.reached[strings.TrimPrefix(to.Path, c.base.Path)] = true
	}
	return nil
}

// fillsIn says whether what stands behind the # is for the form to start with, not a place.
func fillsIn(to *url.URL) bool {
	answers, err := url.ParseQuery(to.Fragment)
	if err != nil || !strings.HasSuffix(to.Path, "/share.html") {
		return false
	}
	for question, values := range answers {
		if !slices.Contains([]string{"principle", "toward", "receptivity", "action", "way", "style"}, question) || slices.Contains(values, "") {
			return false
		}
	}
	return len(answers) > 0
}

// outside judges an absolute address: readers may go there, the browser may not.
func outside(u *url.URL, r ref) error {
	switch {
	case r.loads:
		return fmt.Errorf("is loaded from elsewhere")
	case !slices.Contains([]string{"https", "http", "mailto", "tel"}, u.Scheme):
		return fmt.Errorf("has the scheme %s", u.Scheme)
	}
	return nil
}

func (c *crawl) stylesheets() {
	for _, file := range shipped.files {
		if !strings.HasSuffix(file, ".css") {
			continue
		}
		here := c.base.JoinPath(file)
		for _, r := range stylesheetRefs(c.fetch(*here).body) {
			if err := c.check(here, r); err != nil {
				c.Errorf("%s: %q: %v", file, r.value, err)
			}
		}
	}
}

// sums are the checksums of the search index's shards by kind, three digits for each.
var sums = regexp.MustCompile(`"sums":(\{[^}]*\})`)

// shards checks that the search index has the shards that it names: inside, as it may in
// a small playbook, or as a file, for which the script asks.
func (c *crawl) shards() {
	manifest := c.fetch(*c.base.JoinPath("search-index.js")).body
	m := sums.FindSubmatch(manifest)
	var kinds map[string]string
	if m == nil || json.Unmarshal(m[1], &kinds) != nil {
		c.Errorf("the search index does not say its shards")
		return
	}
	for kind, digits := range kinds {
		for n := range len(digits) / 3 {
			name := fmt.Sprintf("%s%d", kind, n)
			if bytes.Contains(manifest, []byte(quote(name)+`:"`)) {
				continue
			}
			file := "search-index/" + name + ".js"
			if f := c.fetch(*c.base.JoinPath(file)); f.err != nil {
				c.Errorf("%s: %v", file, f.err)
			}
			c.reached[file] = true
		}
	}
}

// Files that machines find by convention, not by a link.
var conventional = []string{home, notFound, "robots.txt", "sitemap.xml", "llms.txt", "entries.json"}

// leftOver reports files that nothing leads to.
func (c *crawl) leftOver() {
	for _, file := range shipped.files {
		switch {
		case c.reached[file], slices.Contains(conventional, file):
		case strings.HasPrefix(file, "."), strings.Contains(file, "-OFL."): // for tools, and a font's licence
		case slices.Contains(shipped.pages, file) && shipped.layoutOf(c.T, file) == "redirect":
		default:
			c.Errorf("nothing leads to %s", file)
		}
	}
	c.Logf("%d references on %d pages", c.checked, len(shipped.pages))
}
