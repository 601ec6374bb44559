package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/decode"
)

// tree is a value of YAML, TOML or JSON.
type tree struct {
	text         string
	isList       bool
	isMap        bool
	items        []tree
	fields       []branch
	line, column int
}

type branch struct {
	name         string
	line, column int
	value        tree
}

// maxDepth bounds how deep JSON may nest; decode has its own bound.
const maxDepth = 32

func ofNode(n *decode.Node) tree {
	t := tree{text: n.Text(), isList: n.IsList(), isMap: n.IsMap()}
	t.line, t.column = n.Place()
	for _, item := range n.Items() {
		t.items = append(t.items, ofNode(item))
	}
	for key, value := range n.Fields() {
		t.fields = append(t.fields, branch{key.Name, key.Line, key.Column, ofNode(value)})
	}
	return t
}

// jsonReader reads JSON with the place of each value, which the library does not tell.
type jsonReader struct {
	dec  *json.Decoder
	text string
	at   int // bytes that have been counted: the place of the one behind them is line and column

	line, column int
}

var errTooDeep = errors.New("it nests too deep")

// readJSON reads the first value of a text, and returns how many bytes it took.
func readJSON(text string, firstLine int) (tree, int, error) {
	r := jsonReader{dec: json.NewDecoder(strings.NewReader(text)), text: text, line: firstLine, column: 1}
	r.dec.UseNumber()
	t, err := r.value(0)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return t, int(r.dec.InputOffset()), err
}

// place is where the next token begins.
func (r *jsonReader) place() (line, column int) {
	at := int(r.dec.InputOffset())
	for at < len(r.text) && strings.IndexByte(" \t\n,:", r.text[at]) >= 0 {
		at++
	}
	for ; r.at < at; r.at++ {
		switch {
		case r.text[r.at] == '\n':
			r.line, r.column = r.line+1, 1
		case utf8.RuneStart(r.text[r.at]):
			r.column++
		}
	}
	return r.line, r.column
}

func (r *jsonReader) value(depth int) (tree, error) {
	var t tree
	t.line, t.column = r.place()
	token, err := r.dec.Token()
	if err != nil {
		return t, err
	}
	if depth > maxDepth {
		return t, errTooDeep
	}
	switch token := token.(type) {
	case json.Delim:
		if token == '[' {
			t.isList = true
			return t, r.items(&t, depth)
		}
		t.isMap = true
		return t, r.members(&t, depth)
	case string:
		t.text = token
	case json.Number:
		t.text = token.String()
	case bool:
		t.text = map[bool]string{true: "true", false: "false"}[token]
	}
	return t, nil
}

func (r *jsonReader) items(t *tree, depth int) error {
	for r.dec.More() {
		item, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		t.items = append(t.items, item)
	}
	_, err := r.dec.Token()
	return err
}

func (r *jsonReader) members(t *tree, depth int) error {
	for r.dec.More() {
		line, column := r.place()
		key, err := r.dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string) // the decoder takes no other key
		value, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		t.fields = append(t.fields, branch{name, line, column, value})
	}
	_, err := r.dec.Token()
	return err
}

// get finds a member by name.
func (t tree) get(name string) (tree, bool) {
	for _, f := range t.fields {
		if f.name == name {
			return f.value, true
		}
	}
	return tree{}, false
}

// flat is all that is in a value, on lines.
func (t tree) flat() string {
	var b bytes.Buffer
	t.write(&b, "")
	return strings.TrimRight(b.String(), "\n")
}

func (t tree) write(b *bytes.Buffer, indent string) {
	switch {
	case t.isList:
		for _, item := range t.items {
			item.write(b, indent)
		}
	case t.isMap:
		for _, f := range t.fields {
			b.WriteString(indent + f.name + ":\n")
			f.value.write(b, indent+"  ")
		}
	default:
		b.WriteString(indent + t.text + "\n")
	}
}
