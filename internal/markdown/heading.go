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
	id, ok := n.AttributeString("id")
	if !ok { // it has no text
		return ast.WalkSkipChildren
	}
	level := strconv.Itoa(n.(*ast.Heading).Level)
	if entering {
		p.put("<h", level, ` id="`, id.(string), `">`)
		return ast.WalkContinue
	}
	text, _ := n.AttributeString("text")
	p.put(` <a class="anchor" href="#`, id.(string), `" aria-label="`, escape(p.options.Labels.Anchor+" "+text.(string)), `"><span aria-hidden="true">#</span></a></h`, level, ">\n")
	return ast.WalkContinue
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
