package search

import (
	"math"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/search/words"
)

// Results show a sentence of a page, so its text has to be published with the
// index. Up to maxTexts in all it is, whole. Beyond, shards of whole texts would be
// too large to load for a handful of results, so each page keeps how its paragraphs
// begin, which is mostly what they are about: pages are still found by all their
// words, and shown by the best sentence kept.
const (
	maxTexts = 6 << 20 // bytes of all bodies: some three thousand pages of 300 words
	minText  = 240     // bytes that a page keeps however many there are
)

// share is how many bytes of its body a page may keep, math.MaxInt if all fit. Short
// ones leave what they do not need to others.
func share(pages []*page) int {
	sizes := make([]int, len(pages))
	for i, p := range pages {
		sizes[i] = len(p.doc.Body)
	}
	if sum(sizes) <= maxTexts {
		return math.MaxInt
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
	return math.MaxInt
}

// beginnings keeps the first sentences of each paragraph: as many as its share of most
// bytes has room for, to which short paragraphs leave what they do not need.
func beginnings(body string, most int) string {
	if len(body) <= most {
		return body
	}
	lines := strings.Split(body, "\n")
	kept := lines[:0]
	for i, line := range lines {
		share := most / (len(lines) - i)
		line = begin(line, share)
		if line != "" {
			kept = append(kept, line)
		}
		most = max(0, most-len(line)-1)
	}
	return strings.Join(kept, "\n")
}

// begin returns the sentences of a line that fit into about most bytes, or else the
// words.
func begin(line string, most int) string {
	if len(line) <= most {
		return line
	}
	start := strings.ToValidUTF8(line[:most], "")
	if list := words.Sentences(start); len(list) > 1 { // the last one goes on
		return start[:list[len(list)-2].End]
	}
	if i := strings.LastIndexByte(start, ' '); i > 0 {
		return start[:i] + " …"
	}
	return ""
}
