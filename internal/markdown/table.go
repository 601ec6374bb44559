package markdown

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tables adds GitHub's tables, each in a container that scrolls on its own and
// can be scrolled by keyboard.
func tables() construct {
	return construct{
		parse: tableParsers(),
		render: nodeFuncs{
			east.KindTable:       renderTable,
			east.KindTableHeader: renderTableHeader,
			east.KindTableRow:    renderTableRow,
			east.KindTableCell:   renderTableCell,
		},
	}
}

func tableParsers() []parser.Option {
	return []parser.Option{
		parser.WithParagraphTransformers(util.Prioritized(boundedTable{extension.NewTableParagraphTransformer()}, 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	}
}

// boundedTable counts cells before they are made: rows that are shorter than
// the header are filled up, so 16 KB can ask for four million.
type boundedTable struct{ parser.ParagraphTransformer }

func (t boundedTable) Transform(n *ast.Paragraph, r text.Reader, pc parser.Context) {
	rows, columns := n.Lines().Len(), 0
	for i := range rows {
		line := n.Lines().At(i)
		if c, ok := delimiters(line.Value(r.Source())); ok {
			columns = max(columns, c)
		}
	}
	if columns == 0 {
		return
	}
	p := pageOf(pc)
	if p.cells += rows * columns; p.cells > MaxTableCells {
		p.reject("too-large", n.Lines().At(0).Start, fmt.Sprintf("the tables up to here have more than %d cells", MaxTableCells), "split the page, or link to the data as a file")
		return
	}
	t.ParagraphTransformer.Transform(n, r, pc)
}

// delimiters returns how many columns a line announces if it is a delimiter row
// (|---|:-:|). Dashes alone are none: below a list item they are just text.
func delimiters(line []byte) (columns int, ok bool) {
	for _, b := range line {
		switch b {
		case '|':
			columns++
			ok = true
		case ':':
			ok = true
		case '-', ' ', '\t', '\n', '\v', '\f', '\r':
		default:
			return 0, false
		}
	}
	trimmed := bytes.TrimSpace(line)
	if bytes.HasPrefix(trimmed, []byte("|")) {
		columns--
	}
	if len(trimmed) > 1 && bytes.HasSuffix(trimmed, []byte("|")) {
		columns--
	}
	return columns + 1, ok
}

func renderTable(p *page, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		p.put("</table></div>\n")
		return ast.WalkContinue
	}
	p.tables++
	p.put(`<div class="table" role="region" tabindex="0" aria-label="`, escape(p.tableLabel(n)), `"><table>`, "\n")
	return ast.WalkContinue
}

// tableLabel names a table by its number and its columns; two regions of one
// page must not have the same name.
func (p *page) tableLabel(n ast.Node) string {
	const longest = 80
	label := p.options.Labels.Table + " " + strconv.Itoa(p.tables)
	var names []string
	for c := n.FirstChild().FirstChild(); c != nil; c = c.NextSibling() {
		if name := strings.TrimSpace(p.textOf(c)); name != "" {
			names = append(names, name)
		}
	}
	columns := []rune(strings.Join(names, ", "))
	switch {
	case len(columns) == 0:
		return label
	case len(columns) > longest:
		columns = append(columns[:longest], '…')
	}
	return label + ": " + string(columns)
}

func renderTableHeader(p *page, n ast.Node, entering bool) ast.WalkStatus {
	switch {
	case entering:
		p.put("<thead>\n<tr>\n")
	case n.NextSibling() != nil:
		p.put("</tr>\n</thead>\n<tbody>\n")
	default:
		p.put("</tr>\n</thead>\n")
	}
	return ast.WalkContinue
}

func renderTableRow(p *page, n ast.Node, entering bool) ast.WalkStatus {
	switch {
	case entering:
		p.put("<tr>\n")
	case n.NextSibling() == nil:
		p.put("</tr>\n</tbody>\n")
	default:
		p.put("</tr>\n")
	}
	return ast.WalkContinue
}

// renderTableCell aligns by class: the site's policy forbids style attributes.
func renderTableCell(p *page, n ast.Node, entering bool) ast.WalkStatus {
	cell := n.(*east.TableCell)
	name, scope := "td", ""
	if n.Parent().Kind() == east.KindTableHeader && n.HasChildren() { // an empty th names nothing
		name, scope = "th", ` scope="col"`
	}
	if !entering {
		p.put("</", name, ">\n")
		return ast.WalkContinue
	}
	p.put("<", name, scope)
	if cell.Alignment != east.AlignNone {
		p.put(` class="align-`, cell.Alignment.String(), `"`)
	}
	p.put(">")
	return ast.WalkContinue
}
