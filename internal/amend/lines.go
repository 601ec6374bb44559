package amend

import (
	"bytes"
	"strings"
)

// line is a line of a file, with the line break it has.
type line struct {
	text, end string
	was       string // its text before, once it is changed
	changed   bool
	added     bool
}

// split takes a file apart at \r\n, \n and \r, as decode.Normalise counts lines.
func split(file []byte) []line {
	var out []line
	for rest := string(file); rest != ""; {
		i := strings.IndexAny(rest, "\r\n")
		switch {
		case i < 0:
			return append(out, line{text: rest})
		case strings.HasPrefix(rest[i:], "\r\n"):
			out = append(out, line{text: rest[:i], end: "\r\n"})
			rest = rest[i+2:]
		default:
			out = append(out, line{text: rest[:i], end: rest[i : i+1]})
			rest = rest[i+1:]
		}
	}
	return out
}

func (d *document) bytes() []byte {
	var b bytes.Buffer
	for _, l := range d.lines {
		b.WriteString(l.text)
		b.WriteString(l.end)
	}
	return b.Bytes()
}

// changes lists the lines that differ, in the order of the file.
func (d *document) changes() []Change {
	var out []Change
	for i, l := range d.lines {
		if l.added || l.changed && l.was != l.text {
			out = append(out, Change{Line: i + 1, Before: l.was, After: l.text, Added: l.added})
		}
	}
	return out
}

// text is what stands at a place.
func (d *document) text(p place) string {
	return d.lines[d.block.Line-1+p.line].text[p.from:p.to]
}

// replace writes text over a place.
func (d *document) replace(p place, text string) []line {
	return d.rewrite(d.block.Line-1+p.line, func(old string) string { return old[:p.from] + text + old[p.to:] })
}

func (d *document) rewrite(i int, edit func(string) string) []line {
	out := append([]line(nil), d.lines...)
	l := &out[i]
	if !l.changed && !l.added {
		l.was, l.changed = l.text, true
	}
	l.text = edit(l.text)
	return out
}

// insert makes a field where there is room for it. A new line ends as the one before it does.
func (d *document) insert(r room, f Field) []line {
	i := d.block.Line - 1 + r.line
	field := d.tree.field(f.Name, f.Value)
	if r.column >= 0 {
		return d.rewrite(i, func(old string) string { return old[:r.column] + field + ", " + old[r.column:] })
	}
	out := append([]line(nil), d.lines[:i]...)
	out = append(out, line{text: r.indent + field, end: d.lines[i-1].end, added: true})
	return append(out, d.lines[i:]...)
}
