package intake

import (
	"regexp"
	"strings"
)

// part is a heading with the lines below it, up to the next one that counts.
type part struct {
	heading string
	level   int // 0 above the first heading
	line    int // of the heading, or of the first line of text
	text    []string
}

var atx = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)

// heading reads a line as a heading.
func heading(line string) (level int, text string) {
	if !strings.Contains(line, "#") {
		return 0, ""
	}
	m := atx.FindStringSubmatch(line)
	if m == nil {
		return 0, ""
	}
	return len(m[1]), strings.TrimSpace(m[2])
}

// outline splits a text at the headings that splits says yes to. What asks for a part of a
// story splits wherever it stands: a block of code that somebody forgot to close must not
// swallow the answers below it. Other headings in code are code.
func outline(text string, first int, splits func(level int, text string) (yes, always bool)) []part {
	parts := []part{{line: first}}
	var f fence
	for i, line := range strings.Split(text, "\n") {
		level, title := heading(line)
		if level > 0 {
			if yes, always := splits(level, title); yes && (always || !f.open()) {
				parts = append(parts, part{heading: title, level: level, line: first + i})
				f = fence{}
				continue
			}
		}
		f.read(line)
		last := &parts[len(parts)-1]
		last.text = append(last.text, line)
	}
	return parts
}

// body is the text of a part without the empty lines around it, and the line that it starts on.
func (p part) body() (text string, line int) {
	from, to := 0, len(p.text)
	for from < to && strings.TrimSpace(p.text[from]) == "" {
		from++
	}
	for to > from && strings.TrimSpace(p.text[to-1]) == "" {
		to--
	}
	line = p.line + from
	if p.level > 0 {
		line++
	}
	return strings.Join(p.text[from:to], "\n"), line
}

// fence knows whether lines are in a block of code.
type fence struct{ mark string }

func (f *fence) open() bool { return f.mark != "" }

var fenceLine = regexp.MustCompile("^ {0,3}(`{3,}|~{3,})(.*)$")

// read takes the next line into account, and says whether it is code or borders on it.
func (f *fence) read(line string) bool {
	inside := f.open()
	if !strings.Contains(line, "```") && !strings.Contains(line, "~~~") {
		return inside
	}
	m := fenceLine.FindStringSubmatch(line)
	switch {
	case m == nil:
		return inside
	case !inside && (m[1][0] == '~' || !strings.Contains(m[2], "`")):
		f.mark = m[1]
		return true
	case inside && m[1][0] == f.mark[0] && len(m[1]) >= len(f.mark) && strings.TrimSpace(m[2]) == "":
		f.mark = ""
	}
	return inside
}
