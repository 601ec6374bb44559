package build

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"math"
	"reflect"
	"strings"
	"unicode"
)

// viewprint stands for a view: a sum of each of its fields, those of embedded structs as
// its own. A layout can read nothing else, so two views with equal prints make the same page.
type viewprint struct {
	names []string
	sums  []uint64
}

var seed = maphash.MakeSeed()

func printOf(view any) viewprint {
	var p viewprint
	p.add(reflect.ValueOf(view))
	return p
}

func (p *viewprint) add(v reflect.Value) {
	t := v.Type()
	p.names, p.sums = append(p.names, ""), append(p.sums, maphash.String(seed, t.String())) // views of two types are never equal
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous {
			p.add(v.Field(i))
		} else {
			var h maphash.Hash
			h.SetSeed(seed)
			sum(&h, v.Field(i))
			p.names = append(p.names, words(f.Name))
			p.sums = append(p.sums, h.Sum64())
		}
	}
}

// sum adds a value with its shape, so that no two values are written alike.
func sum(h *maphash.Hash, v reflect.Value) {
	number := func(n uint64) {
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], n)
		h.Write(b[:])
	}
	switch v.Kind() {
	case reflect.String:
		number(uint64(v.Len()))
		h.WriteString(v.String())
	case reflect.Bool:
		if v.Bool() {
			h.WriteByte(1)
		} else {
			h.WriteByte(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		number(v.Uint())
	case reflect.Float64:
		number(math.Float64bits(v.Float()))
	case reflect.Slice, reflect.Array:
		number(uint64(v.Len()))
		for i := range v.Len() {
			sum(h, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			sum(h, v.Field(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			h.WriteByte(0)
			return
		}
		h.WriteByte(1)
		sum(h, v.Elem())
	default: // a view that cannot be compared would go stale
		panic(fmt.Sprintf("a view holds a %s", v.Type()))
	}
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
