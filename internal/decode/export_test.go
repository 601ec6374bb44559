package decode

import (
	"fmt"
	"strings"
)

// BothWays reads a document twice: by the parser, and by ourselves where it is plain.
// Each tree is written out, with everything that is known of a node.
func BothWays(d Document) (parsed, plain string, isPlain bool) {
	d, unclean := d.readable().clean()
	if n, bad := parsedYAML(d); n == nil || len(bad) > 0 {
		parsed = fmt.Sprint("mistakes: ", bad)
	} else {
		parsed = n.dump("")
	}
	n, ok := plainYAML(d)
	if !ok || unclean != nil {
		return parsed, "", false
	}
	return parsed, n.dump(""), true
}

// Parsed reads a document by the parser alone, Plain without it.
func Parsed(d Document) bool {
	n, bad := parsedYAML(d.readable())
	return n != nil && bad == nil
}

func Plain(d Document) bool {
	_, ok := plainYAML(d.readable())
	return ok
}

func (n *Node) dump(indent string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q %d:%d+%d\n", n.shape, n.text, n.pos.line, n.pos.column, n.length)
	for _, item := range n.items {
		b.WriteString(indent + "- " + item.dump(indent+"  "))
	}
	for _, p := range n.pairs {
		fmt.Fprintf(&b, "%s%q %d:%d+%d: %s", indent, p.key, p.pos.line, p.pos.column, p.length, p.value.dump(indent+"  "))
	}
	return b.String()
}
