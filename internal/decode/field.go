package decode

import (
	"reflect"
	"strings"
	"sync"
)

// Field is one key that an author may type, as a struct's tags describe it.
type Field struct {
	Name     string
	Doc      string
	Vocab    string // vocabulary that its values come from
	Required bool
	index    int
	typ      reflect.Type
	form     *form
}

// known remembers the fields of each struct: a type has the same as long as the program runs.
var known sync.Map // of reflect.Type to []Field

// fieldsOf lists the tagged fields of a struct, in the order declared. The list belongs
// to all who ask.
func fieldsOf(t reflect.Type) []Field {
	if list, ok := known.Load(t); ok {
		return list.([]Field)
	}
	list, _ := known.LoadOrStore(t, readTags(t))
	return list.([]Field)
}

func readTags(t reflect.Type) []Field {
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
			form:     formOf(f.Type),
		})
	}
	return out
}
