package pack

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// packer is a type that writes itself; its pointer reads itself.
type packer interface{ Pack(w *Writer) }

type unpacker interface{ Unpack(r *Reader) }

// plan is how values of a type are written and read.
type plan struct {
	shape string
	size  int // the fewest bytes that a value takes
	put   func(*Writer, reflect.Value)
	get   func(*Reader, reflect.Value)
}

// Put writes v with all it holds: exported fields, lists, pointers to what is held only once.
// A type that needs more has methods Pack(*Writer) and, on its pointer, Unpack(*Reader).
// Types that cannot be written are a mistake of the program's, and panic.
func Put[T any](w *Writer, v *T) { planOf(reflect.TypeFor[T]()).put(w, reflect.ValueOf(v).Elem()) }

// Get reads what Put wrote. An empty list is read as none.
func Get[T any](r *Reader, v *T) { planOf(reflect.TypeFor[T]()).get(r, reflect.ValueOf(v).Elem()) }

// Shape describes a type as far as its bytes depend on it, besides what Pack methods do.
func Shape[T any]() string { return planOf(reflect.TypeFor[T]()).shape }

var plans sync.Map // of reflect.Type: *plan

func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p, _ := plans.LoadOrStore(t, newPlan(t))
	return p.(*plan)
}

func newPlan(t reflect.Type) *plan {
	if t.Implements(reflect.TypeFor[packer]()) && reflect.PointerTo(t).Implements(reflect.TypeFor[unpacker]()) {
		return &plan{
			t.String(), 0,
			func(w *Writer, v reflect.Value) { v.Interface().(packer).Pack(w) },
			func(r *Reader, v reflect.Value) { v.Addr().Interface().(unpacker).Unpack(r) },
		}
	}
	switch t.Kind() {
	case reflect.String:
		return &plan{
			"string", 1,
			func(w *Writer, v reflect.Value) { w.String(v.String()) },
			func(r *Reader, v reflect.Value) { v.SetString(r.String()) },
		}
	case reflect.Bool:
		return &plan{
			"bool", 1,
			func(w *Writer, v reflect.Value) { w.Bool(v.Bool()) },
			func(r *Reader, v reflect.Value) { v.SetBool(r.Bool()) },
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &plan{"int", 1, func(w *Writer, v reflect.Value) { w.Int(v.Int()) }, getInt}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &plan{"uint", 1, func(w *Writer, v reflect.Value) { w.Uint(v.Uint()) }, getUint}
	case reflect.Struct:
		return structPlan(t)
	case reflect.Slice:
		return listPlan(t)
	case reflect.Array:
		return arrayPlan(t)
	case reflect.Pointer:
		return pointerPlan(t)
	}
	panic(fmt.Sprintf("pack: no way to write a %s", t))
}

// A number that does not fit was not written by a value of this type.
func getInt(r *Reader, v reflect.Value) {
	n := r.Int()
	if v.OverflowInt(n) {
		r.fail()
		return
	}
	v.SetInt(n)
}

func getUint(r *Reader, v reflect.Value) {
	n := r.Uint()
	if v.OverflowUint(n) {
		r.fail()
		return
	}
	v.SetUint(n)
}

func structPlan(t reflect.Type) *plan {
	var fields []*plan
	var shapes []string
	size := 0
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			panic(fmt.Sprintf("pack: %s.%s is not exported", t, f.Name))
		}
		p := planOf(f.Type)
		fields = append(fields, p)
		shapes = append(shapes, f.Name+" "+p.shape)
		size += p.size
	}
	return &plan{
		"{" + strings.Join(shapes, ", ") + "}", size,
		func(w *Writer, v reflect.Value) {
			for i, f := range fields {
				f.put(w, v.Field(i))
			}
		},
		func(r *Reader, v reflect.Value) {
			for i, f := range fields {
				f.get(r, v.Field(i))
			}
		},
	}
}

func listPlan(t reflect.Type) *plan {
	of := planOf(t.Elem())
	return &plan{
		"[]" + of.shape, 1,
		func(w *Writer, v reflect.Value) {
			w.Count(v.Len())
			for i := range v.Len() {
				of.put(w, v.Index(i))
			}
		},
		func(r *Reader, v reflect.Value) {
			n := r.Count(of.size)
			if n == 0 {
				v.SetZero()
				return
			}
			v.Set(reflect.MakeSlice(t, n, n))
			for i := range n {
				of.get(r, v.Index(i))
			}
		},
	}
}

func arrayPlan(t reflect.Type) *plan {
	if t.Elem().Kind() == reflect.Uint8 {
		return bytesPlan(t)
	}
	of := planOf(t.Elem())
	return &plan{
		fmt.Sprintf("[%d]%s", t.Len(), of.shape), t.Len() * of.size,
		func(w *Writer, v reflect.Value) {
			for i := range v.Len() {
				of.put(w, v.Index(i))
			}
		},
		func(r *Reader, v reflect.Value) {
			for i := range v.Len() {
				of.get(r, v.Index(i))
			}
		},
	}
}

// bytesPlan is for sums, of which there are many.
func bytesPlan(t reflect.Type) *plan {
	return &plan{
		fmt.Sprintf("[%d]byte", t.Len()), t.Len(),
		func(w *Writer, v reflect.Value) {
			if v.CanAddr() {
				w.Bytes = append(w.Bytes, v.Bytes()...)
				return
			}
			for i := range v.Len() {
				w.Bytes = append(w.Bytes, byte(v.Index(i).Uint()))
			}
		},
		func(r *Reader, v reflect.Value) {
			if len(r.rest) < t.Len() {
				r.fail()
				return
			}
			copy(v.Bytes(), r.rest)
			r.rest = r.rest[t.Len():]
		},
	}
}

func pointerPlan(t reflect.Type) *plan {
	of := planOf(t.Elem())
	return &plan{
		"*" + of.shape, 1,
		func(w *Writer, v reflect.Value) {
			w.Bool(!v.IsNil())
			if !v.IsNil() {
				of.put(w, v.Elem())
			}
		},
		func(r *Reader, v reflect.Value) {
			if !r.Bool() {
				v.SetZero()
				return
			}
			v.Set(reflect.New(t.Elem()))
			of.get(r, v.Elem())
		},
	}
}

// Copy returns a value that is equal to v and shares no memory with it but what it is
// packed into, which all its strings are pieces of.
func Copy[T any](v *T) (copied T, packed string) {
	With(func(w *Writer) {
		Put(w, v)
		packed = string(w.Bytes)
	})
	Get(NewReader(packed), &copied) // it was written a moment ago
	return copied, packed
}

var writers = sync.Pool{New: func() any { return new(Writer) }}

// With lends a writer to f, which must not keep its bytes: its room is used again.
func With(f func(w *Writer)) {
	w := writers.Get().(*Writer)
	defer writers.Put(w)
	w.Bytes = w.Bytes[:0]
	f(w)
}
