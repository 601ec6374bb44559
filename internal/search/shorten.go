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
	minText  = 80      // bytes that a page keeps however many there are
)

// share is how many bytes of its body a page may keep, math.MaxInt if all fit. Short
// ones leave what they do not need to others. More pages never make it larger. The
// sizes of the bodies are sorted.
func share(sizes []int) int {
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

// text is what is kept of a body while it is not known how much of it is published.
type text struct {
	size  int    // of the body, in bytes
	kept  string // its lines; all of it, while cut is nil
	whole []bool // of each line, whether all of it is kept; nil when it is of all
}

// newText keeps of a body what a share of at most most bytes needs, and no piece of the body itself.
func newText(body string, most int) text {
	t := text{size: len(body), kept: body}
	if t.size <= most {
		t.kept = strings.Clone(body)
	}
	t.trim(most)
	return t
}

// trim keeps what beginnings may need for a share of at most most bytes: no line
// has more than its part of all of that.
func (t *text) trim(most int) {
	if t.size <= most {
		return
	}
	lines := strings.Split(t.kept, "\n")
	if t.whole == nil {
		t.whole = make([]bool, len(lines))
		for i := range lines {
			t.whole[i] = true
		}
	}
	for i, line := range lines {
		if share := most / (len(lines) - i); len(line) > share {
			lines[i], t.whole[i] = line[:share], false
		}
	}
	t.kept = strings.Join(lines, "\n")
}

// beginnings keeps the first sentences of each paragraph: as many as its share of most
// bytes has room for, to which short paragraphs leave what they do not need.
func (t *text) beginnings(most int) string {
	if t.size <= most {
		return t.kept
	}
	var b strings.Builder
	b.Grow(min(most, len(t.kept)))
	left := strings.Count(t.kept, "\n") + 1
	i := 0
	for line := range strings.SplitSeq(t.kept, "\n") {
		if share := most / left; len(line) > share || t.whole != nil && !t.whole[i] {
			line = begin(line[:min(share, len(line))])
		}
		if line != "" {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(line)
		}
		most = max(0, most-len(line)-1)
		left--
		i++
	}
	return b.String()
}

// begin returns the sentences that the beginning of a line has whole, or else the
// words.
func begin(start string) string {
	start = strings.ToValidUTF8(start, "")
	if end := words.LastWhole(start); end > 0 { // the last one goes on
		return start[:end]
	}
	if i := strings.LastIndexByte(start, ' '); i > 0 {
		return start[:i] + " …"
	}
	return ""
}
