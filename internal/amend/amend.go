// Package amend changes single fields of a file's front matter, in place.
//
// A file belongs to whoever wrote it: comments, the order of fields, quotes, spacing, line
// breaks and the body stay, byte for byte. Decoding and encoding again would lose all of
// that, so the parsers are only asked where a value stands, and the line is edited.
//
// What Set returns has been read again, and says the same as before but for the fields
// that were set. Where that cannot be had by editing single lines, Set refuses: an alias
// that is lost, or a field that moves into a block of text, would be worse than having
// to edit the line by hand.
package amend

import (
	"errors"
	"fmt"

	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/frontmatter"
)

// Field is a field of the top level and the value that it is to have: a text, or a day.
type Field struct {
	Name, Value string

	// After names fields beside which it belongs. When the file does not have it yet, it
	// goes behind the first of these that the file has, or else to the end.
	After []string
}

// Change is a line that differs from before.
type Change struct {
	Line   int // in the file as it is now, counted from 1
	Before string
	After  string
	Added  bool // there was no such line; Before is ""
}

// ErrUnreadable is a file whose front matter is missing or has mistakes of syntax.
var ErrUnreadable = errors.New("the front matter cannot be read")

// Refused is a field that cannot be set by editing its line.
type Refused struct {
	Name   string
	Line   int // of the file, or 0 when the field has none
	Reason string
}

func (r *Refused) Error() string { return fmt.Sprintf("cannot set “%s”: %s", r.Name, r.Reason) }

// Set returns the file with the fields set, and the lines that changed. A field that has
// its value already stays as it is.
func Set(file []byte, fields ...Field) ([]byte, []Change, error) {
	d, err := open(file)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range fields {
		if d, err = d.set(f); err != nil {
			return nil, nil, err
		}
	}
	return d.bytes(), d.changes(), nil
}

// document is a file whose front matter has been read.
type document struct {
	lines []line
	block frontmatter.Block
	tree  tree
}

// tree is what the parser of a format knows of a front matter.
type tree interface {
	// place says where the value of a field stands, and how it is written there.
	place(name string) (place, error)
	// rooms are the places at which a field can be added, the best first.
	rooms(f Field) []room
	// field is a field with its value, as this format writes them.
	field(name, value string) string
	// write is a value, written like the one that stood there.
	write(value, like string) string
	// value is that of a field, if it is a text or a day.
	value(name string) (string, bool)
	// sameBut says whether another says the same, but for one field.
	sameBut(name string, other tree) bool
}

// place is a piece of a line.
type place struct {
	line     int    // of the block, counted from 0
	from, to int    // bytes of the line
	lead     string // what parts a value from the name before it, where nothing stood yet
}

// room is a place for a field that is not there yet: in a line of its own, which becomes
// the line of this number, or before what stands at a byte of it.
type room struct {
	line   int
	column int // -1 for a line of its own
	indent string
}

func open(file []byte) (*document, error) {
	b, ok := frontmatter.Locate(file)
	if !ok {
		return nil, ErrUnreadable
	}
	doc := decode.Document{Text: b.Text, Line: b.Line, All: decode.Normalise(file)}
	read := readYAML
	if b.Format == "toml" {
		read = readTOML
	}
	t, ok := read(doc)
	if !ok {
		return nil, ErrUnreadable
	}
	return &document{split(file), b, t}, nil
}

func (d *document) set(f Field) (*document, error) {
	if now, ok := d.tree.value(f.Name); ok && now == f.Value {
		return d, nil
	}
	p, err := d.tree.place(f.Name)
	if refused := (*Refused)(nil); errors.As(err, &refused) {
		return nil, &Refused{f.Name, d.block.Line + refused.Line, refused.Reason}
	}
	if err == nil {
		if next, ok := d.try(f, d.replace(p, p.lead+d.tree.write(f.Value, d.text(p)))); ok {
			return next, nil
		}
		return nil, &Refused{f.Name, d.block.Line + p.line, "its line would be read in another way"}
	}
	for _, r := range d.tree.rooms(f) {
		if next, ok := d.try(f, d.insert(r, f)); ok {
			return next, nil
		}
	}
	return nil, &Refused{f.Name, 0, "there is no place for another field"}
}

// try reads what an edit has made, and says whether that was all it did.
func (d *document) try(f Field, lines []line) (*document, bool) {
	next := &document{lines: lines}
	now, err := open(next.bytes())
	if err != nil || !d.tree.sameBut(f.Name, now.tree) {
		return nil, false
	}
	if value, ok := now.tree.value(f.Name); !ok || value != f.Value {
		return nil, false
	}
	next.block, next.tree = now.block, now.tree
	return next, true
}

// errAbsent is a field that the file does not have.
var errAbsent = errors.New("absent")

// only returns the one that there is, or why there is none.
func only[T any](found []T, line func(T) int) (T, error) {
	switch len(found) {
	case 0:
		var none T
		return none, errAbsent
	case 1:
		return found[0], nil
	}
	return found[1], &Refused{Line: line(found[1]), Reason: "it is given twice"}
}
