package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"github.com/microleadership/playbook/internal/playbook"
)

// definitions adds definition lists.
func definitions() construct {
	return construct{
		parse: []parser.Option{parser.WithBlockParsers(
			util.Prioritized(container{extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		)},
		render: extension.NewDefinitionListHTMLRenderer(),
	}
}

// terms collects a list's terms. Several in a row share the definitions that follow.
func (o *outliner) terms(list ast.Node) {
	var group []int // indices of the terms that wait for their definitions
	start := -1     // where the text of those begins
	settle := func() {
		if start < 0 {
			return
		}
		text := strings.TrimSpace(string(o.text[start:]))
		for _, i := range group {
			o.p.body.Terms[i].Text = text
		}
		group, start = nil, -1
	}
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != east.KindDefinitionTerm {
			if start < 0 {
				start = len(o.text)
			}
			o.node(c)
			continue
		}
		settle()
		if o.term(c) {
			group = append(group, len(o.p.body.Terms)-1)
		}
	}
	settle()
}

// term gives a term its anchor, unless it has no text.
func (o *outliner) term(n ast.Node) bool {
	start := len(o.text)
	o.inline(n)
	name := strings.TrimSpace(string(o.text[start:]))
	o.endLine()
	if name == "" {
		return false
	}
	id := o.p.ids.unique("term-", name, "term")
	n.SetAttributeString("id", id)
	o.p.body.Terms = append(o.p.body.Terms, playbook.Term{Name: name, ID: id})
	return true
}
