package markdown

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/microleadership/playbook/internal/diag"
)

// The entries of the benchmarks: what people write, from a few lines to a page with everything.
var benchEntries = []struct{ name, src string }{
	{"prose", strings.Repeat(`## The moment

Ask the person who "knows it best" before you ask the room, and wait -- longer than feels
polite -- until they answer. It's what [lead by example](../principles/lead-by-example.md#why)
is about, and [[Ask, then wait]] too. Don't fill the silence: *they* are thinking.

> Two minutes of quiet are worth more than a plan.

`, 4)},
	{"list", "## What to do\n\n" + strings.Repeat("- [ ] Write the `goal` down, in one line\n- Say **why** it matters, 2 or 3 times\n  1. to yourself\n  2. to the others\n", 12)},
	{"addresses", "## Sources\n\n" + strings.Repeat("Read https://example.org/a?b=c#d or www.example.org, and write to me@example.org about it; [here](https://example.org/) is more.\n\n", 10)},
	{"table", "## Who does what\n\n| Who | What | When |\n|---|:-:|--:|\n" + strings.Repeat("| The host | opens *the* door | 9:30 |\n", 20)},
	{"code", "## By the numbers\n\n" + strings.Repeat("```go\n// double returns twice n.\nfunc double(n int) int {\n\tif n == 0 {\n\t\treturn 0 // \"none\"\n\t}\n\treturn 2 * n\n}\n```\n\n```yaml\nagenda:\n  - topic: \"what went well\" # first\n    minutes: 15\n```\n\n", 3)},
	{"all", "A hat is a role.[^1]\n\n## Words\n\nHat\n: A role, put on.\n\n> [!TIP] Ask\n> Then wait.\n\n![Desks](desks.jpg \"The day after\")\n\n### How\n\nSome ~~old~~ new text & more – “quoted”.\n\n[^1]: Not the one on your head.\n"},
}

func benchPages(b *testing.B, f func(b *testing.B, c *Converter, src string)) {
	c := New(Options{Reserved: []string{"main", "top"}})
	for _, e := range benchEntries {
		for range fewUses { // code of a new language is read in another way
			c.Convert("content/stories/a.md", []byte(e.src), 1)
		}
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(e.src)))
			f(b, c, e.src)
		})
	}
}

// parsed is a page as far as it is before it is rendered.
func parsed(c *Converter, src string) (*page, ast.Node) {
	p := newPage(c.options, "content/stories/a.md", 1)
	p.read([]byte(src))
	return p, c.parse(p)
}

func BenchmarkConvertEntry(b *testing.B) {
	benchPages(b, func(b *testing.B, c *Converter, src string) {
		for b.Loop() {
			c.Convert("content/stories/a.md", []byte(src), 1)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	benchPages(b, func(b *testing.B, c *Converter, src string) {
		for b.Loop() {
			p, _ := parsed(c, src)
			p.giveBack()
		}
	})
}

// BenchmarkGoldmark is the least that parsing can cost: CommonMark without limits and without the dialect.
func BenchmarkGoldmark(b *testing.B) {
	benchPages(b, func(b *testing.B, _ *Converter, src string) {
		p := parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
		for b.Loop() {
			p.Parse(text.NewReader([]byte(src)))
		}
	})
}

func BenchmarkOutline(b *testing.B) {
	benchPages(b, func(b *testing.B, c *Converter, src string) {
		p, doc := parsed(c, src)
		for b.Loop() {
			p.giveBack()
			p.scratch = borrow()
			p.ids = ids{taken: p.taken, next: p.numbers}
			p.found, p.body.Headings, p.body.Sections, p.body.Terms = nil, nil, nil, nil
			p.outline(doc)
		}
	})
}

func BenchmarkRender(b *testing.B) {
	benchPages(b, func(b *testing.B, c *Converter, src string) {
		p, doc := parsed(c, src)
		p.outline(doc)
		for b.Loop() {
			p.html, p.cuts, p.links, p.blocks, p.notes = p.html[:0], p.cuts[:0], p.links[:0], p.blocks[:0], p.notes[:0]
			p.size, p.rendered, p.tables, p.coloured, p.lexing = 0, 0, 0, 0, 0
			p.found = diag.List{}
			c.render(p, doc)
		}
	})
}

func BenchmarkHighlight(b *testing.B) {
	for language, code := range samples {
		lexer := highlighters()[language]
		for range fewUses {
			_, _, _, _ = tokenise(lexer, code+"\n", MaxLexing)
		}
		b.Run(language, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, _, _, err := tokenise(lexer, code+"\n", MaxLexing); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
