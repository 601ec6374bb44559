package decode

import (
	"encoding"
	"reflect"
)

// form is what a type takes, found out once.
type form struct {
	takes  takes
	values []string // of a closed set
	item   *form    // of a list or dictionary
	fields []Field  // of a group
}

type takes uint8

const (
	takesString takes = iota
	takesBool
	takesInt
	takesText // the type reads itself from text
	takesList
	takesDictionary
	takesGroup
)

func (f *form) scalar() bool { return f.takes <= takesText }

func formOf(t reflect.Type) *form {
	f := &form{values: valuesOf(t, "", nil)}
	switch kind := t.Kind(); {
	case isText(t):
		f.takes = takesText
	case kind == reflect.Bool:
		f.takes = takesBool
	case kind == reflect.Int:
		f.takes = takesInt
	case kind == reflect.Slice:
		f.takes, f.item = takesList, formOf(t.Elem())
	case kind == reflect.Map:
		f.takes, f.item = takesDictionary, formOf(t.Elem())
	case kind == reflect.Struct:
		f.takes, f.fields = takesGroup, fieldsOf(t)
	}
	return f
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
