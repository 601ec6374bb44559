package search

import (
	"slices"
	"sync"

	"github.com/microleadership/playbook/internal/parallel"
)

// Builder builds indexes, one after the other. What it says does not depend on what it
// built before: an index is a function of the documents and options alone, and Build
// is a Builder that remembers nothing. A Builder is only faster where documents, words
// or shards are those of the last time.
//
// What it keeps is what it has made, and each piece is found again by all that went into
// it: a document by its key, the lists of a word by the documents that have it, families by
// the dictionary and the languages of its words, a shard by its sum. It is never told what has
// changed, and does not guess it from addresses. What the last build did not ask for is
// forgotten, so a Builder does not grow; and it keeps no documents.
//
// Which words documents borrow is the exception: it depends on all documents, and what
// is kept is brought up to date. By what, is found by comparing what went into it.
//
// The zero Builder is ready, and may be used by many goroutines, which wait for each other.
type Builder struct {
	mu sync.Mutex
	memory
}

// memory is what a build leaves for the next.
type memory struct {
	pages     []*page
	titles    titleWords
	means     means
	langs     []string
	inverted  inverted
	kinship   kinship
	mirror    mirror
	borrowing borrowing
	press     press
}

// Forget makes the Builder one that remembers nothing.
func (b *Builder) Forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.memory = memory{}
}

// Build indexes documents. Bytes that are not UTF-8 become U+FFFD.
func Build(docs []Document, o Options) *Index { return build(docs, o, publishedSizes) }

func build(docs []Document, o Options, s sizes) *Index {
	return new(Builder).update(listed(docs, noKey), o, s)
}

// Build is the function Build, with what the last build has left.
func (b *Builder) Build(docs []Document, o Options) *Index { return b.build(docs, o, publishedSizes) }

func (b *Builder) build(docs []Document, o Options, s sizes) *Index {
	return b.update(listed(docs, func(i int) Key { return keyOf(&docs[i]) }), o, s)
}

// Update is Build for documents that come one at a time.
func (b *Builder) Update(s Source, o Options) *Index { return b.update(s, o, publishedSizes) }

func (b *Builder) update(s Source, o Options, sizes sizes) *Index {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.collect(s)
	x := &Index{
		cards: make([]card, len(c.pages)), inverted: c.inverted, stop: c.stopWords(),
		weights: c.weights, compound: c.compound,
	}
	last := b.kinship
	parallel.Do(
		func() {
			for i, p := range c.pages {
				x.cards[i] = p.card
			}
			x.facets = columns(o.Facets, c.pages)
			b.mirror.update(c)
		},
		func() {
			x.asParts = c.compounds()
			x.pairs = c.follow(x.stop)
			b.kinship.update(c, b.langs)
			x.kin, x.families = slices.Clone(b.kinship.of), slices.Clone(b.kinship.families) // the layout parts some
			x.kindred, x.endings = b.kinship.forms, b.kinship.endings
		},
	)
	x.imply(&b.borrowing, c, &last, &b.kinship)
	b.pages, b.titles, b.means, b.langs, b.inverted = c.pages, c.titles, c.means, c.langs, c.inverted
	if sum(x.termSizes())+sum(x.textSizes()) > sizes.oneFile {
		x.addLeads(c)
	}
	x.layout = x.cut(sizes, b.mirror.order)
	return x
}

// collect finds the documents that it knows, reads the others, and leaves those out that
// are no longer there.
func (b *Builder) collect(s Source) *collection {
	keys := make([]Key, s.Len)
	for i := range keys {
		keys[i] = s.Key(i)
	}
	c := &collection{weights: defaultWeights(), pages: make([]*page, s.Len), was: aligned(b.pages, keys)}
	var known []*page
	var missing []int
	for i, was := range c.was {
		if was >= 0 {
			c.pages[i] = b.pages[was]
			known = append(known, c.pages[i])
		} else {
			missing = append(missing, i)
		}
	}
	g := newGathering(s, known)
	g.readAll(missing)
	for _, f := range g.read {
		c.pages[f.doc] = f.page
	}
	g.finish(c.pages)
	c.speak()
	c.means = c.weights.meanLengths(c.pages)
	c.merge(&b.memory, c.invert(g.read))
	c.entitle(b.titles, g.read)
	return c
}
