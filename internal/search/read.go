package search

import (
	"math"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/words"
)

// gathering is what has been read of the documents of a source. The text of a body is
// kept only as far as it may be published, and that is known when the last is there.
type gathering struct {
	source Source
	mu     sync.Mutex
	sizes  []int // of the bodies that are known
	read   []*fresh
	most   int // bytes that a body may have at most, as far as is known
	kept   int // bytes of bodies
	limit  int // of kept, when to trim
}

func newGathering(s Source, known []*page) *gathering {
	g := &gathering{source: s, limit: 2 * maxTexts, most: math.MaxInt}
	for _, p := range known {
		g.sizes = append(g.sizes, p.size)
	}
	return g
}

// readAll reads documents, with their words.
func (g *gathering) readAll(list []int) {
	parallel.Each(len(list), inRow, func() func(int) {
		r := newReader()
		return func(i int) {
			d := g.document(list[i])
			f := &fresh{doc: list[i], page: newPage(g.source.Key(list[i]), d)}
			r.read(f, d)
			f.draft, f.body = newDraft(d), newText(d.Body, g.share())
			g.add(f)
		}
	})
}

// document returns a document of the source, clean.
func (g *gathering) document(i int) *Document {
	d := g.source.Document(i)
	if isClean(&d) {
		return &d
	}
	return clean(d)
}

func newPage(key Key, d *Document) *page {
	return &page{key: key, lang: strings.Clone(words.Primary(d.Lang)), size: len(d.Body), facets: packFacets(d.Facets)}
}

// share is how much of a body is worth keeping.
func (g *gathering) share() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.most
}

func (g *gathering) add(f *fresh) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.read = append(g.read, f)
	g.sizes = append(g.sizes, f.body.size)
	if g.kept += len(f.body.kept); g.kept <= g.limit {
		return
	}
	g.most = share(g.sizes)
	g.kept = 0
	for _, f := range g.read {
		f.body.trim(g.most)
		g.kept += len(f.body.kept)
	}
	g.limit = 2 * max(maxTexts, g.kept)
}

// finish gives all pages that need one a card: those that were read, and those that may
// have more or less of their text than before.
func (g *gathering) finish(pages []*page) {
	most := share(g.sizes)
	parallel.Each(len(g.read), inRow, func() func(int) {
		var scratch []byte
		return func(i int) {
			f := g.read[i]
			f.page.card = f.draft.card(&scratch, f.body.beginnings(most), most)
			f.draft, f.body = draft{}, text{}
		}
	})
	parallel.Each(len(pages), inRow, func() func(int) {
		var scratch []byte
		return func(i int) {
			p := pages[i]
			if had := p.card.most; had == most || p.size <= min(had, most) {
				return
			}
			d := g.document(i)
			body := newText(d.Body, most)
			again := *p
			again.card = newDraft(d).card(&scratch, body.beginnings(most), most)
			pages[i] = &again
		}
	})
}
