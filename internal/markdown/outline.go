package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// outliner walks the tree once, before it is rendered. It collects the plain
// text and, as it meets them, gives headings and terms their anchors.
type outliner struct {
	p     *page
	text  []byte
	level int // of the last heading
	open  int // number of the section being read; 0 when none is
	from  int // where its text starts
	ends  []extent
}

// extent is where the text of a section stands in the body's.
type extent struct{ from, to int }

func (p *page) outline(doc ast.Node) {
	o := &outliner{p: p, level: 1}
	o.children(doc)
	o.closeSection()
	p.body.Text = strings.TrimRight(string(o.text), "\n")
	for i, s := range o.ends { // parts of the one text: a copy of each would cost as much as all of it
		p.body.Sections[i].Text = strings.TrimSpace(p.body.Text[min(s.from, len(p.body.Text)):min(s.to, len(p.body.Text))])
	}
	p.body.Words = words(p.body.Text)
}

func (o *outliner) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		o.node(c)
	}
}

func (o *outliner) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		o.heading(n)
	case *east.DefinitionList:
		o.terms(n)
	case *east.FootnoteList:
		o.closeSection()
		o.children(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			o.text = append(o.text, line.Value(o.p.src)...)
		}
		o.endLine()
	case *east.TableCell:
		o.inline(n)
		o.text = append(o.text, ' ')
	default:
		if n.Type() == ast.TypeInline {
			o.text = appendInline(o.text, o.p.src, n)
			return
		}
		o.children(n)
		o.endLine()
	}
}

func (o *outliner) inline(n ast.Node) { o.text = appendText(o.text, o.p.src, n) }

// endLine ends a block's text, so that words of two blocks never run together.
func (o *outliner) endLine() {
	o.text = bytes.TrimRight(o.text, " ")
	if len(o.text) > 0 && o.text[len(o.text)-1] != '\n' {
		o.text = append(o.text, '\n')
	}
}

func (o *outliner) heading(n *ast.Heading) {
	start := len(o.text)
	o.inline(n)
	text := strings.TrimSpace(string(o.text[start:]))
	o.text = append(o.text[:start], text...)
	if text == "" {
		o.p.report("heading-level", diag.Warning, n.Pos(), n.Pos(), "a heading without text is left out", "write the text on the same line, after the #")
		return
	}
	n.Level = o.p.level(n, o.level)
	o.level = n.Level
	h := playbook.Heading{Level: n.Level, ID: o.p.ids.unique("", o.anchorText(n, text), "section"), Text: text, Offset: start}
	h.Pos, _ = o.p.position(n.Pos())
	n.SetAttributeString("id", h.ID)
	n.SetAttributeString("text", text)
	o.p.body.Headings = append(o.p.body.Headings, h)
	if h.Level == 2 {
		o.sectionBefore(start)
		o.p.body.Sections = append(o.p.body.Sections, playbook.Section{Heading: h})
		o.open = len(o.p.body.Sections)
	}
	o.endLine()
	if h.Level == 2 {
		o.from = len(o.text)
	}
}

// anchorText is the text of a heading that its anchor is made of: with the dashes
// that the author typed, because GitHub's anchors know no typography.
func (o *outliner) anchorText(n ast.Node, text string) string {
	if !strings.ContainsAny(text, "–—") {
		return text
	}
	typed := map[string]string{"–": "--", "—": "---"}
	var dashes []*ast.String
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if s, ok := n.(*ast.String); ok && entering && typed[string(s.Value)] != "" {
			dashes = append(dashes, s)
		}
		return ast.WalkContinue, nil
	})
	for _, s := range dashes {
		defer func(value []byte) { s.Value = value }(s.Value)
		s.Value = []byte(typed[string(s.Value)])
	}
	return o.p.plain(n)
}

func (o *outliner) closeSection() { o.sectionBefore(len(o.text)) }

// sectionBefore ends the section being read, if there is one.
func (o *outliner) sectionBefore(end int) {
	if o.open > 0 {
		o.ends = append(o.ends, extent{o.from, end})
		o.open = 0
	}
}
