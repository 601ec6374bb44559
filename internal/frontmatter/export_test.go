package frontmatter

import (
	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/playbook"
)

// Stages are the steps of Parse, each ready to be taken again and again: find the block,
// make a tree of it, fill an entry.
func Stages(file string, kind playbook.Kind, src []byte, vocabularies map[string][]string) (splits, reads, fills func()) {
	b, _ := split(file, src)
	doc := decode.Document{File: file, Line: b.first, All: b.source}
	node, _ := tree(doc, b)
	return func() { split(file, src) },
		func() { tree(doc, b) },
		func() {
			_, targets := newEntry(kind)
			var places playbook.PlaceWriter
			decode.Into(doc, node, targets, options(kind, vocabularies), places.Add)
		}
}
