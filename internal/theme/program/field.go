package program

import (
	"reflect"
	"sync"
	"sync/atomic"
)

// field looks up one name, in values that are nearly always of one type.
type field struct {
	name  string
	key   reflect.Value // the name, for maps
	found atomic.Pointer[member]
}

// member is where a type has a field.
type member struct {
	of   reflect.Type
	path []int // through embedded structs
}

func newField(name string) *field { return &field{name: name, key: reflect.ValueOf(name)} }

// of is the field of v. A view without the field, or with a nil pointer before it, is a
// mistake that html/template has words for; so is a method, which it calls.
func (f *field) of(v reflect.Value) reflect.Value {
	if !v.IsValid() {
		return v // nothing has any field, and it is nothing
	}
	v, isNil := behind(v)
	if isNil {
		giveUp("a nil pointer before ." + f.name)
	}
	switch v.Kind() {
	case reflect.Struct:
		m := f.found.Load()
		if t := v.Type(); m == nil || m.of != t {
			m = memberOf(t, f.name)
			f.found.Store(m)
		}
		return follow(v, m.path)
	case reflect.Map:
		t := v.Type()
		if !stringType.AssignableTo(t.Key()) || hasMethod(t, f.name) {
			giveUp("no entry ." + f.name + " of " + t.String())
		}
		return v.MapIndex(f.key)
	}
	giveUp("no field ." + f.name + " of " + v.Type().String())
	return v
}

func follow(v reflect.Value, path []int) reflect.Value {
	for i, n := range path {
		if i > 0 && v.Kind() == reflect.Pointer {
			v = v.Elem() // a nil one has no field, and panics
		}
		v = v.Field(n)
	}
	return v
}

type memberKey struct {
	of   reflect.Type
	name string
}

// members has all that were ever found: the types of views are few.
var members sync.Map // memberKey → *member

func memberOf(t reflect.Type, name string) *member {
	key := memberKey{t, name}
	if m, ok := members.Load(key); ok {
		return m.(*member)
	}
	f, ok := t.FieldByName(name)
	if !ok || !f.IsExported() || hasMethod(t, name) {
		giveUp("no field ." + name + " of " + t.String())
	}
	m, _ := members.LoadOrStore(key, &member{t, f.Index})
	return m.(*member)
}

// hasMethod says whether t or *t has a method, which would be called instead.
func hasMethod(t reflect.Type, name string) bool {
	_, ok := reflect.PointerTo(t).MethodByName(name)
	return ok
}
