package decode

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// Options are what a decoder must know besides the document.
type Options struct {
	Vocabularies map[string][]string // values of the fields tagged vocab
	Keys         map[string][]string // keys that a map field may have, by field name; any when absent
}

// Into reads a document into the structs that targets point to, which share its
// top level: each key belongs to the first target that has it. It returns where
// each value stands, by path (“related[0].to”), and every mistake.
//
// A value with a mistake leaves its field as it was; the rest is still read.
func Into(d Document, root *Node, targets []any, opts Options) (map[string]diag.Position, diag.List) {
	r := reader{Document: d, Options: opts, fields: map[string]diag.Position{}}
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
	for _, t := range targets {
		for _, f := range fieldsOf(t.Type()) {
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
			r.fail("unknown-field", at, "unknown field “"+clip(p.key)+"”", unknownHint(p.key, names))
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

func unknownHint(key string, names []string) string {
	if near := diag.Nearest(key, names); near != "" {
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
	case isScalar(t):
		r.scalar(path, f, n, to)
	case t.Kind() == reflect.Slice:
		r.slice(path, f, n, to)
	case t.Kind() == reflect.Map:
		r.dictionary(path, f, n, to)
	default:
		if n.shape != shapeMap {
			r.fail("wrong-type", n, "“"+path+"” needs fields, found "+n.shape.String(), structHint(t))
			return
		}
		r.group(path, n, []reflect.Value{to}, n.pos)
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
		hint := "write a list: " + f.Name + ": [" + n.text + "]"
		r.fail("wrong-type", n, "“"+path+"” is a list, found "+n.shape.String(), hint)
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
		r.value(path+"."+p.key, f, p.value, item, p.pos)
		out.SetMapIndex(key, item)
	}
	to.Set(out)
}

func (r *reader) scalar(path string, f Field, n *Node, to reflect.Value) {
	if n.shape == shapeList || n.shape == shapeMap {
		r.fail("wrong-type", n, "“"+path+"” takes one value, found "+n.shape.String(), "")
		return
	}
	if strings.TrimSpace(n.text) == "" || n.shape == shapeNull {
		if f.Required {
			r.fail("empty-field", n, "“"+path+"” is empty", lowerFirst(f.Doc))
		} else if n.shape != shapeNull {
			r.fail("empty-field", n, "“"+path+"” is empty", "remove the line, or fill it in")
		}
		return
	}
	if problem, hint, code := assign(f, n, to, r.Vocabularies); problem != "" {
		r.fail(code, n, "“"+path+"” "+problem, hint)
	}
}

// assign sets a scalar, or says what is wrong with it.
func assign(f Field, n *Node, to reflect.Value, vocabularies map[string][]string) (problem, hint, code string) {
	t := to.Type()
	if list := valuesOf(t, f.Vocab, vocabularies); list != nil && !slices.Contains(list, n.text) {
		return "cannot be “" + clip(n.text) + "”", diag.DidYouMean(n.text, list), "unknown-value"
	}
	switch {
	case isText(t):
		if err := to.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(n.text)); err != nil {
			return "is wrong: " + err.Error(), "", "wrong-type"
		}
	case t.Kind() == reflect.Bool:
		if n.shape != shapeBool {
			return "is true or false, found “" + clip(n.text) + "”", "write true or false", "wrong-type"
		}
		to.SetBool(n.text == "true" || n.text == "True" || n.text == "TRUE")
	case t.Kind() == reflect.Int:
		i, err := strconv.Atoi(n.text)
		if err != nil || n.shape != shapeNumber {
			return "is a whole number, found “" + clip(n.text) + "”", "", "wrong-type"
		}
		to.SetInt(int64(i))
	case n.shape != shapeText:
		return "is text, found " + n.shape.String(), "put it in quotes: \"" + n.text + "\"", "wrong-type"
	default:
		to.SetString(n.text)
	}
	return "", "", ""
}

func structHint(t reflect.Type) string {
	if t.Kind() != reflect.Struct {
		return ""
	}
	var names []string
	for _, f := range fieldsOf(t) {
		names = append(names, f.Name)
	}
	return "its fields: " + strings.Join(names, ", ")
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
