package decode

import (
	"strconv"
	"strings"
)

// path is the way to a value: “related[0].to”. It is written out for diagnostics only.
type path []step

// step is a field or a name (item is then -1), or an item of a list.
type step struct {
	name string
	item int
}

func (p path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case s.item >= 0:
			b.WriteString("[" + strconv.Itoa(s.item) + "]")
		case i > 0:
			b.WriteString("." + s.name)
		default:
			b.WriteString(s.name)
		}
	}
	return b.String()
}
