package search

import (
	"iter"

	"github.com/microleadership/playbook/internal/search/shard"
)

// Where a word occurs is kept as it is published: of each document, how many lie between
// it and the one before, and a digit for its impact, which is how much the word counts
// there, all fields and their lengths taken together. A large playbook has tens of
// millions of these postings, at two and a half bytes each.

// eachPosting yields the documents of a list and the levels of their impacts.
func eachPosting(list []byte) iter.Seq2[int, int] {
	return func(yield func(doc, level int) bool) {
		doc := -1
		for at := 0; at < len(list); at++ {
			var step int
			step, at = shard.Number(list, at)
			doc += step + 1
			if !yield(doc, shard.Digit(list[at])) {
				return
			}
		}
	}
}

// appendPosting writes a document of a list, of which next is the first that can follow
// the one before.
func appendPosting(out []byte, next, doc, level int) []byte {
	return shard.AppendDigit(shard.AppendNumber(out, doc-next), level)
}

// postingSize is how many bytes appendPosting writes.
func postingSize(next, doc int) int { return shard.NumberSize(doc-next) + 1 }

// part is what takes the place of a word's own postings.
type part struct {
	postings []byte
	docs     int
}

// postings are the documents that have a word, with the levels of its impacts.
func (x *Index) postings(id int) []byte {
	if p, ok := x.asParts[id]; ok {
		return p.postings
	}
	return x.inverted.postings(id)
}

// frequency is how many documents have a word.
func (x *Index) frequency(id int) int {
	if p, ok := x.asParts[id]; ok {
		return p.docs
	}
	return int(x.words[id].docs)
}

// has says whether a word occurs in a document.
func (x *Index) has(id, doc int) bool {
	for d := range eachPosting(x.postings(id)) {
		if d >= doc {
			return d == doc
		}
	}
	return false
}
