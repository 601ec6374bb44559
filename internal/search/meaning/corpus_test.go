package meaning_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/search/meaning"
)

const corpora = "../../../../shared/corpora/search/"

// TestHiddenWordsAreFound hides one word of each document of a collection and counts how
// often the document borrows it back. By chance a document would borrow one word of about
// two hundred; a change that spoils the method shows here, not in the toy examples.
func TestHiddenWordsAreFound(t *testing.T) {
	tests := map[string]float64{"cranfield": .15, "cisi": .06, "stackfaq": .04}
	for name, least := range tests {
		t.Run(name, func(t *testing.T) {
			terms, docs := weighted(texts(t, name))
			hidden := map[int]int32{}
			for d, doc := range docs {
				if len(doc) < 6 {
					continue
				}
				// Of the strongest third one in the middle: neither a name nor a word of everywhere.
				byWeight(doc)
				hidden[d] = doc[len(doc)/6].Term
				docs[d] = slices.Delete(doc, len(doc)/6, len(doc)/6+1)
			}
			found := 0
			for d, borrowed := range meaning.ExpandAny(terms, docs) {
				if term, ok := hidden[d]; ok && slices.Contains(borrowed, term) {
					found++
				}
			}
			share := float64(found) / float64(len(hidden))
			t.Logf("%.3f of %d", share, len(hidden))
			if share < least {
				t.Errorf("%.3f of the hidden words are borrowed back, want %.2f", share, least)
			}
		})
	}
}

// texts reads the documents of a collection that lies beside the project.
func texts(t *testing.T, name string) (texts []string) {
	data, err := os.ReadFile(corpora + name + "/docs.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no collection %s", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	for dec := json.NewDecoder(bytes.NewReader(data)); dec.More(); {
		var doc struct{ Title, Text string }
		if err := dec.Decode(&doc); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, doc.Title+" "+doc.Text)
	}
	return texts
}

// weighted gives each word of four letters or more its tf·idf.
func weighted(texts []string) (terms int, docs [][]meaning.Weight) {
	ids, df := map[string]int32{}, map[int32]float64{}
	for _, text := range texts {
		count := map[int32]float64{}
		for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' }) {
			if len(word) < 4 {
				continue
			}
			if _, ok := ids[word]; !ok {
				ids[word] = int32(len(ids))
			}
			count[ids[word]]++
		}
		var doc []meaning.Weight
		for term, tf := range count {
			df[term]++
			doc = append(doc, meaning.Weight{Term: term, Weight: float32(3 * tf / (tf + 2))})
		}
		docs = append(docs, doc)
	}
	for _, doc := range docs {
		for i, w := range doc {
			doc[i].Weight *= float32(math.Log(1 + float64(len(docs))/df[w.Term]))
		}
	}
	return len(ids), docs
}
