package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// warn reports the table's phrases in the entry. where says which of the entry's
// texts the rule reads: the path of a front matter value, or "" for the body.
func (f *file) warn(t *phraseTable, hint string, where func(field string) bool) {
	p := f.words()
	for _, h := range p.hitsOf(t) {
		if line := p.lines[p.words[h.first].line]; where(line.field) {
			f.phrase(p, h, hint)
		}
	}
}

func anywhere(string) bool { return true }

func (f *file) phrase(p *prose, h hit, hint string) {
	first, last := p.words[h.first], p.words[h.last]
	line := p.lines[first.line]
	end := last.end
	if last.line != first.line {
		end = int32(len(strings.TrimRight(line.text, " "))) // the rest of the phrase stands on the next line
	}
	pos := line.pos
	if line.field == "" {
		pos.Column = columnAt(line.text, first.start)
	}
	f.report(pos, line.text[first.start:end], fmt.Sprintf("“%s” %s", p.said(h), h.reason), hint)
}

// said joins the words of a hit as they were typed.
func (p *prose) said(h hit) string {
	var parts []string
	for _, w := range p.words[h.first : h.last+1] {
		parts = append(parts, p.text(w))
	}
	return strings.Join(parts, " ")
}

// columnAt counts the code points before a byte offset.
func columnAt(line string, offset int32) int { return utf8.RuneCountInString(line[:offset]) + 1 }

// phraseRule is a warning about words. applies says of which entries.
func phraseRule(r diag.Rule, t *phraseTable, hint string, applies func(*file) bool) rule {
	return rule{Rule: r, own: func(f *file) {
		if applies(f) {
			f.warn(t, hint, anywhere)
		}
	}}
}
