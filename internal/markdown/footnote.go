package markdown

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/microleadership/playbook/internal/diag"
)

// footnotes adds [^name] and [^name]: the note.
func footnotes() construct {
	return construct{
		parse: []parser.Option{
			parser.WithBlockParsers(util.Prioritized(countedNotes{container{extension.NewFootnoteBlockParser()}}, 999)),
			inline(util.Prioritized(extension.NewFootnoteParser(), 101), util.Prioritized(missingNote{}, 102)),
			parser.WithASTTransformers(
				util.Prioritized(unusedNotes{}, 998),
				util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
			),
		},
		render: nodeFuncs{
			east.KindFootnoteLink:     renderNoteLink,
			east.KindFootnoteBacklink: renderBacklink,
			east.KindFootnote:         renderNote,
			east.KindFootnoteList:     renderNotes,
		},
	}
}

// countedNotes bounds their number: goldmark looks each one up in a list.
type countedNotes struct{ container }

func (c countedNotes) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	p := pageOf(pc)
	line, start := r.Position()
	n, state := c.container.Open(parent, r, pc)
	if n == nil {
		return n, state
	}
	if p.noteCount++; p.noteCount > MaxFootnotes {
		r.SetPosition(line, start)
		p.reject("too-large", start.Start, fmt.Sprintf("more than %d footnotes", MaxFootnotes), "split the page")
		return nil, parser.NoChildren
	}
	return n, state
}

// missingNote comes after goldmark's parser, so what it sees has no note.
type missingNote struct{}

// Trigger is part of goldmark's parser.InlineParser.
func (missingNote) Trigger() []byte { return []byte{'['} }

// Parse reports and leaves the text to others.
func (missingNote) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	const longest = 100
	line, segment := block.PeekLine()
	end := bytes.IndexByte(line[:min(len(line), longest)], ']')
	if !bytes.HasPrefix(line, []byte("[^")) || end < 3 || bytes.ContainsAny(line[2:end], "[ ") {
		return nil
	}
	if after := line[end+1:]; len(after) > 0 && (after[0] == '(' || after[0] == '[') {
		return nil
	}
	pageOf(pc).report("footnote", diag.Warning, segment.Start, segment.Start+end+1, "there is no footnote "+quote(string(line[2:end])), "write it on a line of its own: "+string(line[:end+1])+": the note")
	return nil
}

// unusedNotes reports what goldmark's transformer, which comes next, throws away.
type unusedNotes struct{}

// Transform is part of goldmark's parser.ASTTransformer.
func (unusedNotes) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	if pageOf(pc).noteCount == 0 {
		return
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if note, ok := n.(*east.Footnote); ok && entering && note.Index < 0 {
			pageOf(pc).report("footnote", diag.Warning, n.Pos(), n.Pos(), "nothing points to the footnote "+quote(string(note.Ref))+", or there are two of that name", "point to it with [^"+string(note.Ref)+"]")
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// settleNotes makes the marks and the ways back from the notes agree. A mark inside a
// link or an image's text moves behind it, as HTML has no link in a link; a way
// back to a mark that is not on the page goes.
func settleNotes(doc ast.Node) {
	type mark struct{ note, number int }
	marks := map[mark]bool{}
	var inside []*east.FootnoteLink
	var backs []*east.FootnoteBacklink
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *east.FootnoteLink:
			marks[mark{n.Index, n.RefIndex}] = true
			inside = append(inside, n)
		case *east.FootnoteBacklink:
			backs = append(backs, n)
		}
		return ast.WalkContinue, nil
	})
	for _, m := range inside {
		if link := linkAround(m); link != nil {
			link.Parent().InsertAfter(link.Parent(), link, m)
		}
	}
	for _, b := range backs {
		if !marks[mark{b.Index, b.RefIndex}] {
			b.Parent().RemoveChild(b.Parent(), b)
		}
	}
}

// linkAround returns the outermost link or image that n is in.
func linkAround(n ast.Node) (link ast.Node) {
	for a := n.Parent(); a != nil && a.Type() == ast.TypeInline; a = a.Parent() {
		if a.Kind() == ast.KindLink || a.Kind() == ast.KindImage {
			link = a
		}
	}
	return link
}

// markID is the anchor of the place that points to a note.
func markID(note, number int) string {
	if number == 0 {
		return "fnref:" + strconv.Itoa(note)
	}
	return "fnref:" + strconv.Itoa(note) + ":" + strconv.Itoa(number+1)
}

func renderNoteLink(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if link := n.(*east.FootnoteLink); entering {
		number := strconv.Itoa(link.Index)
		p.put(`<sup id="`, markID(link.Index, link.RefIndex), `"><a class="footnote-ref" href="#fn:`, number, `" role="doc-noteref">`, number, `</a></sup>`)
	}
	return ast.WalkContinue
}

func renderBacklink(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if back := n.(*east.FootnoteBacklink); entering {
		id := markID(back.Index, back.RefIndex)
		p.put(` <a class="footnote-backref" href="#`, id, `" role="doc-backlink" aria-label="`, escape(p.options.Labels.Back), " ", id[len("fnref:"):], "\">\u21a9\ufe0e</a>")
	}
	return ast.WalkContinue
}

func renderNote(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.put(`<li id="fn:`, strconv.Itoa(n.(*east.Footnote).Index), `">`, "\n")
	} else {
		p.put("</li>\n")
	}
	return ast.WalkContinue
}

func renderNotes(p *page, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		p.put(`<section class="footnotes" role="doc-endnotes" aria-label="`, escape(p.options.Labels.Footnotes), `">`, "\n<ol>\n")
	} else {
		p.put("</ol>\n</section>\n")
	}
	return ast.WalkContinue
}
