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
	open  bool
	from  int      // where the text of the section being read starts, if one is open
	ends  []extent // of the sections
}

func (p *page) outline(doc ast.Node) {
	o := &outliner{p: p, text: p.plain, level: 1, ends: p.sections}
	o.children(doc)
	o.closeSection()
	p.plain, p.sections = o.text, o.ends
	text := string(bytes.TrimRight(o.text, "\n"))
	p.body.Text = text
	p.body.Words = words(text)
	o.cutHeadings(text)
	o.cutTerms(text)
}

// cutHeadings fills the headings and the sections in, whose words are parts of text.
func (o *outliner) cutHeadings(text string) {
	if len(o.p.headings) == 0 {
		return
	}
	body := &o.p.body
	body.Headings = make([]playbook.Heading, len(o.p.headings))
	if len(o.ends) > 0 {
		body.Sections = make([]playbook.Section, 0, len(o.ends))
	}
	for i := range o.p.headings {
		h := &o.p.headings[i]
		h.Text = h.text.of(text)
		body.Headings[i] = h.Heading
		if h.Level == 2 {
			s := o.ends[len(body.Sections)]
			body.Sections = append(body.Sections, playbook.Section{Heading: h.Heading, Text: strings.TrimSpace(s.of(text))})
		}
	}
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
	text := bytes.TrimSpace(o.text[start:])
	o.text = append(o.text[:start], text...)
	text = o.text[start:]
	if len(text) == 0 {
		o.p.report("heading-level", diag.Warning, n.Pos(), n.Pos(), "a heading without text is left out", "write the text on the same line, after the #")
		return
	}
	n.Level = o.p.level(n, o.level)
	o.level = n.Level
	h := heading{node: n, text: extent{start, start + len(text)}}
	h.Level, h.Offset, h.Pos = n.Level, start, o.p.place(n.Pos())
	h.ID = o.p.ids.unique("", o.anchorText(n, text), "section")
	o.p.headings = append(o.p.headings, h)
	if h.Level == 2 {
		o.sectionBefore(start)
		o.open = true
	}
	o.endLine()
	if h.Level == 2 {
		o.from = len(o.text)
	}
}

// anchorText is the text of a heading that its anchor is made of: with the dashes
// that the author typed, because GitHub's anchors know no typography.
func (o *outliner) anchorText(n ast.Node, text []byte) []byte {
	if !bytes.ContainsAny(text, "–—") {
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
	return appendText(nil, o.p.src, n)
}

func (o *outliner) closeSection() { o.sectionBefore(len(o.text)) }

// sectionBefore ends the section being read, if there is one.
func (o *outliner) sectionBefore(end int) {
	if o.open {
		o.ends = append(o.ends, extent{o.from, end})
		o.open = false
	}
}
