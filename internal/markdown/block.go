package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// render writes the page block by block, and notes for each that left an element behind
// the line on which it starts. Whether it did is known only once it is rendered: a comment, a
// link's definition or a heading without text leaves nothing.
func (c *Converter) render(p *page, doc ast.Node) {
	for n := doc.FirstChild(); n != nil && !p.cut; n = n.NextSibling() {
		before := p.size
		c.renderers.walk(p, n)
		if p.size > before {
			p.blocks = append(p.blocks, p.body.Line+p.lineOf(startOf(p, n)))
		}
		if n.Kind() == east.KindFootnoteList {
			p.noteLines(n)
		}
	}
}

// noteLines remembers where the notes were written: anywhere, while they are shown at the end.
func (p *page) noteLines(list ast.Node) {
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		p.notes = append(p.notes, p.body.Line+p.lineOf(startOf(p, n)))
	}
}

// startOf returns where a block starts: at its first mark, as at the fence of a block of code.
func startOf(p *page, n ast.Node) int {
	if n.Kind() == east.KindFootnoteList {
		n = n.FirstChild()
	}
	if start := n.Pos(); start >= 0 {
		return start
	}
	return p.at(n)
}
