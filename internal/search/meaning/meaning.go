// Package meaning finds the words that a document means without having them, so
// that "speak up" finds a page on raising one's voice.
//
// Expand is told how much each word says about each document. A document that has
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

// Weight is how much a term says about a document: the more, the larger. It is
// positive and finite.
type Weight struct {
	Term   int32
	Weight float32
}

// Expand returns for each document the terms to borrow, ascending: terms that it does
// not have and that at least one of its nearest documents has. docs are lists of terms
// with ids from 0 to terms-1, each term at most once; what may not be borrowed, like
// a stop word, is left out of all of them. The weight that serves is the one that ranks:
// saturated frequency times idf.
//
// Terms of a single document join nothing, and those of more than half of all
// documents say nothing, so neither are borrowed. In fewer than 200 documents
// likeness is mostly chance, and nothing is.
func Expand(terms int, docs [][]Weight) [][]int32 {
	if len(docs) < least {
		return make([][]int32, len(docs))
	}
	return expand(terms, docs)
}

func expand(terms int, docs [][]Weight) [][]int32 {
	rows := newRows(terms, docs)
	index := newIndex(terms, rows)
	implied := make([][]int32, len(docs))
	each(len(docs), func() func(int) {
		find, lend := newFinder(index, len(docs)), newLender(terms, rows)
		return func(doc int) {
			implied[doc] = lend.to(docs[doc], find.nearest(int32(doc), rows[doc].terms))
		}
	})
	return implied
}
