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
// maps from string to those.
//
// Codes of the diagnostics: syntax, encoding, duplicate-key, unknown-field,
// unknown-value, missing-field, empty-field, wrong-type, unsupported-yaml.
package decode

import (
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// Document is a piece of a file that holds YAML or TOML.
type Document struct {
	File string   // for positions
	Text []byte   // the piece, with \n as its only line break
	Line int      // file line on which Text starts, counted from 1
	All  []string // the lines of the whole file, for the source line of a diagnostic
}

// at turns a position within the piece into a diagnostic's.
func (d Document) at(line, column int) diag.Position {
	return diag.Position{File: d.File, Line: d.Line + max(line, 1) - 1, Column: max(column, 1)}
}

// report makes an error at a position of the file, with its source line.
func (d Document) report(code string, pos diag.Position, length int, text, hint string) diag.Diagnostic {
	out := diag.Diagnostic{Code: code, Severity: diag.Error, Pos: pos, Length: length, Text: text, Hint: hint}
	if pos.Line >= 1 && pos.Line <= len(d.All) {
		out.Source = d.All[pos.Line-1]
	}
	return out
}

// checkCharacters finds what no text file should hold, before a parser meets it
// and gives up without a position. Bidirectional overrides are refused because they
// make a line read differently from what it says.
func (d Document) checkCharacters() diag.List {
	var out diag.List
	for i, line := range strings.Split(string(d.Text), "\n") {
		column := 0
		for j, r := range line {
			column++
			what := ""
			switch {
			case r == utf8.RuneError && !strings.HasPrefix(line[j:], "\uFFFD"):
				what = "bytes that are not UTF-8"
			case r < ' ' && r != '\t', r == 0x7F:
				what = "a control character"
			case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
				what = "an invisible character that changes the direction of the text"
			}
			if what != "" {
				out = append(out, d.report("encoding", d.at(i+1, column), 1, "the line has "+what, "delete it, or save the file as UTF-8"))
				break
			}
		}
	}
	return out
}
