package search

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"
	"testing"
)

// collected returns the documents of a collection; without it, the test is skipped.
func collected(t *testing.T, name string) []Document {
	t.Helper()
	file, err := os.Open("../../../shared/corpora/search/" + name + "/docs.jsonl")
	if err != nil {
		t.Skipf("the corpus %s is missing: %v", name, err)
	}
	defer file.Close()
	var docs []Document
	for lines := json.NewDecoder(file); ; {
		var v struct{ ID, Title, Text string }
		if err := lines.Decode(&v); errors.Is(err, io.EOF) {
			return docs
		} else if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, Document{URL: v.ID, Title: v.Title, Body: v.Text})
	}
}

// TestARebuildOfRealText edits whole collections where they are at hand.
func TestARebuildOfRealText(t *testing.T) {
	for _, name := range []string{"adi", "cranfield", "stackfaq"} {
		t.Run(name, func(t *testing.T) {
			docs := collected(t, name)
			var b Builder
			for _, change := range []func(){
				func() {},
				func() { docs[len(docs)/2].Body += " The committee asked once more." },
				func() { docs[0].Title += " zebra" },
				func() { docs = slices.Delete(docs, 3, 5) },
				func() { docs[7].Lang = "de" },
				func() { slices.Reverse(docs) },
				func() { docs = docs[:len(docs)/2] },
			} {
				change()
				sameFiles(t, &b, docs, Options{}, publishedSizes)
			}
		})
	}
}
