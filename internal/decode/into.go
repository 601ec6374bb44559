package decode

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

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
	list := fieldsOf(t)
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

// Into reads a document into the structs that targets point to, which share its
// top level: each key belongs to the first target that has it. It returns where
// each value stands, by path (“related[0].to”), and every mistake.
//
// A value with a mistake leaves its field as it was; the rest is still read.
func Into(d Document, root *Node, targets []any, opts Options) (map[string]diag.Position, diag.List) {
	r := reader{Document: d.measured(), Options: opts, fields: map[string]diag.Position{}}
	values := make([]reflect.Value, len(targets))
	for i, t := range targets {
		values[i] = reflect.ValueOf(t).Elem()
	}
	if root.shape != shapeMap {
		r.fail("wrong-type", root, "expected fields (name: value), found "+root.shape.String(), "start with a field: title: …")
		return r.fields, r.list
	}
	r.group("", root, values, r.at(0, 1))
	return r.fields, r.list
}

type reader struct {
	Document
	Options
	fields map[string]diag.Position
	list   diag.List
}

func (r *reader) fail(code string, n *Node, text, hint string) {
	r.list = append(r.list, r.report(code, n.pos, n.length, text, hint))
}

// group reads a map into structs. missing is where a missing field is reported.
func (r *reader) group(path string, n *Node, targets []reflect.Value, missing diag.Position) {
	type slot struct {
		Field
		value reflect.Value
	}
	slots := map[string]slot{}
	var names []string
	opts := r.Options
	if path != "" {
		opts = opts.within()
	}
	for _, t := range targets {
		for _, f := range opts.fields(t.Type()) {
			slots[f.Name] = slot{f, t.Field(f.index)}
			names = append(names, f.Name)
		}
	}
	seen := map[string]diag.Position{}
	for _, p := range n.pairs {
		at := &Node{pos: p.pos, length: p.length}
		s, known := slots[p.key]
		if first, twice := seen[p.key]; twice {
			r.fail("duplicate-key", at, fmt.Sprintf("“%s” is given twice", p.key), fmt.Sprintf("the first stands on line %d; keep one", first.Line))
			continue
		}
		seen[p.key] = p.pos
		if !known {
			r.fail("unknown-field", at, "unknown field “"+clip(p.key)+"”", opts.unknownHint(p.key, names))
			continue
		}
		r.value(join(path, p.key), s.Field, p.value, s.value, p.pos)
	}
	for _, name := range names {
		if _, ok := seen[name]; slots[name].Required && !ok {
			r.list = append(r.list, r.report("missing-field", missing, 1, "“"+join(path, name)+"” is missing", lowerFirst(slots[name].Doc)))
		}
	}
}

func (o Options) unknownHint(key string, names []string) string {
	if hint, ok := o.Elsewhere[key]; ok {
		return hint
	}
	if near := diag.Nearest(clip(key), names); near != "" {
		return "did you mean “" + near + "”?"
	}
	return "remove it; playbook schema lists the fields there are"
}

// value reads one node into one field or list item.
func (r *reader) value(path string, f Field, n *Node, to reflect.Value, key diag.Position) {
	r.fields[path] = n.pos
	if n.shape == shapeNull && n.text == "" {
		n.pos, n.length = key, runeLen(f.Name)
		r.fields[path] = key
	}
	switch t := to.Type(); {
	case n.shape == shapeRefused:
	case isScalar(t):
		r.scalar(path, f, n, to)
	case t.Kind() == reflect.Slice:
		r.slice(path, f, n, to)
	case t.Kind() == reflect.Map:
		r.dictionary(path, f, n, to)
	case n.shape == shapeMap:
		r.group(path, n, []reflect.Value{to}, n.pos)
	case n.shape != shapeNull || f.Required:
		r.fail("wrong-type", n, "“"+path+"” needs fields, found "+n.shape.String(), structHint(t))
	}
}

// isScalar says whether a field of type t takes one value.
func isScalar(t reflect.Type) bool {
	if isText(t) {
		return true
	}
	return t.Kind() == reflect.String || t.Kind() == reflect.Bool || t.Kind() == reflect.Int
}

func (r *reader) slice(path string, f Field, n *Node, to reflect.Value) {
	switch {
	case n.shape == shapeNull, n.shape == shapeList && len(n.items) == 0:
		if f.Required {
			r.fail("empty-field", n, "“"+path+"” is empty", lowerFirst(f.Doc))
		}
		return
	case n.shape != shapeList:
		r.fail("wrong-type", n, "“"+path+"” is a list, found "+n.shape.String(), listHint(f, n, to.Type().Elem()))
		return
	}
	list := reflect.MakeSlice(to.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		f := f
		f.Required = true // an item that says nothing is a slip
		r.value(fmt.Sprintf("%s[%d]", path, i), f, item, list.Index(i), item.pos)
	}
	to.Set(list)
}

func (r *reader) dictionary(path string, f Field, n *Node, to reflect.Value) {
	if n.shape == shapeNull {
		return
	}
	if n.shape != shapeMap {
		r.fail("wrong-type", n, "“"+path+"” needs fields, found "+n.shape.String(), "")
		return
	}
	out := reflect.MakeMap(to.Type())
	known, closedKeys := r.Keys[f.Name]
	for _, p := range n.pairs {
		at := &Node{pos: p.pos, length: p.length}
		key := reflect.ValueOf(p.key)
		if out.MapIndex(key).IsValid() {
			r.fail("duplicate-key", at, "“"+clip(p.key)+"” is given twice", "keep one")
			continue
		}
		if closedKeys && !slices.Contains(known, p.key) {
			r.fail("unknown-field", at, "unknown name “"+clip(p.key)+"” in “"+path+"”", diag.DidYouMean(p.key, known))
			continue
		}
		item := reflect.New(to.Type().Elem()).Elem()
		f := f
		f.Name, f.Required = p.key, true // a name without a value is a slip
		before := len(r.list)
		r.value(path+"."+p.key, f, p.value, item, p.pos)
		if len(r.list) == before {
			out.SetMapIndex(key, item)
		}
	}
	to.Set(out)
}

// listHint shows how a list of such items is written.
func listHint(f Field, n *Node, item reflect.Type) string {
	switch {
	case item.Kind() == reflect.Struct:
		return "write a list; " + structHint(item)
	case n.shape == shapeMap:
		return "write a list, each item on a line that starts with a hyphen"
	}
	return "write a list: " + f.Name + ": [" + clip(firstLine(n.text)) + "]"
}

func structHint(t reflect.Type) string {
	if t.Kind() != reflect.Struct {
		return ""
	}
	var names []string
	for _, f := range fieldsOf(t) {
		names = append(names, f.Name)
	}
	return "it has the fields " + strings.Join(names, ", ")
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// clip keeps a message readable when a hostile file has a key of 2,000 letters.
func clip(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	r := []rune(strings.TrimSuffix(s, "."))
	return strings.ToLower(string(r[:1])) + string(r[1:])
}
