package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// topical writes pages of few words, so that an edit moves how much a word tells, makes
// a word join that did not, and brings and takes away forms.
type topical struct {
	random *rand.Rand
	words  int
	lang   string
}

func (w topical) text(matter, n int) string {
	var b strings.Builder
	for range n {
		word := w.random.IntN(w.words)
		if w.random.IntN(2) == 0 {
			word = (matter + w.random.IntN(8)) % w.words
		}
		form := ""
		if w.random.IntN(8) == 0 {
			form = []string{"s", "ing", "ed", "er", "ers", "ly"}[w.random.IntN(6)]
		}
		fmt.Fprintf(&b, "b%c%c%ct%s ", "aeiou"[word%5], "lmnrs"[word/5%5], "aeiou"[word/25%5], form)
	}
	return b.String()
}

func (w topical) page() Document {
	matter, lang := w.random.IntN(w.words), w.lang
	if w.random.IntN(40) == 0 {
		lang = "fr" // where other words are forms of one
	}
	return Document{URL: "p.html", Title: w.text(matter, 2), Body: w.text(matter, 5+w.random.IntN(18)), Lang: lang}
}

// TestARebuildCrossesSteps is that a rebuild is a clean build where an edit is likely to
// change how much words tell that other pages have too.
func TestARebuildCrossesSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := topical{
			rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)),
			rapid.IntRange(5, 125).Draw(t, "words"), rapid.SampledFrom([]string{"en", "en", "en", "de"}).Draw(t, "language"),
		}
		docs := make([]Document, rapid.SampledFrom([]int{198, 202, 210, 235}).Draw(t, "documents"))
		for i := range docs {
			docs[i] = w.page()
		}
		var b Builder
		for range 6 {
			sameFiles(t, &b, docs, Options{}, publishedSizes)
			docs = slices.Clone(docs)
			for range rapid.SampledFrom([]int{1, 1, 2, 9}).Draw(t, "edits") {
				i := w.random.IntN(len(docs))
				switch w.random.IntN(8) {
				case 0:
					docs = slices.Insert(docs, i, w.page())
				case 1:
					docs = slices.Delete(docs, i, i+1)
				case 2:
					docs[i] = w.page()
				case 3:
					docs[i].Title = w.text(i, 2)
				case 4:
					docs[i].Maturity = "tried"
				default:
					docs[i].Body += w.text(i, 1+w.random.IntN(3))
				}
			}
		}
	})
}
