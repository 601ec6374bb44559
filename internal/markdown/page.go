package markdown

import (
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// page is one conversion: what is read, what is written and what was found. It
// is the writer that goldmark renders to, because a renderer's node functions are
// shared by all conversions and get nothing else to keep state in.
type page struct {
	options Options
	file    string
	src     []byte // after cleaning; all offsets are into it
	text    string // src again, for source lines that share its memory
	found   diag.List
	count   map[string]int // reports so far, by code

	*scratch
	body playbook.Body
	size int  // bytes written
	full bool // MaxOutput is passed; the rest is thrown away
	cut  bool // and that has been reported

	ids       ids
	closers   []string // end tags of the links that are open; "" for one that was left out
	rendered  int      // headings so far
	tables    int
	cells     int
	noteCount int
	steps     int
	work      int
	block     ast.Node // the block that admitted is about
	admitted  bool
	linkBlock ast.Node // the block that addressed is about
	addressed bool
	tags      map[string]bool // raw HTML elements already reported
	coloured  int             // bytes of code highlighted so far
	lexing    time.Duration   // spent on them
	unknown   map[string]bool // languages already reported
}

func newPage(o Options, file string, firstLine int) *page {
	p := &page{options: o, file: file, scratch: borrow()}
	p.ids = ids{reserved: o.Reserved, taken: p.taken, next: p.numbers}
	p.body.Line = firstLine
	return p
}

// read takes the source in, unless it is too large.
func (p *page) read(src []byte) bool {
	if len(src) <= MaxSize {
		p.clean(src)
		return true
	}
	p.src = src[:0]
	p.reject("too-large", 0, fmt.Sprintf("the text has %d KB; the limit is %d KB", len(src)>>10, MaxSize>>10), "split it into several files")
	return false
}

// finish returns the result. HTML that was cut off would not be well-formed, so
// there is none then.
func (p *page) finish() (playbook.Body, diag.List) {
	found := p.diagnostics()
	if p.full {
		p.html, p.cuts, p.links, p.blocks, p.notes = p.html[:0], p.cuts[:0], p.links[:0], p.blocks[:0], p.notes[:0]
	}
	p.body.Chunks = pieces(string(p.html), p.cuts)
	p.body.Links = exactly(p.links)
	p.body.Blocks = exactly(p.blocks)
	p.body.Notes = exactly(p.notes)
	p.giveBack()
	return p.body, found
}

// pieces cuts s. Each piece is a part of the one string.
func pieces(s string, cuts []int) []string {
	out := make([]string, len(cuts)+1)
	from := 0
	for i, cut := range cuts {
		out[i] = s[from:cut]
		from = cut
	}
	out[len(cuts)] = s[from:]
	return out
}

// slot ends the chunk and leaves a place for what depends on the other entries.
func (p *page) slot(l playbook.Link) {
	p.cuts = append(p.cuts, len(p.html))
	p.links = append(p.links, l)
}

// put writes strings as they are.
func (p *page) put(parts ...string) {
	for _, s := range parts {
		_, _ = p.WriteString(s)
	}
}

func (p *page) room(n int) bool {
	p.size += n
	p.full = p.full || p.size > MaxOutput
	return !p.full
}

// Write is part of goldmark's util.BufWriter, as are the methods below.
func (p *page) Write(b []byte) (int, error) {
	if p.room(len(b)) {
		p.html = append(p.html, b...)
	}
	return len(b), nil
}

// WriteString is Write for a string.
func (p *page) WriteString(s string) (int, error) {
	if p.room(len(s)) {
		p.html = append(p.html, s...)
	}
	return len(s), nil
}

// WriteByte is Write for a byte.
func (p *page) WriteByte(b byte) error {
	if p.room(1) {
		p.html = append(p.html, b)
	}
	return nil
}

// WriteRune is Write for a rune. goldmark calls it for character references, so
// this is where &#1; is kept from becoming a control character.
func (p *page) WriteRune(r rune) (int, error) {
	if isControl(r) {
		r = utf8.RuneError
	}
	return p.WriteString(string(r))
}

// Available says that there is always room.
func (p *page) Available() int { return MaxOutput }

// Buffered says that nothing waits to be written.
func (p *page) Buffered() int { return 0 }

// Flush has nothing to do.
func (p *page) Flush() error { return nil }
