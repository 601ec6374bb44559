package frontmatter

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
)

// block is a file taken apart.
type block struct {
	file   string
	source string // all of the file, with \n as its only line break
	format string // yaml or toml
	text   string // between the delimiters: no line, or lines that all end in \n
	first  int    // file line of the first line of text
	body   string
	start  int // file line of the first line of the body
}

// split finds the front matter. Delimiters are whole lines without indentation, so a
// --- inside a block scalar, which YAML always indents, does not end it.
func split(file string, src []byte) (block, diag.List) {
	b := block{file: file}
	if bytes.HasPrefix(src, []byte("\xFF\xFE")) || bytes.HasPrefix(src, []byte("\xFE\xFF")) {
		return b, diag.List{b.report("encoding", 1, "the file is UTF-16", "save it as UTF-8")}
	}
	b.source = decode.Normalise(src)
	at, number := firstFilled(b.source)
	open := lineAt(b.source, at)
	format, end := delimiter(open)
	if format == "" {
		b.body, b.start = b.source, 1
		return b, diag.List{b.report("no-front-matter", number, "the file has no front matter", missingHint(open))}
	}
	b.format, b.first = format, number+1
	from := at + len(open) + 1
	for at, n := from, b.first; at <= len(b.source); n++ {
		line := lineAt(b.source, at)
		if strings.TrimRight(line, " \t") == end {
			b.text = b.source[from:at]
			b.body, b.start = b.source[min(at+len(line)+1, len(b.source)):], n+1
			return b, nil
		}
		at += len(line) + 1
	}
	rest := b.source[min(from, len(b.source)):]
	return b, diag.List{b.report("unclosed-front-matter", number, "the front matter is opened here and never closed", unclosedHint(rest, end))}
}

// lineAt returns the line of text that starts at an offset.
func lineAt(text string, at int) string {
	line, _, _ := strings.Cut(text[at:], "\n")
	return line
}

// firstFilled finds the first line that has anything on it, or else the first: where it
// starts, and its number.
func firstFilled(text string) (at, number int) {
	for line := range strings.Lines(text) {
		number++
		if strings.TrimSpace(line) != "" {
			return at, number
		}
		at += len(line)
	}
	return 0, 1
}

// delimiter tells which format a line opens, and which line closes it.
func delimiter(line string) (format, end string) {
	switch strings.TrimRight(line, " \t") {
	case "---", "---yaml":
		return "yaml", "---"
	case "---toml":
		return "toml", "---"
	case "+++":
		return "toml", "+++"
	}
	return "", ""
}

func missingHint(line string) string {
	trimmed := strings.TrimSpace(line)
	switch {
	case strings.HasPrefix(trimmed, "{"), strings.HasPrefix(trimmed, ";;;"), strings.HasPrefix(trimmed, "---json"):
		return "JSON front matter is not read; write YAML between two lines of ---"
	case len(trimmed) > 3 && strings.Trim(trimmed, "-") == "":
		return "the opening line is exactly three hyphens: ---"
	case trimmed == "---" || trimmed == "+++":
		return "remove the spaces before " + trimmed
	}
	return "start the file with fields between two lines of ---; playbook new shows how"
}

// unclosedHint looks for what may have been meant as the closing line.
func unclosedHint(rest, end string) string {
	for line := range strings.Lines(rest) {
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "...":
			return "close it with " + end + ", not with ..."
		case trimmed == end:
			return "remove the spaces before the closing " + end
		}
	}
	return "add a line " + end + " after the last field"
}

// report makes an error at a whole line.
func (b block) report(code string, line int, text, hint string) diag.Diagnostic {
	d := diag.Diagnostic{
		Code: code, Severity: diag.Error, Text: text, Hint: hint,
		Pos: diag.Position{File: b.file, Line: line, Column: 1}, Length: 1,
	}
	if lines := strings.Split(b.source, "\n"); line <= len(lines) {
		d.Source = lines[line-1]
		d.Length = max(1, utf8.RuneCountInString(d.Source))
	}
	return d
}
