package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
)

// rawHTML leaves HTML out and says so. goldmark would leave a comment in its
// place, which nobody reads.
func rawHTML() construct {
	return construct{render: nodeFuncs{
		ast.KindHTMLBlock: dropBlock,
		ast.KindRawHTML:   dropInline,
	}}
}

var (
	comment = regexp.MustCompile(`(?s)<!--.*?(-->|$)`)
	tag     = regexp.MustCompile(`^</?([A-Za-z][A-Za-z0-9-]*)`)
)

const inMarkdown = "write it in Markdown"

func dropBlock(p *page, n ast.Node, entering bool) ast.WalkStatus {
	block := n.(*ast.HTMLBlock)
	if !entering || block.Lines().Len() == 0 {
		return ast.WalkSkipChildren
	}
	html := block.Lines().Value(p.src)
	if block.HasClosure() {
		html = append(html, block.ClosureLine.Value(p.src)...)
	}
	first := block.Lines().At(0)
	start := first.Start + len(first.Value(p.src)) - len(bytes.TrimLeft(first.Value(p.src), " \t"))
	beside := bytes.TrimSpace(comment.ReplaceAll(html, nil))
	switch {
	case len(beside) == 0: // nothing but comments
	case block.HTMLBlockType == ast.HTMLBlockType2:
		p.report("raw-html", diag.Warning, start, start, "what stands on the line of a comment is left out with it: "+quote(string(beside)), "start a new line after the comment")
	case bytes.ContainsRune(bytes.TrimSpace(html), '\n'):
		p.reportTag(start, html, "raw HTML is left out, with the lines up to the next empty one")
	default:
		p.reportTag(start, html, "raw HTML is left out, with the rest of its line")
	}
	return ast.WalkSkipChildren
}

func dropInline(p *page, n ast.Node, entering bool) ast.WalkStatus {
	html := n.(*ast.RawHTML).Segments.Value(p.src)
	if !entering || bytes.HasPrefix(html, []byte("<!--")) {
		return ast.WalkSkipChildren
	}
	name := ""
	if m := tag.FindSubmatch(html); m != nil {
		name = strings.ToLower(string(m[1]))
	}
	// The end of an element that was reported at its start is no news.
	if !bytes.HasPrefix(html, []byte("</")) || !p.tags[name] {
		p.reportTag(p.at(n), html, "raw HTML is left out")
	}
	if p.tags == nil {
		p.tags = map[string]bool{}
	}
	p.tags[name] = true
	return ast.WalkSkipChildren
}

// reportTag reports at the tag that html starts with.
func (p *page) reportTag(start int, html []byte, problem string) {
	html = bytes.TrimSpace(html)
	end := bytes.IndexAny(html, ">\n")
	switch {
	case end < 0:
		end = len(html)
	case html[end] == '>':
		end++
	}
	p.report("raw-html", diag.Warning, start, min(start+end, len(p.src)), problem+": "+quote(string(html[:end])), inMarkdown)
}
