package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
)

// TextOptions say how WriteText prints. The zero value is plain text, 100 columns wide.
type TextOptions struct {
	Color bool // use the terminal's colours
	Width int  // columns to which source lines are cut; 0 means 100
}

const (
	defaultWidth = 100
	minimalWidth = 20
)

// WriteText prints the list for people, in the manner of a compiler: place and
// problem, the source line with the mistake underlined, and the way out.
//
//	content/stories/a.md:7:3: error: unknown field “sumary” [unknown-field]
//	  7 | sumary: A map on the wall
//	    | ^^^^^^
//	    hint: did you mean “summary”?
//
// The last line counts. Of an empty list nothing is printed. Whatever stands in
// the files, no control character of theirs reaches the terminal.
func (l List) WriteText(w io.Writer, o TextOptions) error {
	if len(l) == 0 {
		return nil
	}
	p := newTextPrinter(w, o)
	for _, d := range l {
		p.print(d)
	}
	p.printf("%s\n", p.summary(l))
	return p.out.Flush()
}

type textPrinter struct {
	out    *bufio.Writer
	width  int
	place  *color.Color
	faint  *color.Color
	levels [Error + 1]*color.Color
}

func newTextPrinter(w io.Writer, o TextOptions) *textPrinter {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	paint := func(attributes ...color.Attribute) *color.Color {
		c := color.New(attributes...)
		if o.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	red := paint(color.FgRed, color.Bold)
	yellow := paint(color.FgYellow, color.Bold)
	cyan := paint(color.FgCyan, color.Bold)
	return &textPrinter{
		out:    bufio.NewWriter(w),
		width:  max(minimalWidth, o.Width),
		place:  paint(color.Bold),
		faint:  paint(color.Faint),
		levels: [...]*color.Color{Off: cyan, Note: cyan, Warning: yellow, Error: red},
	}
}

// printf leaves errors to Flush, which returns the first of them.
func (p *textPrinter) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(p.out, format, args...)
}

func (p *textPrinter) print(d Diagnostic) {
	level := p.levels[d.Severity]
	if place := placeOf(d.Pos); place != "" {
		p.printf("%s ", p.place.Sprint(place+":"))
	}
	p.printf("%s %s %s\n", level.Sprint(d.Severity.String()+":"), p.place.Sprint(visible(d.Text)), p.faint.Sprint("["+d.Code+"]"))
	margin := "  "
	if d.Pos.Line > 0 && d.Source != "" {
		margin = p.printSource(d, level)
	}
	if d.Hint != "" {
		p.printf("%s%s %s\n", margin, p.faint.Sprint("hint:"), visible(d.Hint))
	}
}

// printSource prints the line behind a gutter, and returns the margin that aligns with it.
func (p *textPrinter) printSource(d Diagnostic, level *color.Color) (margin string) {
	number := fmt.Sprintf("%3d", d.Pos.Line)
	margin = strings.Repeat(" ", len(number)+1)
	e := excerptOf(d, p.width-len(margin)-2)
	p.printf("%s %s\n", p.faint.Sprint(number+" |"), e.line)
	if e.underline != "" {
		mark := strings.TrimLeft(e.underline, " ")
		lead := e.underline[:len(e.underline)-len(mark)]
		p.printf("%s %s%s\n", p.faint.Sprint(margin+"|"), lead, level.Sprint(mark))
	}
	return margin
}

// placeOf writes a position as editors and terminals know how to open it.
func placeOf(pos Position) string {
	place := visible(pos.File)
	if pos.Line > 0 {
		place += fmt.Sprintf(":%d", pos.Line)
		if pos.Column > 0 {
			place += fmt.Sprintf(":%d", pos.Column)
		}
	}
	return place
}

// summary is “2 errors, 1 warning”, each part in its colour.
func (p *textPrinter) summary(l List) string {
	var parts []string
	for s := Error; s >= Note; s-- {
		if n := l.Count(s); n > 0 {
			parts = append(parts, p.levels[s].Sprint(count(n, s.String())))
		}
	}
	return strings.Join(parts, ", ")
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
