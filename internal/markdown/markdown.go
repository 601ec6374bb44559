package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Options is what a playbook decides about its Markdown. The zero value is an English playbook's.
type Options struct {
	Lang     string   // BCP 47 tag; chooses the quotation marks. "en" unless set
	Labels   Labels   // words that the output adds; English where empty
	Reserved []string // ids that the page around the body uses, so that no heading takes them
}

// Labels are the words that the output adds to what the author wrote.
type Labels struct {
	Note, Tip, Important, Warning, Caution string // titles of callouts

	Anchor    string // spoken before a heading's text on its permalink
	Table     string // spoken before a table's number
	Code      string // spoken on a code block
	Footnotes string // names the list of footnotes
	Back      string // spoken before the number on the way back from a footnote
	Done      string // spoken on a ticked task
	Open      string // spoken on an open task
}

var english = Labels{
	Note: "Note", Tip: "Tip", Important: "Important", Warning: "Warning", Caution: "Caution",
	Anchor: "Link to this section:", Table: "Table", Code: "Code", Footnotes: "Footnotes",
	Back: "Back to reference", Done: "Done", Open: "To do",
}

func (o Options) withDefaults() Options {
	if o.Lang == "" {
		o.Lang = "en"
	}
	mine, theirs := o.Labels.all(), english.all()
	for i, label := range mine {
		if *label == "" {
			*label = *theirs[i]
		}
	}
	return o
}

func (l *Labels) all() []*string {
	return []*string{
		&l.Note, &l.Tip, &l.Important, &l.Warning, &l.Caution,
		&l.Anchor, &l.Table, &l.Code, &l.Footnotes, &l.Back, &l.Done, &l.Open,
	}
}

// Converter converts bodies. It holds no state between two of them, so any
// number of goroutines may use one.
type Converter struct {
	options   Options
	parser    parser.Parser
	idle      func(src []byte) bool // says that short does for a text; nil when there is none
	short     parser.Parser         // is without the construct that is idle
	renderers *renderers
	bare      bool // CommonMark as specified, without what this dialect adds
}

// New returns a converter.
func New(o Options) *Converter {
	o = o.withDefaults()
	return assemble(o, dialect(o))
}

// bare returns a converter with the same wiring, safety and limits but without
// the dialect: only so can the conformance suites be run against it.
func bare(extra ...construct) *Converter {
	c := assemble(Options{}.withDefaults(), append(safety(links{bare: true}), extra...))
	c.bare = true
	return c
}

// Convert converts src, the body of file that starts on its line firstLine.
// Whatever is wrong with it is in the list; the body is usable in any case.
func (c *Converter) Convert(file string, src []byte, firstLine int) (playbook.Body, diag.List) {
	p := newPage(c.options, file, firstLine)
	if p.read(src) {
		c.convert(p)
	}
	return p.finish()
}

func (c *Converter) convert(p *page) {
	doc := c.parse(p)
	if !c.bare {
		p.outline(doc)
	}
	c.render(p, doc)
}

// parse makes the tree of a page, ready to be read.
func (c *Converter) parse(p *page) ast.Node {
	pc := parser.NewContext()
	pc.Set(pageKey, p)
	with := c.parser
	if c.idle != nil && c.idle(p.src) {
		with = c.short
	}
	doc := with.Parse(text.NewReader(p.src), parser.WithContext(pc))
	prepare(p, doc)
	return doc
}

// construct is one construct of the dialect: what it adds to the parser, and how
// its nodes are rendered.
type construct struct {
	parse  []parser.Option
	render renderer.NodeRenderer // nil when goldmark's will do
	idle   func(src []byte) bool // says that it finds nothing in a text; nil when it costs nothing
}

// dialect lists all constructs that authors may use.
func dialect(o Options) []construct {
	return append(safety(links{}),
		headings(), callouts(), figures(), tables(), strikethrough(), linkify(), tasks(),
		footnotes(), definitions(), typographer(o.Lang), wikiLinks(), highlighters().construct())
}

// safety lists the constructs that no text goes without.
func safety(l links) []construct { return []construct{l.construct(), rawHTML()} }

func assemble(o Options, constructs []construct) *Converter {
	c := &Converter{options: o, parser: newParser(constructs), renderers: newRenderers(constructs)}
	for i, one := range constructs {
		if one.idle != nil {
			c.idle, c.short = one.idle, newParser(slices.Delete(slices.Clone(constructs), i, i+1))
		}
	}
	return c
}

func newParser(constructs []construct) parser.Parser {
	p := parser.NewParser(commonMark()...)
	for _, c := range constructs {
		p.AddOptions(c.parse...)
	}
	return p
}
