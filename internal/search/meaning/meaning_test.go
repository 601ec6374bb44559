package meaning_test

import (
	"encoding/binary"
	"hash/fnv"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// numbered gives each different word of the texts an id, in order, and weight 1.
func numbered(texts ...string) (words []string, docs [][]meaning.Weight) {
	ids := map[string]int{}
	for _, text := range texts {
		var doc []meaning.Weight
		for _, word := range strings.Fields(text) {
			if _, ok := ids[word]; !ok {
				ids[word] = len(words)
				words = append(words, word)
			}
			doc = append(doc, meaning.Weight{Term: int32(ids[word]), Weight: 1})
		}
		docs = append(docs, doc)
	}
	return words, docs
}

func TestWordsAreBorrowedFromNearDocuments(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  []string // of each document, in order of first appearance
	}{
		{
			"two words for one thing share their company",
			[]string{
				"speak meeting silence courage", "speak meeting silence doubt",
				"voice meeting silence doubt", "voice meeting silence courage",
				"coffee kitchen cup", "coffee kitchen spoon", "tea kitchen cup", "tea kitchen spoon",
				"rain", "snow",
			},
			[]string{
				"doubt voice", "courage voice", "speak courage", "speak doubt",
				"spoon tea", "cup tea", "coffee spoon", "coffee cup",
				"", "",
			},
		},
		{
			"a word of one document is not borrowed, nor one of most",
			[]string{"the near rare", "the near", "the far", "the far other", "the", "the"},
			[]string{"", "", "", "", "", ""},
		},
		{"a document alone", []string{"alone"}, []string{""}},
		{"documents without words", []string{"", ""}, []string{"", ""}},
		{"no documents", nil, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			words, docs := numbered(test.texts...)
			var got []string
			for _, terms := range meaning.ExpandAny(len(words), docs) {
				var names []string
				for _, term := range terms {
					names = append(names, words[term])
				}
				got = append(got, strings.Join(names, " "))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("borrowed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestStrongWordsDecide: of two documents that share one word each with a third, the
// one that shares the word which says more is nearer, and its words come first.
func TestStrongWordsDecide(t *testing.T) {
	const own, strong, weak, first = 0, 1, 2, 3
	docs := [][]meaning.Weight{{{own, 1}, {strong, 3}, {weak, 1}}, {{strong, 3}}, {{weak, 3}}}
	for i := range int32(20) { // each of the two lends twenty words, of which others make useful terms
		docs[1] = append(docs[1], meaning.Weight{Term: first + i, Weight: 1})
		docs[2] = append(docs[2], meaning.Weight{Term: first + 20 + i, Weight: 1})
		docs = append(docs, []meaning.Weight{{first + i, 1}, {first + 20 + i, 1}})
	}
	got := meaning.ExpandAny(first+40, docs)[0]
	if len(got) != 16 || got[15] >= first+20 {
		t.Errorf("borrowed %v, want 16 of %d … %d", got, first, first+19)
	}
}

// mixed returns n documents of integer weights from a generator that is the same on
// every machine; documents of one class share most words.
func mixed(n int) (terms int, docs [][]meaning.Weight) {
	terms = 50 + n
	state := uint64(1)
	random := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int(state>>33) % n
	}
	for d := range n {
		seen := map[int32]bool{}
		var doc []meaning.Weight
		for range 5 + random(60) {
			term := int32(random(terms))
			if random(3) > 0 {
				term = int32((d%17*11 + random(40)) % terms)
			}
			if !seen[term] {
				seen[term] = true
				doc = append(doc, meaning.Weight{Term: term, Weight: float32(1+random(1000)) / 7})
			}
		}
		docs = append(docs, doc)
	}
	return terms, docs
}

// TestFewDocumentsBorrowNothing: what looks alike in a small collection is chance.
func TestFewDocumentsBorrowNothing(t *testing.T) {
	for n, want := range map[int]bool{199: false, 200: true} {
		terms, docs := mixed(n)
		got := new(meaning.Expander).Expand(meaning.CollectionOf(terms, docs))
		borrows := slices.ContainsFunc(got, func(list []int32) bool { return len(list) > 0 })
		if len(got) != n || borrows != want {
			t.Errorf("%d documents: %d lists, any borrowed %v, want %v", n, len(got), borrows, want)
		}
	}
}

// TestSameEverywhere: the result is the same whatever the machine and the number of
// processors. The sum is of the published figures; it changes with the method only.
func TestSameEverywhere(t *testing.T) {
	terms, docs := mixed(1500)
	for _, processors := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(processors)
		got := meaning.ExpandAny(terms, docs)
		runtime.GOMAXPROCS(before)
		sum := fnv.New64a()
		for _, terms := range got {
			if err := binary.Write(sum, binary.LittleEndian, append(slices.Clone(terms), -1)); err != nil {
				t.Fatal(err)
			}
		}
		if want := uint64(0x76e35db7640e96d8); sum.Sum64() != want {
			t.Errorf("%d processors: sum %#x, want %#x", processors, sum.Sum64(), want)
		}
	}
}
