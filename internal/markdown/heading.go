package markdown

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
)

// headings renders headings with the anchor and level that the outline gave them.
func headings() construct {
	return construct{render: nodeFuncs{ast.KindHeading: renderHeading}}
}

func renderHeading(p *page, n ast.Node, entering bool) ast.WalkStatus {
	h := p.headingOf(n)
	if h == nil { // it has no text
		return ast.WalkSkipChildren
	}
	level := strconv.Itoa(h.Level)
	if entering {
		p.put("<h", level, ` id="`, h.ID, `">`)
		return ast.WalkContinue
	}
	p.put(` <a class="anchor" href="#`, h.ID, `" aria-label="`)
	p.putText(p.options.Labels.Anchor)
	p.put(" ")
	p.putText(h.Text)
	p.put(`"><span aria-hidden="true">#</span></a></h`, level, ">\n")
	return ast.WalkContinue
}

// headingOf returns what the outline made of a heading, or nil. Both walks meet the headings in the
// same order, so that it is the one after the last that was asked for, or that one itself.
func (p *page) headingOf(n ast.Node) *heading {
	for i := p.rendered; i < len(p.headings) && i <= p.rendered+1; i++ {
		if p.headings[i].node == n {
			p.rendered = i
			return &p.headings[i]
		}
	}
	return nil
}

// level returns the level at which a heading is shown after one of level above,
// and reports it when that surprises a reader: the page's title is level 1.
func (p *page) level(h *ast.Heading, above int) int {
	start := h.Pos()
	stop := start
	if end := bytes.IndexByte(p.src[start:], '\n'); end >= 0 {
		stop += end
	}
	switch {
	case h.Level == 1:
		p.report("heading-level", diag.Warning, start, stop, "the page's title is its only heading of level 1; this one is shown as level 2", "write ## for it")
		return 2
	case h.Level > above+1:
		p.report("heading-level", diag.Warning, start, stop, fmt.Sprintf("a heading of level %d follows one of level %d", h.Level, above), "write "+"######"[:above+1]+" for it")
	}
	return h.Level
}
