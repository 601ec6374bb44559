package amend

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/microleadership/playbook/internal/decode"
)

// tomlTree is the fields of a block of TOML, as far as they stand before the first table.
type tomlTree struct {
	text   string
	fields []tomlField
	said   map[string]any // all of it, only to be compared
}

// tomlField is a field of the top level, or part of one: a.b = 1 is of a.
type tomlField struct {
	name  string
	whole bool // it is a field, with its value on one line
	value unstable.Range
	last  int // line on which it ends
	table bool
}

func readTOML(doc decode.Document) (tree, bool) {
	if _, list := decode.TOML(doc); len(list) > 0 {
		return nil, false
	}
	t := &tomlTree{text: doc.Text}
	if err := toml.Unmarshal([]byte(doc.Text), &t.said); err != nil {
		return nil, false
	}
	text := slices.Clip([]byte(doc.Text)) // the parser finds its place by capacities
	var p unstable.Parser
	p.Reset(text)
	table := false
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = true
			key := e.Key()
			key.Next()
			t.fields = append(t.fields, tomlField{name: string(key.Node().Data), last: t.lineOf(int(key.Node().Raw.Offset)), table: true})
		case unstable.KeyValue:
			if !table {
				t.fields = append(t.fields, t.read(e))
			}
		}
	}
	return t, true
}

func (t *tomlTree) read(e *unstable.Node) tomlField {
	key, v := e.Key(), e.Value()
	key.Next()
	f := tomlField{name: string(key.Node().Data), value: v.Raw}
	start := key.Node().Raw.Offset
	f.last = t.lineOf(int(max(start, e.Raw.Offset+e.Raw.Length) - 1))
	f.whole = key.IsLast() && v.Kind != unstable.InlineTable && v.Kind != unstable.Array && v.Raw.Length > 0 &&
		!strings.Contains(t.raw(v.Raw), "\n")
	return f
}

func (t *tomlTree) raw(r unstable.Range) string { return t.text[r.Offset : r.Offset+r.Length] }

// lineOf counts lines from 0.
func (t *tomlTree) lineOf(offset int) int { return strings.Count(t.text[:offset], "\n") }

func (t *tomlTree) value(name string) (string, bool) {
	switch v := t.said[name].(type) {
	case string:
		return v, true
	case toml.LocalDate:
		return v.String(), true
	}
	return "", false
}

func (t *tomlTree) named(name string) []tomlField {
	return slices.DeleteFunc(slices.Clone(t.fields), func(f tomlField) bool { return f.name != name })
}

func (t *tomlTree) place(name string) (place, error) {
	found := t.named(name)
	switch {
	case len(found) == 0:
		return place{}, errAbsent
	case found[0].table:
		return place{}, &Refused{Line: found[0].last, Reason: "it is a table"}
	case !found[0].whole:
		return place{}, &Refused{Line: found[0].last, Reason: "its value is more than a text on one line"}
	}
	from := int(found[0].value.Offset)
	start := strings.LastIndex(t.text[:from], "\n") + 1
	return place{line: t.lineOf(from), from: from - start, to: from - start + int(found[0].value.Length)}, nil
}

// rooms are all before the first table, which everything behind it belongs to.
func (t *tomlTree) rooms(f Field) []room {
	var out []room
	last := 0
	for _, field := range t.fields {
		if !field.table {
			last = field.last + 1
		}
	}
	for _, name := range f.After {
		for _, n := range t.named(name) {
			if !n.table {
				out = append(out, room{n.last + 1, -1, ""})
			}
		}
	}
	return append(out, room{last, -1, ""})
}

func (t *tomlTree) sameBut(name string, other tree) bool {
	o, ok := other.(*tomlTree)
	if !ok {
		return false
	}
	a, b := maps.Clone(t.said), maps.Clone(o.said)
	delete(a, name)
	delete(b, name)
	return len(a) == len(b) && (len(a) == 0 || reflect.DeepEqual(a, b))
}
