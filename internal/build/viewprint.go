package build

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"unicode"

	"github.com/cespare/xxhash/v2"
)

// viewprint stands for a view: a sum of each of its fields, those of embedded structs as
// its own. A layout can read nothing else, so two views with equal prints make the same page.
type viewprint struct {
	names []string // the same for all views of a type
	sums  []uint64
}

var viewNames sync.Map // of reflect.Type: []string

func printOf(view any) viewprint {
	v := reflect.ValueOf(view)
	names, ok := viewNames.Load(v.Type())
	if !ok {
		names, _ = viewNames.LoadOrStore(v.Type(), namesOf(v.Type()))
	}
	p := viewprint{names: names.([]string)}
	p.sums = make([]uint64, 0, len(p.names))
	p.add(v, &hasher{})
	return p
}

// namesOf returns a name for each sum: "" for that of a type itself.
func namesOf(t reflect.Type) []string {
	names := []string{""}
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous {
			names = append(names, namesOf(f.Type)...)
		} else {
			names = append(names, words(f.Name))
		}
	}
	return names
}

func (p *viewprint) add(v reflect.Value, h *hasher) {
	t := v.Type()
	p.sums = append(p.sums, xxhash.Sum64String(t.String())) // views of two types are never equal
	for i := range t.NumField() {
		if t.Field(i).Anonymous {
			p.add(v.Field(i), h)
		} else {
			h.Reset()
			sum(h, v.Field(i))
			h.flush()
			p.sums = append(p.sums, h.Sum64())
		}
	}
}

// sum adds a value with its shape, so that no two values are written alike.
func sum(h *hasher, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		h.number(uint64(v.Len()))
		h.string(v.String())
	case reflect.Bool:
		if v.Bool() {
			h.number(1)
		} else {
			h.number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		h.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		h.number(v.Uint())
	case reflect.Float64:
		h.number(math.Float64bits(v.Float()))
	case reflect.Slice, reflect.Array:
		h.number(uint64(v.Len()))
		for i := range v.Len() {
			sum(h, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			sum(h, v.Field(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			h.number(0)
			return
		}
		h.number(1)
		sum(h, v.Elem())
	default: // a view that cannot be compared would go stale
		panic(fmt.Sprintf("a view holds a %s", v.Type()))
	}
}

// hasher collects small numbers before it sums them.
type hasher struct {
	xxhash.Digest
	tail [256]byte
	n    int
}

func (h *hasher) number(n uint64) {
	if h.n+8 > len(h.tail) {
		h.flush()
	}
	binary.LittleEndian.PutUint64(h.tail[h.n:], n)
	h.n += 8
}

func (h *hasher) string(s string) {
	if h.n+len(s) > len(h.tail) {
		h.flush()
	}
	if len(s) > len(h.tail) {
		_, _ = h.WriteString(s) // cannot fail
		return
	}
	h.n += copy(h.tail[h.n:], s)
}

func (h *hasher) flush() {
	_, _ = h.Write(h.tail[:h.n]) // cannot fail
	h.n = 0
}

// differs names the fields in which two prints differ.
func (p viewprint) differs(other viewprint) []string {
	if len(p.sums) != len(other.sums) {
		return []string{"a view of another kind"}
	}
	var out []string
	for i, n := range p.names {
		if p.sums[i] != other.sums[i] && n != "" {
			out = append(out, n)
		}
	}
	return out
}

// words writes a field's name as words: ReadingTime is “reading time”.
func words(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 && !unicode.IsUpper(rune(name[i-1])) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
