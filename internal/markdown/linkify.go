package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// linkify finds bare addresses in text. ftp is not among them, because it would
// not be linked; it stays text.
func linkify() construct {
	p := extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}))
	return construct{parse: []parser.Option{inline(util.Prioritized(linkifier{p}, 999))}, idle: changesNothing}
}

// linkifier keeps goldmark from looking for an address at each space of a block that has none. Where
// the whole text has none, not even the spaces are stopped at.
type linkifier struct{ parser.InlineParser }

// Parse is part of goldmark's parser.InlineParser.
func (l linkifier) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	if !pageOf(pc).mayLink(parent) {
		return nil
	}
	return l.InlineParser.Parse(parent, r, pc)
}

// mayLink says whether there may be an address in a block; all calls for one block come in a row.
func (p *page) mayLink(block ast.Node) bool {
	if p.linkBlock == block {
		return p.addressed
	}
	p.linkBlock, p.addressed = block, false
	for i := range block.Lines().Len() {
		line := block.Lines().At(i)
		if !withoutAddress(p.src[line.Start:line.Stop]) {
			p.addressed = true
			break
		}
	}
	return p.addressed
}

// changesNothing says that a text is the same with and without a look for addresses. Where spaces end a
// line, goldmark cuts off more of them if it has not stopped at each.
func changesNothing(src []byte) bool { return withoutAddress(src) && !spacesAtEnd(src) }

// spacesAtEnd says that some line ends in two spaces or more.
func spacesAtEnd(src []byte) bool {
	isBlank := func(i int) bool { return i >= 0 && src[i] <= ' ' && src[i] != '\n' }
	for at := 0; at <= len(src); at++ {
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src) - at
		}
		if at += end; isBlank(at-1) && isBlank(at-2) {
			return true
		}
	}
	return false
}

// withoutAddress says that there is no bare address in a text.
func withoutAddress(src []byte) bool {
	for i, b := range src {
		if !inAddress[b] {
			continue
		}
		switch before := src[:i]; {
		case b == '@',
			b == '.' && bytes.HasSuffix(before, []byte("www")),
			b == ':' && (bytes.HasSuffix(before, []byte("http")) || bytes.HasSuffix(before, []byte("https"))):
			return false
		}
	}
	return true
}

// inAddress tells the characters of which every address has one.
var inAddress = [256]bool{'@': true, '.': true, ':': true}
