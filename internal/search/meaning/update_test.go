package meaning_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// writer makes documents of few terms, so that each is near to many, terms have more
// documents than answer for them, and documents hear less than all answers.
type writer struct {
	random *rand.Rand
	terms  int
	fine   bool // weights hardly ever equal
}

func (w *writer) document() (doc []meaning.Weight) {
	often := 1 + w.random.IntN(4)
	for term := range w.terms {
		if w.random.IntN(4+term/8) < often {
			doc = append(doc, meaning.Weight{Term: int32(term), Weight: w.weight()})
		}
	}
	return doc
}

func (w *writer) weight() float32 {
	if w.fine {
		return .1 + w.random.Float32()
	}
	return float32(1 + w.random.IntN(3))
}

// edited returns another collection, and what in it is as it was.
func (w *writer) edited(docs [][]meaning.Weight, edits int) ([][]meaning.Weight, meaning.Last) {
	last := meaning.Last{Terms: make([]int32, w.terms)}
	gone, added := w.random.IntN(2*w.terms), w.random.IntN(2*w.terms)
	if edits == 0 {
		gone, added = -1, -1
	}
	next := int32(0)
	for term := range last.Terms {
		if term == added {
			next++
		}
		last.Terms[term] = next
		if term == gone {
			last.Terms[term] = -1
		}
		next++
	}
	w.terms = int(next)
	var list [][]meaning.Weight
	for d, doc := range docs {
		was := int32(d)
		kept := make([]meaning.Weight, 0, len(doc))
		for _, weight := range doc {
			if t := last.Terms[weight.Term]; t >= 0 {
				kept = append(kept, meaning.Weight{Term: t, Weight: weight.Weight})
			} else {
				was = -1
			}
		}
		list, last.Documents = append(list, kept), append(last.Documents, was)
	}
	for range edits {
		d := w.random.IntN(len(list))
		switch w.random.IntN(6) {
		case 0:
			list, last.Documents = slices.Delete(list, d, d+1), slices.Delete(last.Documents, d, d+1)
		case 1:
			list, last.Documents = slices.Insert(list, d, w.document()), slices.Insert(last.Documents, d, -1)
		case 2:
			list[d], last.Documents[d] = w.document(), -1
		case 3:
			list[d], last.Documents[d] = nil, -1
		case 4: // equals are in the order of the documents
			list[d], last.Documents[d] = list[w.random.IntN(len(list))], -1
		case 5:
			if n := len(list[d]); n > 0 {
				list[d], last.Documents[d] = slices.Clone(list[d]), -1
				list[d][w.random.IntN(n)].Weight = w.weight()
			}
		}
	}
	return list, last
}

// TestAnUpdateIsAnExpansion: however often a collection was brought up to date, it
// borrows what it would if it were new.
func TestAnUpdateIsAnExpansion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := writer{
			rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)),
			rapid.IntRange(1, 150).Draw(t, "terms"), rapid.Bool().Draw(t, "fine"),
		}
		docs := make([][]meaning.Weight, rapid.SampledFrom([]int{198, 203, 300, 500}).Draw(t, "documents"))
		for d := range docs {
			docs[d] = w.document()
			if w.random.IntN(4) == 0 {
				docs[d] = docs[w.random.IntN(d+1)]
			}
		}
		var e meaning.Expander
		e.Expand(collected(w.terms, docs))
		for range 4 {
			var last meaning.Last
			docs, last = w.edited(docs, rapid.SampledFrom([]int{0, 1, 2, 5, 20, 100}).Draw(t, "edits"))
			got := e.Update(collected(w.terms, docs), last)
			want := new(meaning.Expander).Expand(collected(w.terms, docs))
			for d := range docs {
				if !slices.Equal(got[d], want[d]) {
					t.Fatalf("document %d of %d borrows %v, in a new collection %v", d, len(docs), got[d], want[d])
				}
			}
		}
	})
}

// collected gives the documents that are asked for and nothing else.
func collected(terms int, docs [][]meaning.Weight) meaning.Collection {
	return meaning.Collection{Terms: terms, Documents: len(docs), Weights: func(wanted []bool) [][]meaning.Weight {
		list := make([][]meaning.Weight, len(docs))
		for d, asked := range wanted {
			if asked {
				list[d] = docs[d]
			}
		}
		return list
	}}
}
