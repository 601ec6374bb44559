package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/microleadership/playbook/internal/diag"
)

// The limits. goldmark is linear for what people write, but some inputs of a few
// kilobytes cost it seconds or hundreds of megabytes. The limits are checked while
// parsing, where the cost arises, instead of by a scan before it: a scan would
// have to understand Markdown to tell a nested list from indented code.
const (
	MaxSize       = 512 << 10 // bytes of a body
	MaxOutput     = 8 << 20   // bytes of HTML; references and tables can multiply their input
	MaxDepth      = 40        // blocks open at once: a quote counts once, a list twice (itself and its item)
	MaxNesting    = 100       // depth of the whole tree, emphasis and links included
	MaxSteps      = 1 << 20   // lines times the quotes, lists and definitions they stand in
	MaxTableCells = 10_000    // cells of all tables of a body, those left out included
	MaxFootnotes  = 500       // footnotes of a body
	MaxReferences = 2_000     // lines of one paragraph that starts with a link definition
	MaxInlineWork = 512 << 20 // sum over all paragraphs of length times number of markers, which is what inline parsing can cost
	MaxReports    = 100       // diagnostics of one kind; the rest is counted
)

// pageKey is where a parser finds the page that it works for.
var pageKey = parser.NewContextKey()

func pageOf(pc parser.Context) *page { return pc.Get(pageKey).(*page) }

// goldmark's priorities of the blocks that hold others. An item is not among
// them: a list whose item was refused would be a list without one, on which goldmark panics.
const (
	listPriority  = 300
	quotePriority = 800
)

// commonMark is goldmark's own parser, with each part that can be made to work
// too hard behind a limit.
func commonMark() []parser.Option {
	blocks := parser.DefaultBlockParsers()
	for i, b := range blocks {
		if b.Priority == listPriority || b.Priority == quotePriority {
			blocks[i].Value = container{b.Value.(parser.BlockParser)}
		}
	}
	return []parser.Option{
		parser.WithBlockParsers(blocks...),
		inline(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(references{parser.LinkReferenceParagraphTransformer}, 100)),
	}
}

// container is a parser of blocks that have blocks inside.
type container struct{ parser.BlockParser }

func (c container) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, start := r.Position()
	n, state := c.BlockParser.Open(parent, r, pc)
	if n == nil || len(pc.OpenedBlocks()) < MaxDepth-1 { // a list's item comes on top
		return n, state
	}
	r.SetPosition(line, start)
	pageOf(pc).reject("too-deep", start.Start, fmt.Sprintf("more than %d blocks inside one another", MaxDepth), "take some of the quotes or lists apart")
	return nil, parser.NoChildren
}

func (c container) Continue(n ast.Node, r text.Reader, pc parser.Context) parser.State {
	p := pageOf(pc)
	if p.steps++; p.steps > MaxSteps {
		_, at := r.PeekLine()
		p.reject("too-deep", at.Start, "too many lines inside nested blocks", "take some of the quotes or lists apart")
		return parser.Close
	}
	return c.BlockParser.Continue(n, r, pc)
}

// references keeps goldmark from collecting definitions in quadratic time.
type references struct{ parser.ParagraphTransformer }

func (t references) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	if lines := n.Lines(); lines.Len() > MaxReferences {
		first := lines.At(0)
		if bytes.HasPrefix(bytes.TrimLeft(first.Value(r.Source()), " "), []byte("[")) {
			pageOf(pc).reject("too-large", first.Start, fmt.Sprintf("more than %d lines of link definitions in one piece", MaxReferences), "put an empty line between some of them")
			return
		}
	}
	t.ParagraphTransformer.Transform(n, r, pc)
}

// inline registers inline parsers behind the limit for inline work.
func inline(parsers ...util.PrioritizedValue) parser.Option {
	for i, v := range parsers {
		g := gate{v.Value.(parser.InlineParser)}
		if closer, ok := v.Value.(parser.CloseBlocker); ok {
			parsers[i].Value = closingGate{g, closer}
		} else {
			parsers[i].Value = g
		}
	}
	return parser.WithInlineParsers(parsers...)
}

// gate is an inline parser that stays away from a block which would cost too much.
// Without it, such a block is plain text.
type gate struct{ parser.InlineParser }

type closingGate struct {
	gate
	parser.CloseBlocker
}

func (g gate) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	if !pageOf(pc).admits(parent) {
		return nil
	}
	return g.InlineParser.Parse(parent, r, pc)
}

// admits decides once for each block whether its text is parsed; all calls for
// one block come in a row.
func (p *page) admits(block ast.Node) bool {
	if p.block == block {
		return p.admitted
	}
	size, markers := 0, 0
	for i := range block.Lines().Len() {
		line := block.Lines().At(i)
		size += line.Len()
		for _, b := range p.src[line.Start:line.Stop] {
			if isMarker[b] {
				markers++
			}
		}
	}
	p.block, p.admitted = block, true
	if p.work += size * markers; p.work > MaxInlineWork {
		p.admitted = false
		p.reject("too-large", p.at(block), "too much markup in one paragraph", "split it")
	}
	return p.admitted
}

// isMarker tells the characters that open something, whose end goldmark then looks for.
var isMarker = func() (is [256]bool) {
	for _, b := range []byte("[]()*_~<`!'\"") {
		is[b] = true
	}
	return is
}()

// reject reports that a limit is passed, where it is passed.
func (p *page) reject(code string, at int, text, hint string) {
	p.report(code, diag.Error, at, at, text, hint)
}
