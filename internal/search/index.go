package search

import (
	"maps"
	"slices"
	"strings"
)

// Index is the searchable form of a list of documents. It does not change once
// it is built, so any number of searches may use it at a time.
//
// Most of it is as it is published, in a few pieces of memory: a large playbook has
// millions of postings, and what is not made for each need not be collected either.
type Index struct {
	cards    []card       // of each document
	inverted              // the dictionary
	asParts  map[int]part // postings of words that are parts of compounds, in place of their own
	kin      []int32      // of each word: the number of its family
	families []stretch    // of forms
	kindred  []int32      // words, family by family, ascending in each
	endings  []string     // the commonest by which forms differ
	meant    rows         // of each word: documents that mean it, in some form, without having it
	pairs    pairs        // what follows words in titles
	leads    leads        // of each family: documents that it leads to; of none in a small playbook
	facets   []column
	stop     map[string]bool
	compound bool // some language here writes compounds together
	layout   layout
	weights  weights
}

// word is a term of the dictionary, and where it is.
type word struct {
	text   string
	ends   extent // of its postings and places
	docs   int32  // how many have it
	common bool   // too much so for its positions to be published
}

// lists are the postings and places of all words, one after the other.
type lists struct{ postings, places []byte }

// extent is how far something goes in lists.
type extent struct{ postings, places int }

// stretch is a part of a list.
type stretch struct{ from, to int32 }

func beginOf(words []word, id int) extent {
	if id == 0 {
		return extent{}
	}
	return words[id-1].ends
}

// id returns the number of a word, if the playbook has it.
func (x *Index) id(text string) (id int, ok bool) { return lookUp(x.words, text) }

func lookUp(words []word, text string) (id int, ok bool) {
	return slices.BinarySearchFunc(words, text, func(w word, text string) int { return strings.Compare(w.text, text) })
}

// family returns all forms of a word, itself included, ascending.
func (x *Index) family(id int) []int32 { return x.members(int(x.kin[id])) }

// members returns the words of a family.
func (x *Index) members(family int) []int32 {
	s := x.families[family]
	return x.kindred[s.from:s.to]
}

// stopList returns the stop words as the manifest has them.
func (x *Index) stopList() string { return strings.Join(slices.Sorted(maps.Keys(x.stop)), " ") }
