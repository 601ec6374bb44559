package decode

import (
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// Document is a piece of a file that holds YAML or TOML.
type Document struct {
	File string // for positions
	Text string // the piece, with \n as its only line break
	Line int    // file line on which Text starts, counted from 1
	All  string // the whole file, for the source line of a diagnostic

	shown *shown
}

// shown is All as diagnostics need it. A file without mistakes, as nearly all are, is
// never taken apart; one that has some is so once, because it may have as many mistakes
// as it has letters.
type shown struct {
	lines  []string
	widths []int // code points in each
}

// readable gives the document what report needs.
func (d Document) readable() Document {
	d.shown = &shown{}
	return d
}

func (s *shown) of(text string) {
	if s.lines != nil {
		return
	}
	s.lines = strings.Split(text, "\n")
	s.widths = make([]int, len(s.lines))
	for i, line := range s.lines {
		s.widths[i] = utf8.RuneCountInString(line)
	}
}

// spot is a line and a column of the file, counted from 1.
type spot struct{ line, column int32 }

// at turns a position within the piece into one of the file.
func (d Document) at(line, column int) spot {
	return spot{int32(d.Line + max(line, 1) - 1), int32(max(column, 1))}
}

// report makes an error at a position of the file, with its source line. Parsers that
// ran off the end of the document point below it; that is moved to the last line.
func (d Document) report(code string, at spot, length int, text, hint string) diag.Diagnostic {
	d.shown.of(d.All)
	line, column := int(at.line), int(at.column)
	if last := len(d.shown.lines); line > last {
		line, column = last, d.shown.widths[last-1]+1
	}
	width := d.shown.widths[line-1]
	column = min(column, width+1)
	return diag.Diagnostic{
		Code: code, Severity: diag.Error, Text: text, Hint: hint, Source: d.shown.lines[line-1],
		Pos:    diag.Position{File: d.File, Line: line, Column: column},
		Length: max(1, min(length, width-column+1)),
	}
}
