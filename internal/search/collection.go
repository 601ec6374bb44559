package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/search/words"
)

// collection is what all documents together say about words.
type collection struct {
	weights  weights
	pages    []*page // of each document
	was      []int32 // of each document: which of the last time it is, -1 for none
	alike    []int32 // likewise, and of those that have changed in nothing that words depend on
	titles   titleWords
	means    means
	langs    []string // that occur, in order of the documents
	lang     []int    // of each document: which of langs
	compound bool     // some language writes words together
	inverted inverted
	renewed  renewed
	rank     []int32 // of the numbers of readers: places among the words that were read
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
			c.compound = c.compound || words.Compounds(p.lang)
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
func (c *collection) id(text string) (id int, ok bool) { return lookUp(c.inverted.words, text) }

// speaks says whether a word occurs in a language.
func (c *collection) speaks(id, lang int) bool { return c.inverted.spoken[id]&langSet(lang) != 0 }
