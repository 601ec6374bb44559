package decode

import "iter"

// What follows is for who reads documents that no struct describes: the front matter of
// other tools. They see what an author wrote, as text.

// Fields are the keys of a map with their values, in the order written.
func (n *Node) Fields() iter.Seq2[Key, *Node] {
	return func(yield func(Key, *Node) bool) {
		for _, p := range n.pairs {
			if !yield(Key{p.key, int(p.pos.line), int(p.pos.column)}, p.value) {
				return
			}
		}
	}
}

// Key is a key of a map, and where it stands in the file.
type Key struct {
	Name         string
	Line, Column int
}

// Items are the items of a list.
func (n *Node) Items() []*Node { return n.items }

// Text is a single value as written, unquoted; "" of lists and maps.
func (n *Node) Text() string { return n.text }

// IsList and IsMap say what a node is; one that is neither has a Text.
func (n *Node) IsList() bool { return n.shape == shapeList }

// IsMap says whether a node has Fields.
func (n *Node) IsMap() bool { return n.shape == shapeMap }

// Place is where the node stands in the file.
func (n *Node) Place() (line, column int) { return int(n.pos.line), int(n.pos.column) }
