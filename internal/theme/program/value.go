package program

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
)

// kind is what html/template knows about a text by its type.
type kind uint8

const (
	reflected kind = iota // not a text, or not known to be one: see the reflect.Value
	plain
	markup
	attribute
	css
	js
	jsString
	address
	addressSet
)

// value is what an expression yields: anything, as reflect has it, or a text that a
// function gave, which is kept out of an interface to save its allocation.
type value struct {
	reflect.Value
	text string
	kind kind
}

var (
	stringType = reflect.TypeFor[string]()
	markupType = reflect.TypeFor[template.HTML]()
	intType    = reflect.TypeFor[int]()
	anyType    = reflect.TypeFor[any]()
	valueType  = reflect.TypeFor[reflect.Value]()
	textTypes  = map[reflect.Type]kind{
		stringType:                           plain,
		reflect.TypeFor[template.HTML]():     markup,
		reflect.TypeFor[template.HTMLAttr](): attribute,
		reflect.TypeFor[template.CSS]():      css,
		reflect.TypeFor[template.JS]():       js,
		reflect.TypeFor[template.JSStr]():    jsString,
		reflect.TypeFor[template.URL]():      address,
		reflect.TypeFor[template.Srcset]():   addressSet,
	}
)

// reflect is the value as text/template would have it.
func (v value) reflect() reflect.Value {
	switch v.kind {
	case reflected:
		return v.Value
	case plain:
		return reflect.ValueOf(v.text)
	}
	for t, k := range textTypes {
		if k == v.kind {
			return reflect.ValueOf(v.text).Convert(t)
		}
	}
	panic("a text of no kind")
}

// any is the value as an escaper of html/template gets it.
func (v value) any() any {
	ref := v.reflect()
	if !ref.IsValid() {
		return nil
	}
	return ref.Interface()
}

// string is the text of a value and what is known about it, as html/template takes it.
func (v value) string() (string, kind) {
	if v.kind != reflected {
		return v.text, v.kind
	}
	switch v.Value.Kind() {
	case reflect.Invalid:
		return "", plain
	case reflect.String:
		switch t := v.Value.Type(); t {
		case stringType:
			return v.Value.String(), plain
		case markupType:
			return v.Value.String(), markup
		default:
			if k, ok := textTypes[t]; ok {
				return v.Value.String(), k
			}
		}
	case reflect.Int:
		if v.Value.Type() == intType {
			return strconv.FormatInt(v.Value.Int(), 10), plain
		}
	}
	return printed(v.any())
}

// printed is what html/template makes of an argument that is seldom.
func printed(arg any) (string, kind) {
	if arg == nil { // an interface with nothing in it
		return "", plain
	}
	v := reflect.ValueOf(arg)
	inner := v
	for inner.Kind() == reflect.Pointer && !inner.IsNil() {
		inner = inner.Elem()
	}
	if inner.Kind() == reflect.Interface { // a pointer to one
		inner = inner.Elem()
	}
	if inner.IsValid() {
		if k, ok := textTypes[inner.Type()]; ok {
			return inner.String(), k
		}
	}
	return fmt.Sprint(printable(arg)), plain
}

// printable follows pointers as far as there is no method that says how to print.
func printable(arg any) any {
	if arg == nil {
		return nil
	}
	v := reflect.ValueOf(arg)
	for !speaks(v.Type()) && v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	return v.Interface()
}

var (
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
)

func speaks(t reflect.Type) bool { return t.Implements(stringerType) || t.Implements(errorType) }

// inside is the value in an interface, or no value when that is nil.
func inside(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// behind follows pointers and interfaces; it stops at one that is nil.
func behind(v reflect.Value) (target reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// unwrapped is the value in an interface without methods: the result of each command of
// a pipeline is looked at that way.
func (v value) unwrapped() value {
	if v.kind == reflected {
		v.Value = opened(v.Value)
	}
	return v
}

func opened(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface && v.Type().NumMethod() == 0 {
		return v.Elem()
	}
	return v
}

// truth is what if, with, and, or and not go by.
func (v value) truth() bool {
	if v.kind != reflected {
		return v.text != ""
	}
	ref := inside(v.Value)
	switch ref.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Array, reflect.Map:
		return ref.Len() > 0
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer:
		return !ref.IsNil()
	case reflect.Struct:
		return true
	case reflect.Float32, reflect.Float64:
		return ref.Float() != 0
	case reflect.Complex64, reflect.Complex128:
		return ref.Complex() != 0
	default:
		return !ref.IsZero() // numbers and bool
	}
}
