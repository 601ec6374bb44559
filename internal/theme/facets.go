package theme

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// facets writes a card's facets as tokens that FilterCSS matches. It reads them by
// reflection: the view's types belong to another package.
func facets(list reflect.Value) (string, error) {
	if list.Kind() == reflect.Interface {
		list = list.Elem()
	}
	if list.Kind() != reflect.Slice {
		return "", notFacets(list)
	}
	if list.Len() == 0 {
		return "", nil
	}
	at, err := facetFieldsOf(list.Type().Elem())
	if err != nil {
		return "", notFacets(list)
	}
	tokens := make([]byte, 0, 32*list.Len())
	for i := range list.Len() {
		facet := reflect.Indirect(list.Index(i))
		name, values := facet.FieldByIndex(at.name).String(), facet.FieldByIndex(at.values)
		for k := range values.Len() {
			if len(tokens) > 0 {
				tokens = append(tokens, ' ')
			}
			tokens = appendToken(tokens, name, values.Index(k).String())
		}
	}
	return string(tokens), nil
}

func notFacets(v reflect.Value) error {
	if !v.IsValid() {
		return errors.New("facets wants a list of facet values, not <nil>")
	}
	return fmt.Errorf("facets wants a list of facet values, not %s", v.Type())
}

// facetFields is where a type of facet values has what facets reads.
type facetFields struct{ name, values []int }

var facetTypes sync.Map // reflect.Type → facetFields: there is one, or a few

func facetFieldsOf(t reflect.Type) (facetFields, error) {
	if found, ok := facetTypes.Load(t); ok {
		return found.(facetFields), nil
	}
	of := t
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	if of.Kind() != reflect.Struct {
		return facetFields{}, errors.New("no struct")
	}
	name, ok := of.FieldByName("Name")
	values, also := of.FieldByName("Values")
	if !ok || !also {
		return facetFields{}, errors.New("no facet")
	}
	found := facetFields{name.Index, values.Index}
	facetTypes.Store(t, found)
	return found, nil
}
