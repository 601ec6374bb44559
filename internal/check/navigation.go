package check

import (
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var brokenNavigation = rule{
	Rule: diag.Rule{
		Code: "broken-navigation", Severity: diag.Error,
		Why: "the navigation stands on every page, so a link in it that leads nowhere is met by every reader",
		Fix: "write an address within the site, like about.html, or a full https URL",
	},
	whole: func(c *checker) {
		if len(c.settings.Navigation) == 0 {
			return
		}
		n := c.navigation()
		for i, item := range c.settings.Navigation {
			if item.To == "" {
				continue // found where the file is read
			}
			if problem, hint := n.follow(item.To); problem != "" {
				c.setting(fmt.Sprintf("navigation[%d].to", i), item.To, problem, hint)
			}
		}
	},
}

// navigation knows every address that is published.
type navigation struct {
	*scene
	pages map[string]*playbook.Entry // nil for what is no entry's own page
}

func (c *checker) navigation() navigation {
	n := navigation{c.scene, map[string]*playbook.Entry{}}
	for _, e := range c.Published() {
		for _, tag := range e.Derived.Tags {
			n.pages[playbook.TagAddress(tag)] = nil
		}
		for _, from := range e.RedirectFrom {
			n.pages[playbook.RedirectAddress(from)] = nil
		}
	}
	for file := range c.used() {
		n.pages[c.AssetAddress(file)] = nil
	}
	for _, e := range c.Published() {
		n.pages[e.PageAddress()] = e
	}
	for _, a := range append(playbook.GeneratedPages(), playbook.GeneratedFiles(*c.settings)...) {
		n.pages[a] = nil // its headings are not known here
	}
	return n
}

// follow says why a link of the navigation leads nowhere, and the way out, or nothing.
func (n navigation) follow(to string) (problem, hint string) {
	rest, fragment, _ := strings.Cut(to, "#")
	rest, _, _ = strings.Cut(rest, "?") // a list may be narrowed: examples/index.html?toward=boss
	head, _, _ := strings.Cut(rest, "/")
	if strings.Contains(head, ":") || strings.HasPrefix(rest, "//") {
		problem, hint = webAddress(to)
		return problem, hint
	}
	if unescaped, err := url.PathUnescape(rest); err == nil {
		rest = unescaped
	}
	e, ok := n.pages[rest]
	switch {
	case !ok:
		return n.nowhere(rest)
	case e != nil && fragment != "":
		t := n.ResolveLink(e, playbook.Link{Fragment: fragment})
		return t.Problem, t.Hint()
	}
	return "", ""
}

// nowhere explains an address that the site does not have.
func (n navigation) nowhere(address string) (problem, hint string) {
	clean := path.Clean(strings.TrimLeft(address, "/"))
	if !fs.ValidPath(clean) {
		return "“" + address + "” leads out of the site", "write an address within the site, like about.html"
	}
	for _, e := range n.entries {
		if !e.Derived.Published && e.PageAddress() == clean {
			return "“" + e.Title + "” is not published", "publish it, or leave it out of the navigation"
		}
	}
	return "the site has no “" + address + "”", n.suggest(clean)
}

func (n navigation) suggest(address string) string {
	file := "content/" + strings.TrimPrefix(address, "content/")
	guesses := []string{address, address + ".html", path.Join(address, "index.html")}
	if e, ok := n.ByFile(file); ok {
		guesses = append(guesses, e.PageAddress())
	}
	for _, guess := range guesses {
		if _, ok := n.pages[guess]; ok {
			return "did you mean “" + guess + "”?"
		}
	}
	if near := diag.Nearest(address, slices.Sorted(maps.Keys(n.pages))); near != "" {
		return "did you mean “" + near + "”?"
	}
	return "write an address within the site, like " + playbook.AZAddress + ", or a full https URL"
}
