package meaning_test

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// collection draws documents of few terms, so that they share some.
func collection(t *rapid.T) (terms int, docs [][]meaning.Weight) {
	terms = rapid.IntRange(1, 40).Draw(t, "terms")
	doc := rapid.MapOfN(rapid.Int32Range(0, int32(terms)-1), rapid.Float32Range(1e-3, 20), 0, 30)
	for _, weights := range rapid.SliceOfN(doc, 0, 40).Draw(t, "documents") {
		var doc []meaning.Weight
		for _, term := range slices.Sorted(maps.Keys(weights)) {
			doc = append(doc, meaning.Weight{Term: term, Weight: weights[term]})
		}
		docs = append(docs, doc)
	}
	return terms, docs
}

// TestBorrowedTermsAreSound: few, ascending, none that the document has, none that
// only one document or most have.
func TestBorrowedTermsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms, docs := collection(t)
		has := make([]map[int32]bool, len(docs))
		df := map[int32]int{}
		for d, doc := range docs {
			has[d] = map[int32]bool{}
			for _, w := range doc {
				has[d][w.Term] = true
				df[w.Term]++
			}
		}
		got := meaning.ExpandAny(terms, docs)
		if len(got) != len(docs) {
			t.Fatalf("%d lists for %d documents", len(got), len(docs))
		}
		for d, list := range got {
			if len(list) > 16 {
				t.Fatalf("document %d borrows %d terms", d, len(list))
			}
			for i, term := range list {
				if has[d][term] || df[term] < 2 || 2*df[term] > len(docs) || i > 0 && list[i-1] >= term {
					t.Fatalf("document %d borrows %v", d, list)
				}
			}
		}
	})
}

// TestAFewInHandAreEnough: how many documents are looked at together makes no difference.
func TestAFewInHandAreEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms, docs := collection(t)
		want := meaning.ExpandAny(terms, docs)
		got := meaning.ExpandInHand(terms, docs, rapid.IntRange(1, 10).Draw(t, "in hand"))
		for d := range docs {
			if !slices.Equal(got[d], want[d]) {
				t.Fatalf("document %d borrows %v, want %v", d, got[d], want[d])
			}
		}
	})
}

// TestBoundsOnlySaveWork: where no bound is reached, heaps and indices give what comparing
// everything with everything gives.
func TestBoundsOnlySaveWork(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		terms, docs := collection(t)
		got, want := meaning.ExpandAny(terms, docs), exhaustive(docs)
		for d := range docs {
			if !slices.Equal(got[d], want[d]) {
				t.Fatalf("document %d borrows %v, want %v", d, got[d], want[d])
			}
		}
	})
}

func exhaustive(docs [][]meaning.Weight) [][]int32 {
	df := map[int32]int{}
	for _, doc := range docs {
		for _, w := range doc {
			df[w.Term]++
		}
	}
	rows, lengths := make([][]meaning.Weight, len(docs)), make([]float32, len(docs))
	for d, doc := range docs {
		square := 0.0
		for _, w := range doc {
			if df[w.Term] > 1 && 2*df[w.Term] <= len(docs) {
				rows[d] = append(rows[d], w)
				square += float64(w.Weight) * float64(w.Weight)
			}
		}
		byWeight(rows[d])
		lengths[d] = float32(math.Sqrt(square))
	}
	borrowed := make([][]int32, len(docs))
	for d, doc := range docs {
		near := map[int32]float32{}
		for _, a := range rows[d] {
			for e := range docs {
				for _, b := range rows[e] {
					if e != d && a.Term == b.Term {
						near[int32(e)] += float32(a.Weight * (b.Weight / lengths[e]))
					}
				}
			}
		}
		worth := map[int32]float32{}
		for _, n := range top(near, 10) {
			for _, w := range rows[n.Term] {
				worth[w.Term] += float32(n.Weight * w.Weight)
			}
		}
		for _, w := range doc {
			delete(worth, w.Term)
		}
		for _, w := range top(worth, 16) {
			borrowed[d] = append(borrowed[d], w.Term)
		}
		slices.Sort(borrowed[d])
	}
	return borrowed
}

func top(weights map[int32]float32, n int) []meaning.Weight {
	var list []meaning.Weight
	for id, w := range weights {
		list = append(list, meaning.Weight{Term: id, Weight: w})
	}
	byWeight(list)
	return list[:min(n, len(list))]
}

func byWeight(list []meaning.Weight) {
	slices.SortFunc(list, func(a, b meaning.Weight) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Term, b.Term))
	})
}
