package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
)

// prepare puts the tree right before anything reads it.
func prepare(p *page, doc ast.Node) {
	prune(p, doc, 0)
	if p.noteCount > 0 {
		settleNotes(doc)
	}
}

// prune cuts what is nested too deep for a browser, and for us: all that follows is recursive.
func prune(p *page, n ast.Node, depth int) {
	if depth == MaxNesting {
		if n.HasChildren() {
			p.reject("too-deep", p.at(n), fmt.Sprintf("more than %d levels of markup inside one another", MaxNesting), "close the emphasis or the links that stay open")
			n.RemoveChildren(n)
		}
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		prune(p, c, depth+1)
	}
}
