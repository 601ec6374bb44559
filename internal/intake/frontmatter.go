package intake

import (
	"strings"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// matter is a file's front matter, and the text below it.
type matter struct {
	format string // yaml, toml or json
	text   string
	line   int // on which text starts
	body   string
	start  int // the line on which body starts
}

// cut finds front matter at the top of a text that starts on a line of the input.
func cut(text string, line int) (m matter, found, closed bool) {
	for text != "" && strings.TrimSpace(firstLine(text)) == "" {
		_, text, _ = strings.Cut(text, "\n")
		line++
	}
	open := strings.TrimRight(firstLine(text), " \t")
	end := ""
	switch open {
	case "---", "---yaml":
		m.format, end = "yaml", "---"
	case "---toml":
		m.format, end = "toml", "---"
	case "+++":
		m.format, end = "toml", "+++"
	case "---json", ";;;":
		m.format, end = "json", open[:3]
	default:
		return m, false, false
	}
	_, rest, _ := strings.Cut(text, "\n")
	m.line = line + 1
	at, n := 0, m.line
	for at <= len(rest) {
		l := firstLine(rest[at:])
		if trimmed := strings.TrimRight(l, " \t"); trimmed == end || m.format == "yaml" && trimmed == "..." {
			m.text = rest[:at]
			m.body, m.start = rest[min(at+len(l)+1, len(rest)):], n+1
			return m, true, true
		}
		at += len(l) + 1
		n++
	}
	return m, true, false
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// storiesIn splits an input into files that were put one behind the other. A line of three
// hyphens is common in texts, and front matter may be quoted in one, so only front matter
// that has both a title and a review, as stories have, begins another story.
func storiesIn(m matter) []matter {
	var out []matter
	lines := strings.SplitAfter(m.body, "\n")
	at, from := 0, m
	start := 0
	for i := 0; i < len(lines); i++ {
		if strings.TrimRight(lines[i], " \t\n") == "---" && i > 0 && strings.TrimSpace(lines[i-1]) == "" {
			if n := storyAt(lines[i:]); n > 0 {
				next, _, closed := cut(m.body[at:], m.start+i)
				if closed {
					from.body = m.body[start:at]
					out = append(out, from)
					from, start = next, len(m.body)-len(next.body)
					for ; n > 1; n-- {
						at += len(lines[i])
						i++
					}
				}
			}
		}
		at += len(lines[i])
	}
	from.body = m.body[min(start, len(m.body)):]
	return append(out, from)
}

// storyAt says how many lines the front matter of a story takes that starts with the first of them,
// or 0 if none does.
func storyAt(lines []string) int {
	title, review := false, false
	for i, line := range lines[1:min(len(lines), 200)] {
		line = strings.TrimRight(line, " \t\n")
		switch {
		case line == "---":
			if title && review {
				return i + 2
			}
			return 0
		case line == "" || strings.ContainsAny(line[:1], " #-"):
		case !strings.Contains(line, ":"):
			return 0
		}
		title = title || strings.HasPrefix(line, "title:")
		review = review || strings.HasPrefix(line, "review:")
	}
	return 0
}

// markdown reads files with front matter.
func (r *reader) markdown() []told {
	if strings.HasPrefix(strings.TrimSpace(r.text), "{") {
		return r.jsonMatter()
	}
	m, found, closed := cut(r.text, 1)
	switch {
	case !found:
		return []told{r.story(tree{}, matter{body: r.text, start: 1})}
	case !closed:
		r.fail("syntax", r.at(m.line-1, 1), "the front matter is opened here and never closed", "add a line like it after the last field")
		return nil
	}
	var out []told
	for _, m := range storiesIn(m) {
		if root, ok := r.parse(m); ok {
			out = append(out, r.story(root, m))
		}
	}
	return out
}

// parse reads front matter of any notation. What has a mistake of syntax cannot be told
// apart, so such a file is not imported.
func (r *reader) parse(m matter) (tree, bool) {
	if m.format == "json" {
		root, _, err := readJSON(m.text, m.line)
		if err != nil {
			r.fail("syntax", r.at(m.line, 1), "the front matter is not JSON: "+err.Error(), "")
		}
		return root, err == nil
	}
	parse := decode.YAML
	if m.format == "toml" {
		parse = decode.TOML
	}
	node, list := parse(decode.Document{File: r.file, Text: m.text, Line: m.line, All: r.text})
	if node == nil {
		r.list = append(r.list, list...)
		return tree{}, false
	}
	for _, d := range list {
		d.Severity = diag.Warning // the rest could be read
		r.tell(d)
	}
	root := ofNode(node)
	if !root.isMap {
		r.fail("wrong-type", r.at(m.line, 1), "the front matter has no fields", "write them as name: value")
	}
	return root, root.isMap
}

// jsonMatter reads a file that begins with JSON, as Hugo writes it.
func (r *reader) jsonMatter() []told {
	root, n, err := readJSON(r.text, 1)
	if err != nil {
		r.fail("syntax", r.at(1, 1), "the front matter is not JSON: "+err.Error(), "")
		return nil
	}
	return []told{r.story(root, matter{body: r.text[n:], start: 1 + strings.Count(r.text[:n], "\n")})}
}

// story takes a file's fields and the parts of its text as answers.
func (r *reader) story(root tree, m matter) told {
	t := told{at: r.at(max(1, m.line-1), 1), source: Markdown}
	for _, f := range root.fields {
		a := answer{heading: f.name, at: r.at(f.value.line, f.value.column)}
		if m.format != "" {
			a.line = r.line(f.value.line)
		}
		switch {
		case f.value.isList:
			a.list = true
			for _, item := range f.value.items {
				if item.isMap {
					g := group{}
					for _, sub := range item.fields {
						g = append(g, field{sub.name, sub.value.flat()})
					}
					a.groups = append(a.groups, g)
					continue
				}
				a.values = append(a.values, item.flat())
			}
		default:
			a.values = []string{f.value.flat()}
		}
		if !a.empty() {
			t.answers = append(t.answers, a)
		}
	}
	r.sections(&t, m)
	return t
}

// sections takes the text apart: the sections of a story are answers, all else stays text.
func (r *reader) sections(t *told, m matter) {
	isSection := func(h string) bool {
		q, ok := playbook.Ask(r.headings.find(h))
		return ok && q.Section
	}
	splits := func(level int, h string) (bool, bool) {
		known := isSection(h)
		return level <= 2 || known && level <= 4, known
	}
	for i, p := range outline(m.body, m.start, splits) {
		body, line := p.body()
		a := answer{heading: p.heading, values: []string{body}, at: r.at(line, 1), line: firstLine(body)}
		switch {
		case isSection(p.heading):
			t.answers = append(t.answers, a)
		case p.level == 1 && t.title == "" && (i == 1 && len(t.free) == 0):
			t.title = p.heading
			if a.heading = ""; body != "" {
				t.free = append(t.free, a)
			}
		case body != "" || p.heading != "":
			a.at = r.at(p.line, 1)
			t.free = append(t.free, a)
		}
	}
}
