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
	lines  []string // all of the file
	format string   // yaml or toml
	text   string   // between the delimiters
	first  int      // file line of the first line of text
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
	text := decode.Normalise(src)
	b.lines = strings.Split(text, "\n")
	open := b.firstFilled()
	format, end := delimiter(b.lines[open])
	if format == "" {
		b.body, b.start = text, 1
		return b, diag.List{b.report("no-front-matter", open+1, "the file has no front matter", missingHint(b.lines[open]))}
	}
	b.format, b.first = format, open+2
	for i := open + 1; i < len(b.lines); i++ {
		if strings.TrimRight(b.lines[i], " \t") == end {
			b.text = strings.Join(b.lines[open+1:i], "\n")
			b.body, b.start = strings.Join(b.lines[i+1:], "\n"), i+2
			return b, nil
		}
	}
	return b, diag.List{b.report("unclosed-front-matter", open+1, "the front matter is opened here and never closed", b.unclosedHint(open, end))}
}

// firstFilled is the index of the first line that has anything on it, or 0.
func (b block) firstFilled() int {
	for i, l := range b.lines {
		if strings.TrimSpace(l) != "" {
			return i
		}
	}
	return 0
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

func (b block) unclosedHint(open int, end string) string {
	for i := open + 1; i < len(b.lines); i++ {
		switch trimmed := strings.TrimSpace(b.lines[i]); {
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
	if line <= len(b.lines) {
		d.Source = b.lines[line-1]
		d.Length = max(1, utf8.RuneCountInString(d.Source))
	}
	return d
}
