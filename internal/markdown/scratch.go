package markdown

import (
	"bytes"
	"sync"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/playbook"
)

// scratch is the memory that a conversion writes to before it knows how much it needs. It goes from one
// conversion to the next, empty; the body gets copies that have no room to spare.
type scratch struct {
	html     []byte          // all chunks
	cuts     []int           // where html is cut for a slot
	links    []playbook.Link // one for each cut
	blocks   []int
	notes    []int
	plain    []byte // Body.Text
	headings []heading
	sections []extent
	terms    []term
	lines    []int32 // offset of each line of the source
	taken    map[string]bool
	numbers  map[string]int
}

// heading is a heading while its text is still being collected.
type heading struct {
	playbook.Heading
	text extent
	node *ast.Heading
}

// term is the same of a definition list's term.
type term struct {
	id         string
	name, text extent
}

// extent is a part of the plain text.
type extent struct{ from, to int }

// trimmed returns the part of text from start on, without the space around it.
func trimmed(text []byte, start int) extent {
	left := bytes.TrimLeftFunc(text[start:], unicode.IsSpace)
	from := len(text) - len(left)
	return extent{from, from + len(bytes.TrimRightFunc(left, unicode.IsSpace))}
}

// of returns the part as one of text's: a copy of each would cost as much as all of it.
func (e extent) of(text string) string {
	return text[min(e.from, len(text)):min(e.to, len(text))]
}

var scratches = sync.Pool{New: func() any {
	return &scratch{taken: map[string]bool{}, numbers: map[string]int{}}
}}

func borrow() *scratch { return scratches.Get().(*scratch) }

// maxScratch is the size from which on the memory of a page is not kept, nor that of its ids.
const (
	maxScratch    = 1 << 20
	maxScratchIDs = 1 << 10
)

// giveBack empties the scratch for the next conversion, so that it keeps nothing of this one alive.
func (p *page) giveBack() {
	s := p.scratch
	p.scratch = nil
	if cap(s.html) > maxScratch || cap(s.plain) > maxScratch || len(s.taken)+len(s.numbers) > maxScratchIDs {
		return
	}
	clear(s.links)
	clear(s.headings)
	clear(s.terms)
	clear(s.taken)
	clear(s.numbers)
	*s = scratch{
		html: s.html[:0], cuts: s.cuts[:0], links: s.links[:0], blocks: s.blocks[:0], notes: s.notes[:0],
		plain: s.plain[:0], headings: s.headings[:0], sections: s.sections[:0], terms: s.terms[:0], lines: s.lines[:0],
		taken: s.taken, numbers: s.numbers,
	}
	scratches.Put(s)
}

// exactly copies a slice without room to spare; an empty one is nil.
func exactly[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	out := make([]T, len(s))
	copy(out, s)
	return out
}
