package search

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/search/words"
)

// Results show a sentence of a page, so its text has to be published with the
// index. Up to maxTexts in all it is, whole. Beyond, shards of whole texts would be
// too large to load for a handful of results, so each page keeps its most telling
// sentences: then all are found by all their words, and shown by the best kept.
const (
	maxTexts = 40 << 20 // bytes of all bodies
	minText  = 240      // bytes that a page keeps however many there are
)

func shorten(docs []Document) []Document {
	total := 0
	for _, d := range docs {
		total += len(d.Body)
	}
	if total <= maxTexts {
		return docs
	}
	most := longest(docs)
	for i := range docs {
		docs[i].Body = telling(docs[i].Body, most)
	}
	return docs
}

// longest returns how long a body may be for all to fit. Short ones leave their
// share to others.
func longest(docs []Document) int {
	sizes := make([]int, len(docs))
	for i, d := range docs {
		sizes[i] = len(d.Body)
	}
	slices.Sort(sizes)
	left := maxTexts
	for i, size := range sizes {
		share := left / (len(sizes) - i)
		if size > share {
			return max(share, minText)
		}
		left -= size
	}
	return sizes[len(sizes)-1]
}

// telling keeps sentences in their order: those with the most different words to
// their length first, which passes over filler and repetition, and the
// first one always, for it says what the page is about.
func telling(body string, most int) string {
	if len(body) <= most {
		return body
	}
	type candidate struct {
		words.Range
		worth float64
	}
	var list []candidate
	for i, s := range words.Sentences(body) {
		distinct := map[string]bool{}
		n := words.Each(body[s.Start:s.End], func(term []byte, _ int) { distinct[string(term)] = true })
		c := candidate{s, float64(len(distinct)) / float64(n+8)}
		if i == 0 {
			c.worth = 2
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		switch {
		case a.worth > b.worth:
			return -1
		case a.worth < b.worth:
			return 1
		}
		return 0
	})
	kept, size := list[:0], 0
	for _, c := range list {
		if n := c.End - c.Start + 1; size+n <= most {
			kept, size = append(kept, c), size+n
		}
	}
	slices.SortFunc(kept, func(a, b candidate) int { return a.Start - b.Start })
	lines := make([]string, len(kept))
	for i, c := range kept {
		lines[i] = body[c.Start:c.End]
	}
	return strings.Join(lines, "\n")
}
