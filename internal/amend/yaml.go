package amend

import (
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/microleadership/playbook/internal/decode"
)

// yamlTree is the fields of a block of YAML. decode has read it without a mistake, so there
// are no aliases, tags and merge keys in it.
type yamlTree struct {
	lines []string
	root  *yaml.Node // nil when there is no field
}

func readYAML(doc decode.Document) (tree, bool) {
	if _, list := decode.YAML(doc); len(list) > 0 {
		return nil, false
	}
	var root yaml.Node
	if err := yaml.Load([]byte(doc.Text), &root, yaml.WithV4Defaults()); err != nil || len(root.Content) == 0 {
		return &yamlTree{lines: strings.Split(doc.Text, "\n")}, true // comments and blank lines are no document
	}
	t := &yamlTree{strings.Split(doc.Text, "\n"), root.Content[0]}
	return t, t.root.Kind == yaml.MappingNode
}

// member is a field with its value.
type member struct{ key, value *yaml.Node }

func (t *yamlTree) members() []member {
	var out []member
	if t.root != nil {
		for pair := range slices.Chunk(t.root.Content, 2) {
			out = append(out, member{pair[0], pair[1]})
		}
	}
	return out
}

func (t *yamlTree) named(name string) []member {
	return slices.DeleteFunc(t.members(), func(m member) bool { return m.key.Kind != yaml.ScalarNode || m.key.Value != name })
}

func (t *yamlTree) value(name string) (string, bool) {
	found := t.named(name)
	if len(found) != 1 || found[0].value.Kind != yaml.ScalarNode {
		return "", false
	}
	switch v := found[0].value; v.ShortTag() {
	case "!!str", "!!timestamp":
		return v.Value, true
	}
	return "", false
}

func (t *yamlTree) place(name string) (place, error) {
	m, err := only(t.named(name), func(m member) int { return m.key.Line - 1 })
	if err != nil {
		return place{}, err
	}
	v := m.value
	refuse := func(reason string) (place, error) { return place{}, &Refused{Line: m.key.Line - 1, Reason: reason} }
	switch {
	case v.Kind != yaml.ScalarNode:
		return refuse("it has more than one value")
	case v.Anchor != "" || m.key.Anchor != "":
		return refuse("it has an anchor (&)")
	case v.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return refuse("its value is a block of text")
	case v.Value == "" && v.Style&quotes == 0:
		if p, ok := t.afterColon(m.key); ok {
			return p, nil
		}
		return refuse("it has no value on its line")
	}
	if p, ok := t.scalar(v); ok {
		return p, nil
	}
	return refuse("its value goes on over several lines")
}

const quotes = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle

// scalar is where a text stands, as it is written, if it begins and ends on one line.
func (t *yamlTree) scalar(n *yaml.Node) (place, bool) {
	i := n.Line - 1
	from := offset(t.lines[i], n.Column)
	rest := t.lines[i][from:]
	size := len(n.Value)
	if n.Style&quotes != 0 {
		size = quotedSize(rest)
	} else if !strings.HasPrefix(rest, n.Value) {
		size = 0
	}
	return place{line: i, from: from, to: from + size}, size > 0
}

// afterColon is where the value of a field without one goes.
func (t *yamlTree) afterColon(key *yaml.Node) (place, bool) {
	p, ok := t.scalar(key)
	if !ok {
		return place{}, false
	}
	rest := t.lines[p.line][p.to:]
	colon := len(rest) - len(strings.TrimLeft(rest, " \t"))
	if !strings.HasPrefix(rest[colon:], ":") {
		return place{}, false
	}
	at := p.to + colon + 1
	return place{line: p.line, from: at, to: at, lead: " "}, true
}

// rooms prefers a line behind a neighbour whose value is on one line: what others end with
// is for the parser to say, which does not.
func (t *yamlTree) rooms(f Field) []room {
	all := t.members()
	end := room{len(t.lines) - 1, -1, ""}
	if len(all) == 0 {
		if t.root == nil {
			return []room{end}
		}
		return nil
	}
	first := t.above(all[0].key)
	end.indent = first.indent
	var out []room
	for _, name := range f.After {
		for _, m := range t.named(name) {
			if t.root.Style&yaml.FlowStyle != 0 {
				out = append(out, t.above(m.key))
			} else if p, err := t.place(name); err == nil {
				out = append(out, room{p.line + 1, -1, first.indent})
			}
		}
	}
	if t.root.Style&yaml.FlowStyle == 0 {
		out = append(out, end)
	}
	return append(out, first)
}

// above is the room before a field.
func (t *yamlTree) above(key *yaml.Node) room {
	column := offset(t.lines[key.Line-1], key.Column)
	if t.root.Style&yaml.FlowStyle != 0 {
		return room{key.Line - 1, column, ""}
	}
	return room{key.Line - 1, -1, strings.Repeat(" ", column)}
}

// offset turns a column, which counts characters from 1, into one that counts bytes from 0.
func offset(line string, column int) int {
	at := 0
	for ; column > 1 && at < len(line); column-- {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	return at
}

// quotedSize is how many bytes a quoted text takes, quotes included, or 0 when it goes on
// in the next line.
func quotedSize(text string) int {
	if text == "" {
		return 0
	}
	quote := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == quote && quote == '\'' && strings.HasPrefix(text[i+1:], "'"):
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return 0
}

func (t *yamlTree) sameBut(name string, other tree) bool {
	o, ok := other.(*yamlTree)
	return ok && slices.EqualFunc(t.others(name), o.others(name), func(a, b member) bool {
		return sameNode(a.key, b.key) && sameNode(a.value, b.value)
	})
}

func (t *yamlTree) others(name string) []member {
	return slices.DeleteFunc(t.members(), func(m member) bool { return m.key.Kind == yaml.ScalarNode && m.key.Value == name })
}

// sameNode compares what is written, not where.
func sameNode(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.ShortTag() == b.ShortTag() && a.Style == b.Style && a.Value == b.Value && a.Anchor == b.Anchor &&
		slices.EqualFunc(a.Content, b.Content, sameNode)
}
