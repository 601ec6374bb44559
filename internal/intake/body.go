package intake

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// section makes an answer into the text of a section. Markdown stays Markdown; headings
// move below that of the section, HTML becomes text (the site would drop it, and the words
// in it), and whatever would end the section early is disarmed. Whether that worked is not
// believed but seen: the Markdown parser reads the result, and if it still finds what may
// not be there, every mark in the text is escaped.
func section(answer string) string {
	answer = strings.Trim(answer, "\n")
	tidy := tidied(answer)
	if holds(tidy) {
		return tidy
	}
	return escaped(answer)
}

// tidied does what a careful person would.
func tidied(answer string) string {
	lines := strings.Split(answer, "\n")
	shift := 0
	var f fence
	for _, l := range lines {
		if f.read(l) || !strings.Contains(l, "#") {
			continue
		}
		if level, _ := heading(nested.ReplaceAllString(l, "")); level > 0 {
			shift = max(shift, 3-level)
		}
	}
	f = fence{}
	var out []string
	for i, l := range lines {
		if f.read(l) {
			out = append(out, l)
			continue
		}
		if i > 0 && strings.ContainsAny(l, "=-") && underline.MatchString(l) && strings.TrimSpace(lines[i-1]) != "" {
			if strings.Contains(l, "=") {
				l = strings.Replace(l, "=", `\=`, 1)
			} else {
				out = append(out, "") // so it is a rule, and not the line below a heading
			}
		}
		out = append(out, noHTML(lower(l, shift)))
	}
	if f.open() {
		out = append(out, f.mark)
	}
	return strings.Join(out, "\n")
}

var (
	nested    = regexp.MustCompile(`^(?: {0,3}(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)))+`)
	underline = regexp.MustCompile(`^[ \t>]*(?:=+|-+)[ \t]*$`)
)

// lower moves a heading down by so many levels.
func lower(line string, shift int) string {
	if shift == 0 || !strings.Contains(line, "#") {
		return line
	}
	before := nested.FindString(line)
	rest := line[len(before):]
	level, _ := heading(rest)
	if level == 0 {
		return line
	}
	at := strings.Index(rest, "#")
	return before + rest[:at] + strings.Repeat("#", min(6, level+shift)) + rest[at+level:]
}

var (
	tag      = regexp.MustCompile(`<[A-Za-z/!?]`)
	autolink = regexp.MustCompile(`^<(?:https?://[^\s<>]*|mailto:[^\s<>]*|[\w.+-]+@[\w.-]+)>`)
	code     = regexp.MustCompile("`+")
)

// noHTML escapes what begins a tag. Code and addresses in angle brackets stay.
func noHTML(line string) string {
	if !strings.Contains(line, "<") {
		return line
	}
	var b strings.Builder
	for i := 0; i < len(line); {
		switch {
		case line[i] == '\\' && i+1 < len(line):
			b.WriteString(line[i : i+2])
			i += 2
			continue
		case line[i] == '`':
			ticks := code.FindString(line[i:])
			n := len(ticks)
			if end := closing(line[i+n:], n); end >= 0 {
				n += end
			}
			b.WriteString(line[i : i+n])
			i += n
			continue
		case line[i] == '<' && tag.MatchString(line[i:min(i+2, len(line))]) && !autolink.MatchString(line[i:]):
			b.WriteByte('\\')
		}
		b.WriteByte(line[i])
		i++
	}
	return b.String()
}

// closing finds the end of a code span of so many ticks, or -1.
func closing(rest string, ticks int) int {
	for _, m := range code.FindAllStringIndex(rest, -1) {
		if m[1]-m[0] == ticks {
			return m[1]
		}
	}
	return -1
}

// maxRead is how long a text may be for the parser to look at it: what is longer than people
// write may cost it much.
const maxRead = 64 << 10

// deep says whether a line opens more blocks than anybody means.
func deep(text string) bool {
	const most = 20
	for line := range strings.Lines(text) {
		marks := 0
		for i := 0; i < len(line) && strings.IndexByte(" \t>-*+.)0123456789", line[i]) >= 0; i++ {
			if strings.IndexByte(">-*+.)", line[i]) >= 0 {
				marks++
			}
		}
		if marks > most && strings.Trim(line, " \n") != strings.Repeat(line[:1], len(strings.TrimSpace(line))) {
			return true
		}
	}
	return false
}

// blocks are CommonMark's, without what stands in a line.
var blocks = goldmark.New(goldmark.WithParser(parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithInlineParsers(util.Prioritized(parser.NewCodeSpanParser(), 100)),
)))

// holds says whether a text, as a section, has no heading as high as a section's, no HTML,
// and leaves the section behind it as it is.
func holds(answer string) bool {
	if len(answer) > maxRead || deep(answer) {
		return false
	}
	src := []byte("## a\n\n" + answer + "\n\n## b\n")
	doc := blocks.Parser().Parse(text.NewReader(src))
	high, html := 0, false
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level <= 2 {
				high++
			}
		case *ast.HTMLBlock:
			html = true
		}
		return ast.WalkContinue, nil
	})
	last, ok := doc.LastChild().(*ast.Heading)
	return high == 2 && !html && ok && last.Level == 2
}

var marks = regexp.MustCompile("[\\\\`*_{}\\[\\]()#+.!<>|~=:-]")

// escaped is a text in which no mark means anything.
func escaped(answer string) string {
	lines := strings.Split(answer, "\n")
	for i, l := range lines {
		lines[i] = marks.ReplaceAllString(strings.TrimLeft(l, " \t"), `\$0`)
	}
	return strings.Join(lines, "\n")
}
