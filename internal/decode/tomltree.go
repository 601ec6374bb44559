package decode

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/microleadership/playbook/internal/diag"
)

// tomlTree builds nodes out of the parser's flat list of expressions.
type tomlTree struct {
	Document
	parser   unstable.Parser
	cursor   cursor
	root     *Node
	table    *Node                // the table that key-values go to
	children map[tomlKey]tomlNode // every pair so far
	keys     int
	list     diag.List
}

// tomlKey names a child of a table.
type tomlKey struct {
	table *Node
	name  string
}

// tomlNode is a child, with how it came about: that decides who may add to it.
type tomlNode struct {
	*Node
	origin origin
}

type origin uint8

const (
	onTheWay origin = iota // [a.b] makes a: [a] may still follow, once
	byHeader               // [a]
	byItems                // [[a]]
	byDots                 // a.b = 1 makes a: more of a may follow in the same table
	byValue                // a = 1
)

func newTOMLTree(d Document, text []byte) *tomlTree {
	root := &Node{shape: shapeMap, pos: d.at(1, 1)}
	t := &tomlTree{Document: d, cursor: newCursor(d.Text), root: root, table: root, children: map[tomlKey]tomlNode{}}
	t.parser.Reset(text)
	return t
}

func (t *tomlTree) expression(e *unstable.Node) {
	switch e.Kind {
	case unstable.Table:
		t.table = t.header(e.Key(), byHeader)
	case unstable.ArrayTable:
		t.table = t.header(e.Key(), byItems)
	case unstable.KeyValue:
		t.keyValue(t.table, e)
	}
}

// header follows the key of a [table] or [[table]] from the root, making tables as
// needed, and returns the one that it opens. On the way, a list means its last item.
func (t *tomlTree) header(key unstable.Iterator, opens origin) *Node {
	n := t.root
	for key.Next() {
		part := key.Node()
		want := onTheWay
		if key.IsLast() {
			want = opens
		}
		child, old := t.children[tomlKey{n, string(part.Data)}]
		switch {
		case !old:
			child = t.add(n, part, want)
		case old && !mayFollow(child.origin, want):
			return t.twice(part)
		case want == byHeader:
			t.children[tomlKey{n, string(part.Data)}] = tomlNode{child.Node, byHeader}
		}
		n = child.Node
		if n.shape == shapeList {
			if want == byItems {
				t.keys++
				n.items = append(n.items, &Node{shape: shapeMap, pos: t.position(part), length: t.length(part)})
			}
			n = n.items[len(n.items)-1]
		}
	}
	return n
}

// mayFollow says whether a header may open, or pass through, what came about as old.
func mayFollow(old, want origin) bool {
	switch want {
	case byHeader:
		return old == onTheWay
	case byItems:
		return old == byItems
	}
	return old != byValue
}

func (t *tomlTree) keyValue(to *Node, e *unstable.Node) {
	for key := e.Key(); key.Next(); {
		part := key.Node()
		child, old := t.children[tomlKey{to, string(part.Data)}]
		switch {
		case old && (key.IsLast() || child.origin != byDots):
			t.twice(part)
			return
		case key.IsLast():
			t.value(t.add(to, part, byValue).Node, e.Value())
		case !old:
			child = t.add(to, part, byDots)
		}
		to = child.Node
	}
}

// add makes an empty child of a table.
func (t *tomlTree) add(to *Node, part *unstable.Node, how origin) tomlNode {
	t.keys++
	name, pos, length := string(part.Data), t.position(part), t.length(part)
	child := tomlNode{&Node{shape: shapeMap, pos: pos, length: length}, how}
	if how == byItems {
		child.shape = shapeList
	}
	to.pairs = append(to.pairs, pair{name, pos, length, child.Node})
	t.children[tomlKey{to, name}] = child
	return child
}

// twice reports a second definition and returns a table that nobody sees, for what it says.
func (t *tomlTree) twice(part *unstable.Node) *Node {
	name := string(part.Data)
	text := "“" + clip(name) + "” is given twice"
	hint := "keep one; the items of a list of tables are written [[" + clip(name) + "]]"
	t.list = append(t.list, t.report("duplicate-key", t.position(part), int(t.length(part)), text, hint))
	return &Node{shape: shapeMap, pos: t.position(part)}
}

// value fills n. An array keeps its key's place: the parser does not say where it stands.
func (t *tomlTree) value(n *Node, v *unstable.Node) {
	n.text = string(v.Data)
	if v.Raw.Length > 0 {
		n.pos, n.length = t.position(v), t.length(v)
	}
	switch v.Kind {
	case unstable.Array:
		n.shape = shapeList
		for it := v.Children(); it.Next(); {
			item := &Node{pos: n.pos, shape: shapeMap}
			t.value(item, it.Node())
			n.items = append(n.items, item)
		}
	case unstable.InlineTable:
		n.shape = shapeMap
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
}

// position turns a node's byte range into a line and a column.
func (t *tomlTree) position(n *unstable.Node) spot {
	return t.at(t.cursor.toOffset(int(n.Raw.Offset)))
}

// length counts the code points of a node as written, quotes included.
func (t *tomlTree) length(n *unstable.Node) int32 { return runeLen(string(t.parser.Raw(n.Raw))) }
