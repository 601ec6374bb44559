package markdown

import (
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
		text := trimmed(o.text, start)
		for _, i := range group {
			o.p.terms[i].text = text
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
			group = append(group, len(o.p.terms)-1)
		}
	}
	settle()
}

// term gives a term its anchor, unless it has no text.
func (o *outliner) term(n ast.Node) bool {
	start := len(o.text)
	o.inline(n)
	name := trimmed(o.text, start)
	o.endLine()
	if name.from == name.to {
		return false
	}
	id := o.p.ids.unique("term-", o.text[name.from:name.to], "term")
	n.SetAttributeString("id", id)
	o.p.terms = append(o.p.terms, term{id: id, name: name})
	return true
}

// cutTerms fills the terms in, whose words are parts of text.
func (o *outliner) cutTerms(text string) {
	if len(o.p.terms) == 0 {
		return
	}
	o.p.body.Terms = make([]playbook.Term, len(o.p.terms))
	for i, t := range o.p.terms {
		o.p.body.Terms[i] = playbook.Term{Name: t.name.of(text), ID: t.id, Text: t.text.of(text)}
	}
}
