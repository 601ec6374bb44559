package decode

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/microleadership/playbook/internal/diag"
)

// slip is a usual mistake: how the parser complains of it, and what we say instead.
type slip struct {
	says  string
	text  string // the parser's own words unless set
	hint  string
	place place
}

// place says where a mistake is shown.
type place uint8

const (
	gaveUp  place = iota // where the parser stopped
	began                // where what it was reading began
	ranOver              // where that began, if the parser only stopped in a later field
)

const quoteIt = "put the value in quotes: title: \"One: two\""

var slips = []slip{
	{"mapping values are not allowed", "a colon inside a value", quoteIt, gaveUp},
	{"unexpected end of stream", "a quote is opened and never closed", "close it on the same line", began},
	{"unexpected document indicator", "a quote is opened and never closed", "close it on the same line", began},
	{"expected ',' or ']'", "a list is opened with [ and not closed, or lacks a comma", "write [one, two]", ranOver},
	{"expected ',' or '}'", "fields are opened with { and not closed, or lack a comma", "write {to: some-entry, rel: see-also}", ranOver},
	{"expected ':'", "a line without a colon", "write name: value; a value may go on in lines that are indented", began},
	{"did not find expected key", "this is neither a field nor part of the value before it", "indent it like its neighbours, or put the whole value in quotes", gaveUp},
	{"did not find expected '-' indicator", "this is not an item of the list before it", "indent all items alike, each with a hyphen", gaveUp},
	{"unknown anchor", "* starts an alias, and aliases are not supported here", quoteIt, gaveUp},
	{"alphabetic or numeric", "& and * have a meaning of their own at the start of a value", quoteIt, gaveUp},
	{"block sequence entries are not", "a list cannot start on the line of its field", "start it on the next line, or put the value in quotes", gaveUp},
	{"expected comment or line break", "text behind a sign that starts a block", quoteIt, gaveUp},
	{"cannot start any token", "", "indent with spaces; put values that start with a special character in quotes", gaveUp},
	{"tab", "", "indent with spaces", gaveUp},
	{"depth", fmt.Sprintf("nested deeper than %d levels", maxDepth), "", gaveUp},
}

// yamlError gives the parser's complaint its place in the file and, for the usual
// slips, the way out.
func (d Document) yamlError(err error) diag.Diagnostic {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		return d.report("syntax", d.at(1, 1), 1, strings.TrimPrefix(err.Error(), "yaml: "), "")
	}
	if strings.Contains(e.Message, "expected single document") {
		return d.report("syntax", d.at(d.secondDocument(), 1), len("---"), "more than one YAML document", "remove the line “...” or “---”")
	}
	lines := strings.Split(d.Text, "\n")
	if at := e.Mark.Line; at >= 1 && at <= len(lines) && strings.HasPrefix(lines[at-1], "%") {
		return d.report("syntax", d.at(at, 1), 1, "a line that starts with % is for the parser, not for a playbook", "remove it")
	}
	text, hint, mark := e.Message, "", e.Mark
	for _, s := range slips {
		if strings.Contains(e.Message, s.says) {
			text, hint = s.text, s.hint
			if s.place == began || s.place == ranOver && inLaterField(lines, e) {
				mark = e.ContextMark
			}
			break
		}
	}
	if text == "" {
		text = e.Message
	}
	return d.report("syntax", d.at(mark.Line, mark.Column), 1, text, hint)
}

// inLaterField says whether the parser gave up in a later field than the one with the
// mistake: what was opened on one line had not ended when one came that is not indented.
func inLaterField(lines []string, e *yaml.LoadError) bool {
	if e.ContextMark.Line < 1 || e.Mark.Line <= e.ContextMark.Line {
		return false
	}
	return e.Mark.Line > len(lines) || !strings.HasPrefix(lines[e.Mark.Line-1], " ")
}

// secondDocument finds the line that starts another document: the first marker behind
// anything but comments, directives and the marker of the first.
func (d Document) secondDocument() int {
	begun := false
	for i, line := range strings.Split(d.Text, "\n") {
		word, _, _ := strings.Cut(line, " ")
		switch marker := word == "---" || word == "..."; {
		case marker && begun:
			return i + 1
		case strings.TrimSpace(line) != "" && line[0] != '#' && line[0] != '%':
			begun = true
		}
	}
	return 1
}
