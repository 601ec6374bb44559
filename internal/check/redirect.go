package check

import (
	"fmt"
	"maps"
	"path"
	"strings"

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
		r := redirects{c: c, taken: c.taken(), from: map[string]string{}, folders: map[string]string{}}
		for _, e := range c.byFile {
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
	taken   map[string]string // what stands at an address, old ones included
	from    map[string]string // the entry that an old address leads to
	folders map[string]string // the entry whose old address needs this folder
}

// taken maps every address of the site to what stands there.
func (c *checker) taken() map[string]string {
	out := maps.Clone(c.generated())
	for _, asset := range c.sortedAssets() {
		out[sameAddress(c.AssetAddress(asset))] = "content/" + asset
	}
	for _, e := range c.byFile {
		out[sameAddress(e.PageAddress())] = e.File
	}
	return out
}

func (r *redirects) add(e *playbook.Entry, field, old string) {
	fail := func(text, hint string) { r.c.field(e, field, old, text, hint) }
	address := playbook.RedirectAddress(old)
	key := sameAddress(address)
	above, what := fileAbove(key, r.taken)
	switch {
	case address == "":
		fail("no page can stand at “"+old+"”", "write an address below the site's root, like old-name.html")
	case unportable(address) != "":
		fail("no page can stand at “"+old+"”: "+unportable(address), "remove it")
	case r.from[key] != "":
		fail("“"+old+"” already leads to "+r.from[key], "keep it in one of the two")
	case r.taken[key] == e.File:
		fail("the entry redirects from its own address", "remove it")
	case r.taken[key] != "":
		fail("the redirect hides "+r.taken[key], "remove it")
	case above != "" && above == sameAddress(path.Clean(strings.TrimPrefix(old, "/"))):
		fail("the redirect hides "+what, "remove it") // the old address names the file itself
	case above != "":
		fail(notAFolder(above, what), "remove it")
	case r.folders[key] != "":
		fail("“"+old+"” is a folder in an old address of "+r.folders[key], "keep one of the two")
	default:
		r.from[key] = e.File
		r.taken[key] = "an old address of " + e.File
		for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
			r.folders[dir] = e.File
		}
	}
}
