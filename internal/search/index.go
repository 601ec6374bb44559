package search

import (
	"maps"
	"slices"
	"strings"
)

// Index is the searchable form of a list of documents. It does not change once
// it is built, so any number of searches may use it at a time.
type Index struct {
	docs     []Document // as results show them
	cards    []*card    // of each document
	words    []word     // sorted by bytes
	families [][]int    // words that are forms of one, ascending
	endings  []string   // the commonest by which forms differ
	facets   []column
	stop     map[string]bool
	compound bool // some language here writes compounds together
	layout   layout
	weights  weights
}

// word is a term of the dictionary and what the index knows of it.
type word struct {
	text     string
	family   int       // number of its family
	postings []posting // where it occurs
	meant    []int32   // documents that mean it, in some form, without having it
	pairs    []pair    // what follows it in titles, by the second word
	places   []byte    // its positions, see eachPlace
	common   bool      // too much so for its positions to be published
}

// pair is a word that follows another, and where.
type pair struct {
	second   int // id of the word
	postings []posting
}

// posting is a document that has a word, with its impact: how much the word
// counts there, all fields and their lengths taken together.
// A large playbook has tens of millions: both are in one number.
type posting uint32

const levelBits = 6

func newPosting(doc int, impact float32) posting {
	return posting(doc)<<levelBits | posting(level(impact))
}

func (p posting) doc() int { return int(p >> levelBits) }

func (p posting) level() int { return int(p & (1<<levelBits - 1)) }

func (p posting) impact() float64 { return impacts[p.level()] }

// id returns the number of a word, if the playbook has it.
func (x *Index) id(text string) (id int, ok bool) {
	return slices.BinarySearchFunc(x.words, text, func(w word, text string) int { return strings.Compare(w.text, text) })
}

// family returns all forms of a word, itself included, ascending.
func (x *Index) family(id int) []int { return x.families[x.words[id].family] }

// has says whether a word occurs in a document.
func (x *Index) has(id, doc int) bool {
	_, ok := slices.BinarySearchFunc(x.words[id].postings, doc, func(p posting, d int) int { return p.doc() - d })
	return ok
}

// stopList returns the stop words as the manifest has them.
func (x *Index) stopList() string { return strings.Join(slices.Sorted(maps.Keys(x.stop)), " ") }
