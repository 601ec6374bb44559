package decode

import (
	"reflect"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
)

// Options are what a decoder must know besides the document.
type Options struct {
	Vocabularies map[string][]string // values of the fields tagged vocab
	Keys         map[string][]string // keys that a map field may have, by field name; any when absent
	Required     []string            // fields of the top level that are required here, whatever their tag says
	Elsewhere    map[string]string   // hints for fields that other tools know, by their name there
}

// fields lists the fields of a struct at the top level.
func (o Options) fields(t reflect.Type) []Field {
	list := slices.Clone(fieldsOf(t))
	for i := range list {
		list[i].Required = list[i].Required || slices.Contains(o.Required, list[i].Name)
	}
	return list
}

// within is what holds below the top level.
func (o Options) within() Options {
	o.Required, o.Elsewhere = nil, nil
	return o
}

// Found is told where a value stands: parents before what is in them, and all in the
// order of the file. depth counts from 0 at the top level; an item of a list has no name.
type Found func(depth int, name string, line, column int)

// Into reads a document into the structs that targets point to, which share its
// top level: each key belongs to the first target that has it. It tells found of each
// value, and returns every mistake.
//
// A value with a mistake leaves its field as it was; the rest is still read.
func Into(d Document, root *Node, targets []any, opts Options, found Found) diag.List {
	r := reader{Document: d.readable(), Options: opts, found: found}
	groups := make([]group, len(targets))
	for i, t := range targets {
		value := reflect.ValueOf(t).Elem()
		groups[i] = group{fieldsOf(value.Type()), value}
	}
	if root.shape != shapeMap {
		r.fail("wrong-type", root, "expected fields (name: value), found "+root.shape.String(), "start with a field: title: …")
		return r.list
	}
	r.groups(root, groups, r.at(0, 1))
	return r.list
}

type reader struct {
	Document
	Options
	path  path
	found Found
	list  diag.List
}

func (r *reader) fail(code string, n *Node, text, hint string) {
	r.list = append(r.list, r.report(code, n.pos, int(n.length), text, hint))
}

// failKey reports the key of a pair.
func (r *reader) failKey(code string, p pair, text, hint string) {
	r.list = append(r.list, r.report(code, p.pos, int(p.length), text, hint))
}

// of names a field of the group that is being read.
func (r *reader) of(name string) string {
	return append(r.path[:len(r.path):len(r.path)], step{name, -1}).String()
}

// value reads one node into one field or list item, a step further on the path.
func (r *reader) value(s step, f Field, as *form, n *Node, to reflect.Value, key spot) {
	if n.shape == shapeNull && n.text == "" {
		n.pos, n.length = key, runeLen(f.Name)
	}
	r.found(len(r.path), s.name, int(n.pos.line), int(n.pos.column))
	r.path = append(r.path, s)
	switch {
	case n.shape == shapeRefused:
	case as.scalar():
		r.scalar(f, as, n, to)
	case as.takes == takesList:
		r.slice(f, as, n, to)
	case as.takes == takesDictionary:
		r.dictionary(f, as, n, to)
	case n.shape == shapeMap:
		r.groups(n, []group{{as.fields, to}}, n.pos)
	case n.shape != shapeNull || f.Required:
		r.fail("wrong-type", n, "“"+r.path.String()+"” needs fields, found "+n.shape.String(), as.hint())
	}
	r.path = r.path[:len(r.path)-1]
}

func (r *reader) slice(f Field, as *form, n *Node, to reflect.Value) {
	switch {
	case n.shape == shapeNull, n.shape == shapeList && len(n.items) == 0:
		if f.Required {
			r.fail("empty-field", n, "“"+r.path.String()+"” is empty", lowerFirst(f.Doc))
		}
		return
	case n.shape != shapeList:
		r.fail("wrong-type", n, "“"+r.path.String()+"” is a list, found "+n.shape.String(), listHint(f, n, as.item))
		return
	}
	list := reflect.MakeSlice(to.Type(), len(n.items), len(n.items))
	f.Required = true // an item that says nothing is a slip
	for i, item := range n.items {
		r.value(step{item: i}, f, as.item, item, list.Index(i), item.pos)
	}
	to.Set(list)
}

func (r *reader) dictionary(f Field, as *form, n *Node, to reflect.Value) {
	if n.shape == shapeNull {
		return
	}
	if n.shape != shapeMap {
		r.fail("wrong-type", n, "“"+r.path.String()+"” needs fields, found "+n.shape.String(), "")
		return
	}
	out := reflect.MakeMap(to.Type())
	known, closedKeys := r.Keys[f.Name]
	for _, p := range n.pairs {
		key := reflect.ValueOf(p.key)
		if out.MapIndex(key).IsValid() {
			r.failKey("duplicate-key", p, "“"+clip(p.key)+"” is given twice", "keep one")
			continue
		}
		if closedKeys && !slices.Contains(known, p.key) {
			r.failKey("unknown-field", p, "unknown name “"+clip(p.key)+"” in “"+r.path.String()+"”", diag.DidYouMean(p.key, known))
			continue
		}
		item := reflect.New(to.Type().Elem()).Elem()
		f := f
		f.Name, f.Required = p.key, true // a name without a value is a slip
		before := len(r.list)
		r.value(step{p.key, -1}, f, as.item, p.value, item, p.pos)
		if len(r.list) == before {
			out.SetMapIndex(key, item)
		}
	}
	to.Set(out)
}
