package playbook

import (
	"path"
	"strconv"
	"strings"
)

// UsedAssets are the assets that a published entry shows or links to. Only these are
// published: a picture of a story that waits for review stays where it is.
func (p *Playbook) UsedAssets() map[string]bool {
	out := map[string]bool{}
	for _, e := range p.Published() {
		for file := range p.AssetsOf(e) {
			out[file] = true
		}
	}
	return out
}

// AssetsOf are the assets that e shows or links to, in their order, as often as it does.
func (p *Playbook) AssetsOf(e *Entry) func(yield func(file string) bool) {
	return func(yield func(string) bool) {
		for i, l := range e.Outline.Links {
			if e.Outline.Files[i] != "" || l.Target == "" {
				continue
			}
			if a := p.ResolveLink(e, l).Asset; a != "" && !yield(a) {
				return
			}
		}
	}
}

// AssetAddress is where an image or other file of content/ stands in the site: beside the
// pages that use it, under its own name unless that name could lead to somebody.
func (p *Playbook) AssetAddress(file string) string {
	if renamed, ok := p.renamed[file]; ok {
		return renamed
	}
	return assetAddress(file)
}

// Renamed says whether an asset belongs to a story that promises to name nobody, and so does
// not stand under its own name.
func (p *Playbook) Renamed(file string) bool { return p.renamed[file] != "" }

func assetAddress(file string) string { return strings.TrimPrefix(file, "pages/") }

// rename gives the pictures of stories whose teller or people are not to be found names
// that say nothing: cameras and people put days, places and names into those they have.
// A number tells less than a sum of the old name would, which could be guessed and tried.
func (p *Playbook) rename() {
	p.renamed = map[string]string{}
	for _, e := range p.published {
		if e.Story.Promise() == "" || e.Story.Provenance == Illustrative {
			continue
		}
		n := 0
		for file := range p.AssetsOf(e) {
			if _, done := p.renamed[file]; done {
				continue
			}
			for {
				n++
				name := strings.TrimSuffix(e.Address(), ".html") + "-" + strconv.Itoa(n) + strings.ToLower(path.Ext(file))
				if !p.Assets[name] {
					p.renamed[file] = name
					break
				}
			}
		}
	}
}
