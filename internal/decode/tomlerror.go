package decode

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"github.com/microleadership/playbook/internal/diag"
)

// tomlSlips are the usual mistakes, by what the parser says of them.
var tomlSlips = []slip{
	{says: "expected '=' after key", text: "a field without =", hint: "TOML is written name = \"value\"; for name: value, put the block between lines of ---"},
	{says: "at start of value", text: "a value that is not TOML", hint: "put text in quotes: title = \"…\""},
	{says: "',' or ']'", text: "a list is not closed, or lacks a comma", hint: "write [\"one\", \"two\"]"},
	{says: "unterminated", text: "a quote is opened and never closed", hint: "close it on the same line"},
	{says: "cannot have new lines", text: "a quote is opened and never closed", hint: "close it on the same line"},
	{says: "expected newline", text: "text after the end of a value", hint: "put all of the value in one pair of quotes"},
}

func (d Document) tomlError(err error) diag.Diagnostic {
	text, hint := strings.TrimPrefix(err.Error(), "toml: "), ""
	for _, s := range tomlSlips {
		if strings.Contains(text, s.says) {
			text, hint = s.text, s.hint
			break
		}
	}
	var e *toml.DecodeError
	if !errors.As(err, &e) {
		return d.report("syntax", d.at(1, 1), 1, text, hint)
	}
	line, column := e.Position()
	return d.report("syntax", d.at(line, d.codePoints(line, column)), 1, text, hint)
}

// codePoints turns a column in bytes into one in code points.
func (d Document) codePoints(line, column int) int {
	lines := strings.Split(d.Text, "\n")
	if line < 1 || line > len(lines) {
		return column
	}
	text := lines[line-1]
	return utf8.RuneCountInString(text[:min(column-1, len(text))]) + 1
}
