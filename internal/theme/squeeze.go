package theme

import (
	"bytes"
	"regexp"
	"text/template/parse"
)

var lineBreak = regexp.MustCompile(`[ \t\r]*\n\s*`)

// squeeze reduces white space around line breaks in a template, once, so that no
// page pays for the indentation of layouts.
func squeeze(tree *parse.Tree) {
	if keepsSpace(tree.Root) {
		return
	}
	walk(tree.Root, func(n parse.Node) {
		if text, ok := n.(*parse.TextNode); ok {
			text.Text = lineBreak.ReplaceAll(text.Text, []byte("\n"))
		}
	})
	trimEnds(tree.Root)
}

func keepsSpace(root *parse.ListNode) bool {
	keeps := false
	walk(root, func(n parse.Node) {
		if text, ok := n.(*parse.TextNode); ok {
			keeps = keeps || bytes.Contains(text.Text, []byte("<pre")) || bytes.Contains(text.Text, []byte("<textarea"))
		}
	})
	return keeps
}

// trimEnds drops the line breaks at a template's start and end.
func trimEnds(root *parse.ListNode) {
	if len(root.Nodes) == 0 {
		return
	}
	if text, ok := root.Nodes[0].(*parse.TextNode); ok {
		text.Text = bytes.TrimLeft(text.Text, "\n")
	}
	if text, ok := root.Nodes[len(root.Nodes)-1].(*parse.TextNode); ok {
		text.Text = bytes.TrimRight(text.Text, "\n")
	}
}

// walk visits every node of a template that can hold text or a reference.
func walk(n parse.Node, visit func(parse.Node)) {
	visit(n)
	switch n := n.(type) {
	case *parse.ListNode:
		for _, c := range n.Nodes {
			walk(c, visit)
		}
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	}
}

func walkBranch(b *parse.BranchNode, visit func(parse.Node)) {
	walk(b.List, visit)
	if b.ElseList != nil {
		walk(b.ElseList, visit)
	}
}
