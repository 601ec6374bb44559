package check

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var redirectConflict = rule{
	Rule: diag.Rule{
		Code: "redirect-conflict", Severity: diag.Error,
		Why: "an old address can lead to one page only, and never hides a page that exists",
		Fix: "remove the address from redirect_from, or from all but one entry",
	},
	whole: func(c *checker) {
		r := redirects{c: c, pages: c.pages(), from: map[string]string{}, folders: map[string]string{}}
		for _, e := range byFile(c.p.Entries) {
			for i, old := range e.RedirectFrom {
				if old != "" {
					r.add(e, fmt.Sprintf("redirect_from[%d]", i), old)
				}
			}
		}
	},
}

// redirects remembers what stands where.
type redirects struct {
	c       *checker
	pages   map[string]string // what stands at an address that is not a redirect
	from    map[string]string // the entry that an old address leads to
	folders map[string]string // the entry whose old address needs this folder
}

// pages lists every address that is taken, and by what.
func (c *checker) pages() map[string]string {
	out := map[string]string{}
	for a := range generatedFiles() {
		out[a] = "a page that the generator makes"
	}
	for _, asset := range slices.Sorted(maps.Keys(c.p.Assets)) {
		out[sameAddress(playbook.AssetAddress(asset))] = "content/" + asset
	}
	for _, e := range c.p.Entries {
		out[sameAddress(e.PageAddress())] = e.File
	}
	return out
}

func (r *redirects) add(e *playbook.Entry, field, old string) {
	fail := func(text, hint string) { r.c.field(e, field, old, text, hint) }
	address := playbook.RedirectAddress(old)
	key := sameAddress(address)
	switch {
	case address == "":
		fail("no page can stand at “"+old+"”", "write an address below the site's root, like old-name.html")
	case r.pages[key] == e.File:
		fail("the entry redirects from its own address", "remove it")
	case r.pages[key] != "":
		fail("the redirect hides "+r.pages[key], "remove it")
	case r.from[key] != "":
		fail("“"+old+"” already leads to "+r.from[key], "keep it in one of the two")
	case r.folders[key] != "":
		fail("“"+old+"” is a folder in an old address of "+r.folders[key], "keep one of the two")
	case r.fileAbove(key) != "":
		fail("“"+old+"” needs a folder where a file stands: "+r.fileAbove(key), "remove it")
	default:
		r.from[key] = e.File
		for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
			r.folders[dir] = e.File
		}
	}
}

// fileAbove returns what stands where an address needs a folder, or "".
func (r *redirects) fileAbove(key string) string {
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if what := r.pages[dir] + r.from[dir]; what != "" {
			return what
		}
	}
	return ""
}
