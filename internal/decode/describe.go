package decode

import "reflect"

// Describe lists the fields of targets with the values each may have (nil when any
// text may), in the order declared: what a template or a reference is made from.
func Describe(targets []any, opts Options) []Described {
	var out []Described
	for _, target := range targets {
		for _, f := range opts.fields(reflect.TypeOf(target).Elem()) {
			item, list := f.typ, false
			if item.Kind() == reflect.Slice {
				item, list = item.Elem(), true
			}
			out = append(out, Described{
				Name: f.Name, Doc: f.Doc, Required: f.Required, List: list,
				Values: valuesOf(item, f.Vocab, opts.Vocabularies),
			})
		}
	}
	return out
}

// Described is a field as people read of it.
type Described struct {
	Name, Doc string
	Required  bool
	List      bool
	Values    []string
}
