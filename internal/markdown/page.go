package markdown

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

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
	lines   []int  // offset of each line of src
	text    string // src again, for source lines that share its memory
	found   diag.List
	count   map[string]int // reports so far, by code

	body  playbook.Body
	chunk []byte
	size  int  // bytes written
	full  bool // MaxOutput is passed; the rest is thrown away
	cut   bool // and that has been reported

	ids      *ids
	closers  []string // end tags of the links that are open; "" for one that was left out
	tables   int
	cells    int
	notes    int
	steps    int
	work     int
	block    ast.Node // the block that admitted is about
	admitted bool
	tags     map[string]bool // raw HTML elements already reported
	coloured int             // bytes of code highlighted so far
	lexing   time.Duration   // spent on them
	unknown  map[string]bool // languages already reported
}

func newPage(o Options, file string, firstLine int) *page {
	p := &page{options: o, file: file, ids: newIDs(o.Reserved), count: map[string]int{}}
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
	if p.full {
		p.body.Chunks, p.body.Links, p.body.Blocks, p.body.Notes, p.chunk = nil, nil, nil, nil, nil
	}
	p.body.Chunks = append(p.body.Chunks, string(p.chunk))
	return p.body, p.diagnostics()
}

// slot ends the chunk and leaves a place for what depends on the other entries.
func (p *page) slot(l playbook.Link) {
	p.body.Chunks = append(p.body.Chunks, string(p.chunk))
	p.body.Links = append(p.body.Links, l)
	p.chunk = p.chunk[:0]
}

// put writes strings as they are.
func (p *page) put(parts ...string) {
	for _, s := range parts {
		_, _ = p.WriteString(s)
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes s fit for text and for double-quoted attributes.
func escape(s string) string { return escaper.Replace(s) }

func (p *page) room(n int) bool {
	p.size += n
	p.full = p.full || p.size > MaxOutput
	return !p.full
}

// Write is part of goldmark's util.BufWriter, as are the methods below.
func (p *page) Write(b []byte) (int, error) {
	if p.room(len(b)) {
		p.chunk = append(p.chunk, b...)
	}
	return len(b), nil
}

// WriteString is Write for a string.
func (p *page) WriteString(s string) (int, error) {
	if p.room(len(s)) {
		p.chunk = append(p.chunk, s...)
	}
	return len(s), nil
}

// WriteByte is Write for a byte.
func (p *page) WriteByte(b byte) error {
	if p.room(1) {
		p.chunk = append(p.chunk, b)
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

// nodeFuncs renders nodes by kind.
type nodeFuncs map[ast.NodeKind]func(p *page, n ast.Node, entering bool) ast.WalkStatus

// RegisterFuncs hands the functions to goldmark.
func (f nodeFuncs) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, render := range f {
		reg.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			p := w.(*page)
			if p.full {
				p.cut = true
				p.reject("too-large", p.at(n), fmt.Sprintf("the page is larger than %d MB from here on", MaxOutput>>20), "look for a link definition or a table that repeats too often")
				return ast.WalkStop, nil
			}
			return render(p, n, entering), nil
		})
	}
}
