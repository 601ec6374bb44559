// Package decode reads the YAML or TOML that an author typed into the structs of
// the domain, strictly, and says where each mistake stands.
//
// It exists because front matter and playbook.yaml need the same three things,
// which no decoder gives together: every mistake of a document in one run (not
// the first only), positions as lines and columns of the file, and one list of
// fields from which decoder and JSON Schema are both made. So the maintained
// parsers (go.yaml.in/yaml/v4, pelletier/go-toml) do the syntax and yield a Node
// tree; Into walks that tree against the structs' tags.
//
// The tags, on any struct:
//
//	field:"name" or field:"name,required"   the key an author types
//	doc:"One sentence."                     what editors show
//	vocab:"toward"                          values come from that vocabulary
//
// Field types: string, bool, int; string types with a Values method (closed
// sets); types with UnmarshalText (dates, periods); structs; slices of those; and
// maps from string to those. A field without a value (tags:) is as good as absent.
//
// Codes of the diagnostics: syntax, encoding, duplicate-key, unknown-field,
// unknown-value, missing-field, empty-field, wrong-type, unsupported-yaml.
package decode

import (
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// Document is a piece of a file that holds YAML or TOML.
type Document struct {
	File string   // for positions
	Text []byte   // the piece, with \n as its only line break
	Line int      // file line on which Text starts, counted from 1
	All  []string // the lines of the whole file, for the source line of a diagnostic

	widths []int // code points in each line of All; report needs them once measured
}

// at turns a position within the piece into a diagnostic's.
func (d Document) at(line, column int) diag.Position {
	return diag.Position{File: d.File, Line: d.Line + max(line, 1) - 1, Column: max(column, 1)}
}

// measured counts the lines' code points once, because a file may have as many
// mistakes as it has letters.
func (d Document) measured() Document {
	d.widths = make([]int, len(d.All))
	for i, line := range d.All {
		d.widths[i] = utf8.RuneCountInString(line)
	}
	return d
}

// report makes an error at a position of the file, with its source line. Parsers that
// ran off the end of the document point below it; that is moved to the last line.
func (d Document) report(code string, pos diag.Position, length int, text, hint string) diag.Diagnostic {
	if last := len(d.All); last > 0 {
		if pos.Line > last {
			pos.Line, pos.Column = last, d.widths[last-1]+1
		}
		width := d.widths[pos.Line-1]
		pos.Column = min(pos.Column, width+1)
		length = max(1, min(length, width-pos.Column+1))
	}
	out := diag.Diagnostic{Code: code, Severity: diag.Error, Pos: pos, Length: length, Text: text, Hint: hint}
	if len(d.All) > 0 {
		out.Source = d.All[pos.Line-1]
	}
	return out
}
