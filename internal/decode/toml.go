package decode

import (
	"errors"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/microleadership/playbook/internal/diag"
)

// TOML parses a document. The strict parser judges it first (duplicate keys, tables
// defined twice); only then is the syntax tree read again for the positions
// that the strict one does not keep.
func TOML(d Document) (*Node, diag.List) {
	if bad := d.checkCharacters(); len(bad) > 0 {
		return nil, bad
	}
	if bad := d.tomlTooDeep(); len(bad) > 0 {
		return nil, bad
	}
	var judged map[string]any
	if err := toml.Unmarshal(d.Text, &judged); err != nil {
		return nil, diag.List{d.tomlError(err)}
	}
	t := tomlTree{Document: d, root: &Node{shape: shapeMap, pos: d.at(1, 1)}}
	t.table = t.root
	t.parser.Reset(d.Text)
	for t.parser.NextExpression() {
		t.expression(t.parser.Expression())
	}
	return t.root, nil
}

// tomlTooDeep refuses brackets nested beyond maxDepth, which the parser would follow
// by recursion. Brackets inside strings count too: no value of the model has that many.
func (d Document) tomlTooDeep() diag.List {
	depth, line := 0, 1
	for _, b := range d.Text {
		switch b {
		case '\n':
			line++
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		if depth > maxDepth {
			return diag.List{d.report("syntax", d.at(line, 1), 1, "brackets nested too deep", "")}
		}
	}
	return nil
}

func (d Document) tomlError(err error) diag.Diagnostic {
	var e *toml.DecodeError
	if !errors.As(err, &e) {
		return d.report("syntax", d.at(1, 1), 1, err.Error(), "")
	}
	line, column := e.Position()
	return d.report("syntax", d.at(line, column), 1, e.Error(), "")
}

// tomlTree builds nodes out of the parser's flat list of expressions.
type tomlTree struct {
	Document
	parser unstable.Parser
	root   *Node
	table  *Node // the table that key-values go to
}

func (t *tomlTree) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.Table:
		t.table = t.descend(t.root, e.Key(), false)
	case unstable.ArrayTable:
		t.table = t.descend(t.root, e.Key(), true)
	case unstable.KeyValue:
		t.keyValue(t.table, e)
	}
}

// descend follows a dotted key from n, making maps as needed. With appending, the last
// part names a list that gets a new map; on the way, a list means its last map.
func (t *tomlTree) descend(n *Node, key unstable.Iterator, appending bool) *Node {
	for key.Next() {
		part := key.Node()
		child := n.child(string(part.Data))
		if child == nil {
			child = &Node{shape: shapeMap, pos: t.position(part)}
			if appending && key.IsLast() {
				child.shape = shapeList
			}
			n.pairs = append(n.pairs, pair{string(part.Data), t.position(part), runeLen(string(part.Data)), child})
		}
		if child.shape == shapeList {
			if appending && key.IsLast() {
				child.items = append(child.items, &Node{shape: shapeMap, pos: t.position(part)})
			}
			child = child.items[len(child.items)-1]
		}
		n = child
	}
	return n
}

func (n *Node) child(key string) *Node {
	for _, p := range n.pairs {
		if p.key == key {
			return p.value
		}
	}
	return nil
}

func (t *tomlTree) keyValue(to *Node, e *unstable.Node) {
	key := e.Key()
	var path []*unstable.Node
	for key.Next() {
		path = append(path, key.Node())
	}
	for _, part := range path[:len(path)-1] {
		child := to.child(string(part.Data))
		if child == nil {
			child = &Node{shape: shapeMap, pos: t.position(part)}
			to.pairs = append(to.pairs, pair{string(part.Data), t.position(part), runeLen(string(part.Data)), child})
		}
		to = child
	}
	last := path[len(path)-1]
	pos := t.position(last)
	to.pairs = append(to.pairs, pair{string(last.Data), pos, runeLen(string(last.Data)), t.value(e.Value(), pos)})
}

// value converts a value; fallback is its key's place, for kinds without one of their own.
func (t *tomlTree) value(v *unstable.Node, fallback diag.Position) *Node {
	n := &Node{pos: fallback, text: string(v.Data), length: runeLen(string(v.Data))}
	if v.Raw.Length > 0 {
		n.pos = t.position(v)
	}
	switch v.Kind {
	case unstable.Array:
		n.shape, n.length = shapeList, 1
		for it := v.Children(); it.Next(); {
			n.items = append(n.items, t.value(it.Node(), n.pos))
		}
	case unstable.InlineTable:
		n.shape, n.length = shapeMap, 1
		for it := v.Children(); it.Next(); {
			t.keyValue(n, it.Node())
		}
	case unstable.Bool:
		n.shape = shapeBool
	case unstable.Integer, unstable.Float:
		n.shape = shapeNumber
	default:
		n.shape = shapeText
	}
	return n
}

// position turns a node's byte range into a line and a column.
func (t *tomlTree) position(n *unstable.Node) diag.Position {
	line, column := 1, 1
	for text := t.Text[:min(int(n.Raw.Offset), len(t.Text))]; len(text) > 0; {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return t.at(line, column)
}
