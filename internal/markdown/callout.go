package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/microleadership/playbook/internal/diag"
)

// callouts makes a callout of a block quote that starts with [!NOTE]. The line
// is cut off while it is still text, before the brackets are taken for a link.
func callouts() construct {
	return construct{
		parse: []parser.Option{parser.WithParagraphTransformers(util.Prioritized(calloutTransformer{}, 50))},
		render: nodeFuncs{
			ast.KindBlockquote: renderQuote,
			kindCalloutTitle:   renderCalloutTitle,
		},
	}
}

var calloutMarker = regexp.MustCompile(`^\s*\[!([\pL\d_-]+)\][+-]?(?:[ \t]+|$)`)

var calloutTypes = []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"}

// title is the label of the type in lower case, or "".
func (l *Labels) title(callout string) string {
	return map[string]string{
		"note": l.Note, "tip": l.Tip, "important": l.Important, "warning": l.Warning, "caution": l.Caution,
	}[callout]
}

// calloutTitle holds the words after the marker; without any, the type's label is shown.
type calloutTitle struct {
	ast.BaseBlock
	callout string
}

var kindCalloutTitle = ast.NewNodeKind("CalloutTitle")

// Kind is part of goldmark's ast.Node.
func (*calloutTitle) Kind() ast.NodeKind { return kindCalloutTitle }

// Dump is part of goldmark's ast.Node.
func (t *calloutTitle) Dump(src []byte, level int) {
	ast.DumpHelper(t, src, level, map[string]string{"Callout": t.callout}, nil)
}

type calloutTransformer struct{}

// Transform is part of goldmark's parser.ParagraphTransformer.
func (calloutTransformer) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	quote := n.Parent()
	if quote == nil || quote.Kind() != ast.KindBlockquote || quote.FirstChild() != n || n.Lines().Len() == 0 {
		return
	}
	first := n.Lines().At(0)
	line := first.TrimRightSpace(r.Source())
	marker := calloutMarker.FindSubmatchIndex(line.Value(r.Source()))
	if marker == nil {
		return
	}
	p := pageOf(pc)
	name := string(line.Value(r.Source())[marker[2]:marker[3]])
	title := &calloutTitle{callout: strings.ToLower(name)}
	if p.options.Labels.title(title.callout) == "" {
		at := line.Start - line.Padding + marker[2]
		p.report("unknown-callout", diag.Warning, at, at+len(name), "unknown callout "+name, diag.DidYouMean(name, calloutTypes))
		return
	}
	if start := line.Start - line.Padding + marker[1]; start < line.Stop {
		title.Lines().Append(text.NewSegment(start, line.Stop))
	}
	title.SetPos(line.Start)
	quote.SetAttributeString("callout", title.callout)
	quote.InsertBefore(quote, n, title)
	n.Lines().SetSliced(1, n.Lines().Len())
	if n.Lines().Len() == 0 {
		quote.RemoveChild(quote, n)
	}
}

// renderQuote renders a callout with the role of a note: without it, the aside
// would be a landmark inside the main one.
func renderQuote(p *page, n ast.Node, entering bool) ast.WalkStatus {
	callout, ok := n.AttributeString("callout")
	switch {
	case ok && entering:
		p.put(`<aside class="callout callout-`, callout.(string), `" role="note">`, "\n")
	case ok:
		p.put("</aside>\n")
	case entering:
		p.put("<blockquote>\n")
	default:
		p.put("</blockquote>\n")
	}
	return ast.WalkContinue
}

func renderCalloutTitle(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.put("</p>\n")
		return ast.WalkContinue
	}
	p.put(`<p class="callout-title">`)
	if !n.HasChildren() {
		p.put(escape(p.options.Labels.title(n.(*calloutTitle).callout)))
	}
	return ast.WalkContinue
}
