package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/microleadership/playbook/internal/playbook"
)

// wikiLinks adds [[target]], [[target|label]] and [[target#heading]]. They come
// before CommonMark's links, which would take the inner brackets for a reference.
func wikiLinks() construct {
	return construct{
		parse:  []parser.Option{inline(util.Prioritized(wikiParser{}, 150))},
		render: nodeFuncs{kindWikiLink: renderWikiLink},
	}
}

// maxWikiLink is how many bytes of a line are searched for the closing brackets.
const maxWikiLink = 300

type wikiLink struct {
	ast.BaseInline
	target, heading, label string
}

var kindWikiLink = ast.NewNodeKind("WikiLink")

// Kind is part of goldmark's ast.Node.
func (*wikiLink) Kind() ast.NodeKind { return kindWikiLink }

// Dump is part of goldmark's ast.Node.
func (l *wikiLink) Dump(src []byte, level int) {
	ast.DumpHelper(l, src, level, map[string]string{"Target": l.target, "Heading": l.heading, "Label": l.label}, nil)
}

// shown is what a reader sees, as far as this file tells: the label, or else what was typed.
func (l *wikiLink) shown() string {
	switch {
	case l.label != "":
		return l.label
	case l.target != "":
		return l.target
	}
	return l.heading
}

type wikiParser struct{}

// Trigger is part of goldmark's parser.InlineParser.
func (wikiParser) Trigger() []byte { return []byte{'['} }

// Parse is part of goldmark's parser.InlineParser.
func (wikiParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	end := bytes.IndexAny(line[2:min(len(line), maxWikiLink)], "[]") + 2
	if end < 2 || !bytes.HasPrefix(line[end:], []byte("]]")) {
		return nil
	}
	if after := line[end+2:]; len(after) > 0 && after[0] == '(' { // [[1]](https://…) is a link in brackets
		return nil
	}
	link := newWikiLink(string(line[2:end]))
	if link == nil {
		return nil
	}
	link.SetPos(segment.Start)
	block.Advance(end + 2)
	return link
}

// newWikiLink reads what stands between the brackets.
func newWikiLink(inside string) *wikiLink {
	target, label, _ := strings.Cut(inside, "|")
	target = strings.TrimSuffix(target, `\`) // in a table, where a bare | ends the cell
	l := &wikiLink{label: typed(label)}
	name, heading, _ := strings.Cut(target, "#")
	if l.heading = typed(heading); l.heading == "" {
		name = target // C# is a name
	}
	l.target = typed(name)
	if l.target == "" && l.heading == "" {
		return nil
	}
	return l
}

func typed(s string) string { return string(unescape([]byte(strings.TrimSpace(s)))) }

func renderWikiLink(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	l := n.(*wikiLink)
	if p.inLink() {
		p.put(escape(l.shown()))
		return ast.WalkContinue
	}
	slot := p.link(playbook.LinkWiki, n, address{target: l.target, fragment: slug(l.heading)})
	p.put(`<a href="`)
	p.slot(slot)
	p.put(`">`)
	if l.label == "" && l.target != "" {
		slot.Kind = playbook.LinkWikiLabel
		p.slot(slot)
	} else {
		p.put(escape(l.shown()))
	}
	p.put("</a>")
	return ast.WalkContinue
}
