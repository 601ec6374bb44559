// Package meaning finds the words that a document means without having them, so
// that "speak up" finds a page on raising one's voice.
//
// An Expander is told how much each word says about each document. A document that has
// "voice", "silence" and "meeting" is near to others that have them, and where those
// say "speak", it is a fair guess that it could have said so too: it borrows the word.
// All is learnt from the documents themselves and all of it at build time. To
// a search a borrowed word is one more posting.
//
// Words are borrowed from the nearest documents, not taken from the reconstruction of
// a truncated SVD (latent semantic analysis): on four collections with judgments that
// gained about half as much, and it costs more. Nor from words that are often met
// together, which gained a fifth. Both smooth over the whole collection; ten neighbours
// are about the same thing.
//
// The result depends on nothing but the arguments: it is the same on every machine
// and however many processors share the work.
package meaning

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
)

const (
	// least is how many documents there must be. Of 50, a page that borrowed a word is .7 to
	// 1.5 times as likely as any other to be what is sought by it, which is chance; of
	// 100, 1.3 to 2 times; of 200, 2.3 times; of 1,400, 2.7 to 7 times.
	least = 200
	// neighbours is from how many documents words are borrowed. With five, chance likeness
	// counts, which loses a quarter of the gain; with twenty, the collection's general
	// words come up, which loses half.
	neighbours = 10
	// borrowed is how many words a document may borrow: a fifth or less of what it has
	// itself, for most. Eight give 60 % of the gain, 24 give no more.
	borrowed = 16
	// strongest is how many of a document's words take part, as what it is about and as
	// what it lends. It bounds memory. 48 to 256 are equally good.
	strongest = 64
	// champions is how many documents answer for a word: those it says most about.
	champions = 256
	// budget is how many answers a document listens to, its strongest words first. With
	// it, time grows with the number of documents and not with its square. Half of both
	// costs a sixth of the gain, all answers add a seventh.
	budget = 4096
)

// inHand is of how many documents all weights are looked at together: they are by far the
// most that this package is given.
const inHand = 16 << 10

// Weight is how much a term says about a document: the more, the larger. It is
// positive and finite.
type Weight struct {
	Term   int32
	Weight float32
}

// Joins says whether a term of so many of the documents joins any. One of a single
// document joins nothing, and one of more than half of them says nothing.
func Joins(frequency, docs int) bool { return frequency >= 2 && 2*frequency <= docs }

// Collection is what there is to expand.
type Collection struct {
	Terms, Documents int
	// Weights returns the terms of the documents that are wanted, from 0 to Terms-1, each term at
	// most once; of the others anything. What may not be borrowed is left out of all
	// of them: stop words, and what does not join. The weight that serves is the one that
	// ranks: saturated frequency times idf.
	Weights func(wanted []bool) [][]Weight
}

// Expander expands collections, one after the other. The zero Expander is ready.
type Expander struct {
	rows    []row
	nearest [][]ranked // of each document its neighbours, the nearest first
	implied [][]int32
}

// Expand returns for each document the terms to borrow, ascending: terms that it does
// not have and that at least one of its nearest documents has. In fewer than 200 documents
// likeness is mostly chance, and nothing is borrowed. The result must not be changed,
// and holds until the next call.
func (e *Expander) Expand(c Collection) [][]int32 {
	if c.Documents < least {
		*e = Expander{}
		return make([][]int32, c.Documents)
	}
	return e.expand(c, inHand)
}

func (e *Expander) expand(c Collection, inHand int) [][]int32 {
	e.rows, e.nearest, e.implied = make([]row, c.Documents), make([][]ranked, c.Documents), make([][]int32, c.Documents)
	all := numbers(c.Documents)
	var docs [][]Weight
	for list := range slices.Chunk(all, inHand) {
		docs = c.Weights(only(list, c.Documents))
		makeRows(e.rows, docs, list)
	}
	e.find(c.Terms, all)
	for list := range slices.Chunk(all, inHand) {
		if c.Documents > inHand {
			docs = c.Weights(only(list, c.Documents))
		}
		e.lend(c.Terms, docs, list)
	}
	return e.implied
}

// find looks for the nearest of the documents of a list.
func (e *Expander) find(terms int, list []int32) {
	asked := make([]bool, terms)
	for _, d := range list {
		e.rows[d].mark(asked)
	}
	x := newIndex(e.rows, asked)
	answers := func(t int32) int { return len(x.answers(t)) }
	parallel.Each(len(list), inRow, func() func(int) {
		find := newFinder(x, len(e.rows))
		return func(i int) {
			d := list[i]
			e.nearest[d] = slices.Clone([]ranked(find.nearest(d, heard(e.rows[d].terms, answers))))
		}
	})
}

// lend chooses what the documents of a list borrow.
func (e *Expander) lend(terms int, docs [][]Weight, list []int32) {
	parallel.Each(len(list), inRow, func() func(int) {
		lend := newLender(terms, e.rows)
		return func(i int) {
			d := list[i]
			e.implied[d] = lend.to(docs[d], e.nearest[d])
		}
	})
}

func numbers(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(i)
	}
	return list
}

// only returns, for each of n documents, whether it is in a list.
func only(list []int32, n int) []bool {
	in := make([]bool, n)
	for _, d := range list {
		in[d] = true
	}
	return in
}
