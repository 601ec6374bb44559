package check

import (
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// prose is the text of one entry as words that know their place in the file. It
// is read from the file's lines, not from the converted body, since a message must
// point at what the author typed. Its memory is used again for the next entry.
type prose struct {
	fields []fieldText
	lines  []proseLine
	words  []word
	hits   []hit
	found  bool // hits has been filled
}

// proseLine is a line of the body, or a front matter value.
type proseLine struct {
	text  string
	field string // path of the value; "" for the body
	pos   diag.Position
}

// word is a run of letters. Words are joined by an apostrophe, never by a hyphen.
type word struct {
	line       int32
	start, end int32 // byte offsets in the line
	gap        gap
	quoted     bool // said by somebody, or only mentioned
	plain      bool // has ASCII letters and digits alone; one that is not may too
}

// gap is what separates a word from the one before it.
type gap uint8

const (
	gapNone     gap = iota // a space, a hyphen, emphasis
	gapClause              // a comma or the like
	gapSentence            // the end of a sentence, item or paragraph
)

func (p *prose) text(w word) string { return p.lines[w.line].text[w.start:w.end] }

// readFile takes in the body and the front matter that readers see as sentences.
func (p *prose) readFile(e *written, t *playbook.Text, lines []string) {
	p.lines, p.words, p.hits, p.found = p.lines[:0], p.words[:0], p.hits[:0], false
	p.fields = appendSentences(p.fields[:0], e)
	for _, f := range p.fields {
		s := scanner{p: p, line: int32(len(p.lines)), gap: gapSentence}
		p.lines = append(p.lines, proseLine{f.value, f.path, t.At(f.path)})
		s.scan(f.value)
	}
	p.readBody(t, lines)
}

type fieldText struct{ path, value string }

// appendSentences adds the front matter that readers see as sentences.
func appendSentences(out []fieldText, e *written) []fieldText {
	out = append(out, fieldText{"title", e.Title}, fieldText{"summary", e.Summary})
	if e.Principle != nil {
		out = append(out, fieldText{"statement", e.Principle.Statement}, fieldText{"practice", e.Principle.Practice})
	}
	if e.Example != nil {
		out = append(out, fieldText{"act", e.Example.Act})
	}
	return out
}

// readBody reads Markdown as far as words need it: code, comments, addresses and
// quotations are known; the rest is text.
func (p *prose) readBody(t *playbook.Text, lines []string) {
	if t.Body.Line < 1 {
		return
	}
	s := scanner{p: p, gap: gapSentence}
	fence := ""
	for n := t.Body.Line; n <= len(lines); n++ {
		line := lines[n-1]
		trimmed := strings.TrimLeft(line, " \t>")
		if mark := fenceOf(trimmed); fence != "" || mark != "" {
			if fence == "" {
				fence = mark
			} else if strings.HasPrefix(mark, fence) && strings.Trim(trimmed, mark[:1]+" \t") == "" {
				fence = ""
			}
			s.endParagraph()
			continue
		}
		s.line = int32(len(p.lines))
		p.lines = append(p.lines, proseLine{text: line, pos: diag.Position{File: t.File, Line: n, Column: 1}})
		s.block(line, trimmed)
		s.scan(line)
	}
}

func fenceOf(line string) string {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return ""
	}
	for _, mark := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, mark)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}
