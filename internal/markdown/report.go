package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/microleadership/playbook/internal/diag"
)

// report notes a mistake in src[start:stop]. Of one kind it notes so many only:
// a file that is wrong throughout needs no thousand messages.
func (p *page) report(code string, severity diag.Severity, start, stop int, text, hint string) {
	if p.count == nil {
		p.count = map[string]int{}
	}
	p.count[code]++
	if p.count[code] > MaxReports+1 {
		return
	}
	d := diag.Diagnostic{Code: code, Severity: severity, Text: text, Hint: hint}
	d.Pos, d.Source = p.position(start)
	if stop > start {
		d.Length = utf8.RuneCount(p.src[start:stop])
	}
	if p.count[code] > MaxReports {
		d.Text, d.Hint = "", ""
	}
	p.found = append(p.found, d)
}

// diagnostics returns what was reported, in reading order and once each.
func (p *page) diagnostics() diag.List {
	for i, d := range p.found {
		if d.Text == "" {
			p.found[i].Text = fmt.Sprintf("%d more of these", p.count[d.Code]-MaxReports)
		}
	}
	p.found.Sort()
	return slices.Compact(p.found)
}

// position returns the place of an offset, and the line that it is in.
func (p *page) position(offset int) (diag.Position, string) {
	if p.text == "" {
		p.text = string(p.src)
	}
	source, _, _ := strings.Cut(p.text[p.lineStart(p.lineOf(offset)):], "\n")
	return p.place(offset), source
}

// place returns the place of an offset.
func (p *page) place(offset int) diag.Position {
	line := p.lineOf(offset)
	return diag.Position{
		File:   p.file,
		Line:   p.body.Line + line,
		Column: utf8.RuneCount(p.src[p.lineStart(line):min(offset, len(p.src))]) + 1,
	}
}

func (p *page) lineStart(line int) int { return int(p.lines[line]) }

// lineOf returns the line of src that an offset is in, counted from 0.
func (p *page) lineOf(offset int) int {
	if len(p.lines) == 0 {
		p.lines = append(p.lines, 0)
		for at := 0; ; {
			end := bytes.IndexByte(p.src[at:], '\n')
			if end < 0 {
				break
			}
			at += end + 1
			p.lines = append(p.lines, int32(at)) // MaxSize is far below its largest
		}
	}
	line, found := slices.BinarySearch(p.lines, int32(min(offset, len(p.src))))
	if !found {
		line--
	}
	return line
}

// at returns where a node starts, or else the nearest node around it.
func (p *page) at(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 && n.Kind() != ast.KindHeading {
			return n.Lines().At(0).Start
		}
		if pos := n.Pos(); pos >= 0 {
			return pos
		}
	}
	return 0
}

// quote shows what an author typed in a message: short, and without characters that
// could change how the message is read.
func quote(s string) string {
	runes := []rune(s)
	cut := len(runes) > 60
	if cut {
		runes = runes[:60]
	}
	for i, r := range runes {
		if isControl(r) || r == '\n' || r == '\t' {
			runes[i] = utf8.RuneError
		}
	}
	if cut {
		runes = append(runes, '…')
	}
	return "“" + string(runes) + "”"
}
