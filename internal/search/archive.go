package search

import (
	"hash/maphash"
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

// archive keeps what was made of the documents of the last build. A document is the
// same when all of it is: the hash only says where to look.
type archive struct {
	seed  maphash.Seed
	pages map[uint64][]*page
	build int // number of the build
}

// find returns the page of each document, with those among them that are new and still
// empty, and those of the last build that are not found again. Documents that are
// the same have one page; all has each once.
func (a *archive) find(docs []Document) (pages, all, fresh, gone []*page) {
	if a.pages == nil {
		a.seed = maphash.MakeSeed()
	}
	hashes := make([]uint64, len(docs))
	parallel.Each(len(docs), inRow, func() func(int) {
		return func(i int) { hashes[i] = a.hash(&docs[i]) }
	})
	a.build++
	last := a.pages
	a.pages = make(map[uint64][]*page, len(docs))
	pages = make([]*page, len(docs))
	for i := range docs {
		isIt := func(p *page) bool { return same(p.given, &docs[i]) }
		p := pick(a.pages[hashes[i]], isIt)
		if p == nil {
			if p = pick(last[hashes[i]], isIt); p == nil {
				p = &page{given: own(docs[i])}
				fresh = append(fresh, p)
			}
			p.build = a.build
			a.pages[hashes[i]] = append(a.pages[hashes[i]], p)
			all = append(all, p)
		}
		pages[i] = p
	}
	for _, shelf := range last {
		for _, p := range shelf {
			if p.build != a.build {
				gone = append(gone, p)
			}
		}
	}
	return pages, all, fresh, gone
}

func pick(shelf []*page, isIt func(*page) bool) *page {
	if i := slices.IndexFunc(shelf, isIt); i >= 0 {
		return shelf[i]
	}
	return nil
}

func (a *archive) hash(d *Document) uint64 {
	h := uint64(0)
	for _, s := range []string{d.URL, d.Title, d.Summary, d.Body} {
		h = h*0x9e3779b97f4a7c15 ^ maphash.String(a.seed, s)
	}
	return h
}

// same says whether two documents are the same in every field.
func same(a, b *Document) bool {
	return a.URL == b.URL && a.Title == b.Title && a.Summary == b.Summary && a.Body == b.Body &&
		a.Kind == b.Kind && a.KindLabel == b.KindLabel && a.Maturity == b.Maturity && a.Outcome == b.Outcome &&
		a.Lang == b.Lang && a.Illustrative == b.Illustrative &&
		slices.Equal(a.Aliases, b.Aliases) && slices.Equal(a.Asks, b.Asks) && slices.Equal(a.Tags, b.Tags) &&
		slices.Equal(a.Headings, b.Headings) && maps.EqualFunc(a.Facets, b.Facets, slices.Equal[[]string])
}

// own returns a document with lists that nobody else can write to.
func own(d Document) *Document {
	d.Aliases, d.Asks, d.Tags = slices.Clone(d.Aliases), slices.Clone(d.Asks), slices.Clone(d.Tags)
	d.Headings, d.Facets = slices.Clone(d.Headings), maps.Clone(d.Facets)
	for name, values := range d.Facets {
		d.Facets[name] = slices.Clone(values)
	}
	return &d
}
