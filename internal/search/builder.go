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
// What it keeps are results of pure functions, each found again by all that went into
// it: what a document says by the whole document, the families by the dictionary and
// the languages of its words, a shard by its content. It is never told what has
// changed, and does not guess it from addresses or places in the list. What the last
// build did not ask for is forgotten, so a Builder does not grow.
//
// Which words documents borrow is the exception: it depends on all documents, and what
// is kept is brought up to date. By what, is found by comparing what went into it.
//
// The alternative for all, to take a page's words out of the index and put its new ones in,
// would touch less, but every step would have to be right for every sequence of edits.
//
// The zero Builder is ready, and may be used by many goroutines, which wait for each other.
type Builder struct {
	mu         sync.Mutex
	archive    archive
	vocabulary vocabulary
	inverted   *inverted
	kinship    kinship
	borrowing  borrowing
	mirror     mirror
	press      press
	forgetful  bool // there will be no other build: what only that would read goes at once
}

// Build indexes documents. Bytes that are not UTF-8 become U+FFFD.
func Build(docs []Document, o Options) *Index { return build(docs, o, publishedSizes) }

func build(docs []Document, o Options, s sizes) *Index {
	return (&Builder{forgetful: true}).build(docs, o, s)
}

// Build is the function Build, with what the last build has left.
func (b *Builder) Build(docs []Document, o Options) *Index { return b.build(docs, o, publishedSizes) }

func (b *Builder) build(docs []Document, o Options, s sizes) *Index {
	b.mu.Lock()
	defer b.mu.Unlock()
	x := b.index(b.collect(docs), o)
	x.layout = x.cut(s, b.mirror.of(&b.vocabulary))
	return x
}

// index is all of a build but how the index is cut. Half of it is about documents, half about words.
func (b *Builder) index(c *collection, o Options) *Index {
	x := &Index{weights: c.weights, compound: c.compound, docs: make([]Document, len(c.pages)), cards: make([]*card, len(c.pages))}
	var families [][]int
	parallel.Do(
		func() {
			c.show()
			for i, p := range c.pages {
				x.docs[i], x.cards[i] = *p.doc, p.card
				x.docs[i].Body = p.card.body
			}
			x.facets = columns(o.Facets, c.pages)
			b.mirror.of(c.vocabulary)
		},
		func() {
			b.inverted = c.invert(b.inverted)
			c.spoken = b.inverted.spoken
			x.words = b.inverted.words(c.vocabulary)
			x.stop = c.stopWords()
			c.addParts(x.words)
			c.follow(x.words, x.stop)
			families, x.endings = b.kinship.of(c)
			x.group(families)
		},
	)
	if b.forgetful {
		b.archive, b.inverted.pages = archive{}, nil
	}
	x.imply(&b.borrowing, b.inverted, families)
	if b.forgetful {
		b.borrowing = borrowing{}
	}
	return x
}

// group puts words into families. The list is copied, since the layout parts some of them.
func (x *Index) group(families [][]int) {
	x.families = slices.Clone(families)
	for n, ids := range families {
		for _, id := range ids {
			x.words[id].family = n
		}
	}
}
