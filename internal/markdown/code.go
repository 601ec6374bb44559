package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
)

// construct renders code blocks: labelled with their language, highlighted by
// class, and reachable by keyboard because they may scroll.
func (h highlighter) construct() construct {
	return construct{render: nodeFuncs{
		ast.KindFencedCodeBlock: h.fenced,
		ast.KindCodeBlock:       h.indented,
	}}
}

func (h highlighter) fenced(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkSkipChildren
	}
	name := string(unescape(n.(*ast.FencedCodeBlock).Language(p.src)))
	lexer, known := h[strings.ToLower(name)]
	label := name
	switch {
	case known:
		label = lexer.Config().Name
	case name != "":
		h.reportUnknown(p, n.(*ast.FencedCodeBlock), name)
	}
	p.openCode(name, label)
	if code := codeOf(p, n); !known || !highlight(p, n, lexer, code) {
		p.putText(code)
	}
	p.put("</code></pre></div>\n")
	return ast.WalkSkipChildren
}

func (h highlighter) indented(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.openCode("", "")
		p.putText(codeOf(p, n))
		p.put("</code></pre></div>\n")
	}
	return ast.WalkSkipChildren
}

func (p *page) openCode(name, label string) {
	p.put(`<div class="code">`)
	if label != "" {
		p.put(`<p class="code-lang" aria-hidden="true">`)
		p.putText(label)
		p.put("</p>")
	}
	p.put(`<pre tabindex="0" role="group" aria-label="`)
	p.putText(p.options.Labels.Code)
	if label != "" {
		p.put(": ")
		p.putText(label)
	}
	p.put(`"><code`)
	if name != "" {
		p.put(` class="language-`)
		p.putText(name)
		p.put(`"`)
	}
	p.put(">")
}

func codeOf(p *page, n ast.Node) string {
	var code strings.Builder
	size := 0
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		size += line.Len()
	}
	code.Grow(size)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		code.Write(line.Value(p.src))
	}
	return code.String()
}

// reportUnknown notes a language that cannot be highlighted, once: it may well be meant.
func (h highlighter) reportUnknown(p *page, n *ast.FencedCodeBlock, name string) {
	if p.unknown[name] {
		return
	}
	if p.unknown == nil {
		p.unknown = map[string]bool{}
	}
	p.unknown[name] = true
	start := n.Info.Segment.Start
	hint := ""
	if len(p.unknown) <= MaxReports {
		hint = diag.DidYouMean(name, h.names())
	}
	p.report("unknown-language", diag.Note, start, start+len(n.Language(p.src)), "code in "+quote(name)+" is not highlighted: the language is not known", hint)
}
