package check

import (
	"fmt"

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
		pages := map[string]string{}
		for a := range generatedFiles() {
			pages[a] = "a page that the generator makes"
		}
		entries := byFile(c.p.Entries)
		for _, e := range entries {
			pages[sameAddress(e.PageAddress())] = e.File
		}
		for asset := range c.p.Assets {
			pages[sameAddress(playbook.AssetAddress(asset))] = "content/" + asset
		}
		from := map[string]string{}
		for _, e := range entries {
			for i, old := range e.RedirectFrom {
				c.redirect(e, fmt.Sprintf("redirect_from[%d]", i), old, pages, from)
			}
		}
	},
}

// redirect checks one old address against the pages that exist and the old addresses seen before.
func (c *checker) redirect(e *playbook.Entry, path, old string, pages, from map[string]string) {
	address := playbook.RedirectAddress(old)
	key := sameAddress(address)
	switch {
	case old == "":
	case address == "":
		c.field(e, path, old, "no page can stand at “"+old+"”", "write an address below the site's root, like old-name.html")
	case pages[key] == e.File:
		c.field(e, path, old, "the entry redirects from its own address", "remove it")
	case pages[key] != "":
		c.field(e, path, old, "the redirect hides "+pages[key], "remove it")
	case from[key] != "":
		c.field(e, path, old, "“"+old+"” already leads to "+from[key], "keep it in one of the two")
	default:
		from[key] = e.File
	}
}
