package playbook

import (
	"io/fs"
	"path"
	"strings"
)

// An address is where something stands in the site, relative to its root, without
// a leading slash: principles/lead-by-example.html. Addresses end in .html, so
// that the same folder works on any server, in any sub-folder and from disk.

// Addresses of the pages that the generator makes itself. A file in content/pages/ with
// the same name (barriers.md) is the introduction of that page, not a page of its own.
const (
	HomeAddress     = "index.html"
	AZAddress       = "az.html"
	TagsAddress     = "tags.html"
	AttemptsAddress = "attempts.html"
	BarriersAddress = "barriers.html"
	FinderAddress   = "finder.html"
	CoverageAddress = "coverage.html"
	ShareAddress    = "share.html"
	SearchAddress   = "search.html"
	NotFoundAddress = "404.html"
	GlossaryAddress = "glossary.html"
	FeedAddress     = "feed.xml"
	EntriesAddress  = "entries.json"
	LLMsAddress     = "llms.txt"
	RobotsAddress   = "robots.txt"
	SitemapAddress  = "sitemap.xml"
	// SearchIndexAddress has no hash in it: if it had, every edit would change every page.
	SearchIndexAddress = "search-index.js"
	// ShareDataAddress is what the form of ShareAddress knows of the playbook and its rules, as a
	// script, and StoryTemplateAddress what it offers to who runs no scripts.
	ShareDataAddress     = "share-data.js"
	StoryTemplateAddress = "story-template.md"
	AssetsDir            = "assets"
)

// Address is the address of the index of this kind.
func (k Kind) Address() string { return k.Dir() + "/index.html" }

// GeneratedPages lists the pages that exist whatever the content is.
func GeneratedPages() []string {
	return []string{
		HomeAddress, KindPrinciple.Address(), KindExample.Address(), KindStory.Address(),
		AZAddress, TagsAddress, AttemptsAddress, BarriersAddress, FinderAddress, CoverageAddress, ShareAddress, SearchAddress, NotFoundAddress,
	}
}

// GeneratedFiles lists the files for machines that exist whatever the content is. Those
// that need absolute addresses are there only with a base_url.
func GeneratedFiles(s Settings) []string {
	out := []string{EntriesAddress, LLMsAddress, RobotsAddress, SearchIndexAddress, ShareDataAddress, StoryTemplateAddress}
	if s.BaseURL != "" {
		out = append(out, FeedAddress, SitemapAddress)
	}
	return out
}

// TagAddress is the address of the list of a tag's entries.
func TagAddress(tag string) string { return "tags/" + Slug(tag) + ".html" }

// Address is where the entry's page stands. Plain pages stand at the root.
func (e *Entry) Address() string {
	if e.Kind == KindPage {
		return e.ID + ".html"
	}
	if e.address != "" {
		return e.PageAddress()
	}
	return e.Kind.Dir() + "/" + e.ID + ".html"
}

// IsIntro says whether the entry introduces a generated page instead of being a page.
// The introduction of a kind's index is named after its folder: pages/stories.md.
func (e *Entry) IsIntro() bool { return e.Kind == KindPage && IntroFor(e.ID) != "" }

// IntroFor returns the generated page that content/pages/<id>.md introduces, or "".
func IntroFor(id string) string {
	for _, k := range []Kind{KindPrinciple, KindExample, KindStory} {
		if id == k.Dir() {
			return k.Address()
		}
	}
	for _, a := range GeneratedPages() {
		if a == id+".html" {
			return a
		}
	}
	return ""
}

// PageAddress is where a reader meets the entry: its own page, or the generated page it introduces.
func (e *Entry) PageAddress() string {
	if e.address != "" {
		return e.address[len("../"):]
	}
	return e.standsAt()
}

// LinkFrom is the link to the entry's page from the page at address. Nearly every link is
// between two folders in the site's root, and has been joined already.
func (e *Entry) LinkFrom(address string) string {
	to := e.PageAddress()
	folder, _, found := strings.Cut(address, "/")
	switch {
	case !found:
		return to
	case e.address == "" || strings.Count(address, "/") > 1:
		return Relative(address, to)
	case len(to) > len(folder) && to[len(folder)] == '/' && to[:len(folder)] == folder:
		return to[len(folder)+1:]
	}
	return e.address
}

func (e *Entry) standsAt() string {
	if e.Kind == KindPage {
		if a := IntroFor(e.ID); a != "" {
			return a
		}
	}
	return e.Address()
}

// RedirectAddress is where the page that leads on from an old address stands, or ""
// when nothing can stand there. An old address without a file name is a folder's.
func RedirectAddress(from string) string {
	from = path.Clean(strings.TrimPrefix(from, "/"))
	if path.Ext(from) != ".html" {
		from = path.Join(from, "index.html")
	}
	if !fs.ValidPath(from) || strings.ContainsAny(from, "\\?#:") {
		return ""
	}
	return from
}

// Relative returns the link from one address to another. Both may have a #fragment
// or be in any folder; the result never starts with a slash.
func Relative(from, to string) string {
	folder := path.Dir(from)
	if folder == "." {
		return to
	}
	for {
		first, rest, deeper := strings.Cut(folder, "/")
		there, within, found := strings.Cut(to, "/")
		switch {
		case !found || first != there:
			return up(1+strings.Count(folder, "/")) + to
		case !deeper:
			return within
		}
		folder, to = rest, within
	}
}

// up leads out of so many folders.
func up(folders int) string {
	const few = "../../../../../../../../"
	if n := 3 * folders; n <= len(few) {
		return few[:n]
	}
	return strings.Repeat("../", folders)
}
