package decode

import (
	"encoding"
	"reflect"
	"strings"
)

// Field is one key that an author may type, as a struct's tags describe it.
type Field struct {
	Name     string
	Doc      string
	Vocab    string // vocabulary that its values come from
	Required bool
	index    int
	typ      reflect.Type
}

// fieldsOf lists the tagged fields of a struct, in the order declared.
func fieldsOf(t reflect.Type) []Field {
	var out []Field
	for i := range t.NumField() {
		f := t.Field(i)
		tag, ok := f.Tag.Lookup("field")
		if !ok {
			continue
		}
		name, option, _ := strings.Cut(tag, ",")
		out = append(out, Field{
			Name:     name,
			Doc:      f.Tag.Get("doc"),
			Vocab:    f.Tag.Get("vocab"),
			Required: option == "required",
			index:    i,
			typ:      f.Type,
		})
	}
	return out
}

// closed is a string type that has a fixed set of values.
type closed interface{ Values() []string }

// patterned is a text type whose form a regular expression describes.
type patterned interface{ Pattern() string }

var textType = reflect.TypeFor[encoding.TextUnmarshaler]()

// isText says whether t reads itself from text, as dates do.
func isText(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textType) }

// valuesOf returns the values that a field of type t may have, or nil when any may be.
func valuesOf(t reflect.Type, vocab string, vocabularies map[string][]string) []string {
	if vocab != "" {
		return vocabularies[vocab]
	}
	if c, ok := reflect.Zero(t).Interface().(closed); ok {
		return c.Values()
	}
	return nil
}
