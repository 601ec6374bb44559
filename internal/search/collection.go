package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

// collect finds the documents that it knows, reads the others, and forgets those
// that are no longer there.
func (b *Builder) collect(docs []Document) *collection {
	c := &collection{weights: defaultWeights(), vocabulary: &b.vocabulary}
	var fresh, gone []*page
	c.pages, c.distinct, fresh, gone = b.archive.find(docs)
	read(fresh, c.vocabulary)
	for _, p := range gone {
		c.vocabulary.release(p.terms)
	}
	c.vocabulary.sort()
	c.speak()
	c.means = c.weights.meanLengths(c.pages)
	parallel.Each(len(c.distinct), inRow, func() func(int) {
		return func(i int) { c.distinct[i].weigh(c.means, c.weights) }
	})
	return c
}

// collection is what all documents together say about words.
type collection struct {
	weights    weights
	pages      []*page // of each document
	distinct   []*page // each page once
	vocabulary *vocabulary
	means      means
	langs      []string // that occur, in order of the documents
	lang       []int    // of each document: which of langs
	spoken     []uint64 // of each word: in which of the first maxLangs it occurs
	compound   bool     // some language writes words together
}

// maxLangs is how many languages a word's set holds; further ones are not stemmed.
const maxLangs = 64

// speak finds the languages of the documents: en and en-GB have the same words.
func (c *collection) speak() {
	c.lang = make([]int, len(c.pages))
	for doc, p := range c.pages {
		i := slices.Index(c.langs, p.lang)
		if i < 0 {
			i = len(c.langs)
			c.langs = append(c.langs, p.lang)
			c.compound = c.compound || p.compounds
		}
		c.lang[doc] = i
	}
}

// langSet returns the set that has only one language.
func langSet(lang int) uint64 {
	if lang >= maxLangs {
		return 0
	}
	return 1 << lang
}

// id returns the place of a word in the dictionary.
func (c *collection) id(text string) (id int, ok bool) {
	n, ok := c.vocabulary.numbers[text]
	if !ok {
		return 0, false
	}
	return int(c.vocabulary.rank[n]), true
}
