// Package hostile makes values for tests of what writes pages: views in which every text
// is of the kind that breaks out of where it stands, when it is let.
package hostile

import (
	"reflect"
	"strings"

	"pgregory.net/rapid"
)

// Texts mean something to HTML, CSS, JavaScript or URLs, or are no texts at all.
var Texts = []string{
	"", "", "a", "Title", "en", "de", "a b", `"`, `'`, "<", ">", "&", "&amp;", "+", "=", "`", "\x00", "\xff", "\xc3", "\u2028", "\ufffd", "\ufdd0", "\uffff", "é",
	"<b>bold</b>", "<script>alert(1)</script>", `<a title="1>2">x</a>`, "I <3 you", "<!-- x -->", "</title>", "<p", "]]>",
	"javascript:alert(1)", "JavaScript:x", "data:text/html,x", "http://a.b/c?d=e&f=g#h", "HTTPS://x", "mailto:a@b", "a/b:c", "../x.html?y=z", "%41%zz%", "%41", "a%4", "a,b 2x, c 3w",
	" lang=\"de\"", "onclick", "style", "href", "expression(1)", "color: red", "url(x)", "\\", "\\0041 x", "\t\n\v\f\r", "{}", "${x}", "/*", "//", "é\x80<", "－", "2x", "1w , javascript:x 2w",
}

// Text draws one of the texts, a few of them together, or any bytes.
func Text() *rapid.Generator[string] {
	one := rapid.SampledFrom(Texts)
	return rapid.OneOf(one, one,
		rapid.Map(rapid.SliceOfN(one, 0, 3), func(s []string) string { return strings.Join(s, "") }),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 6), func(b []byte) string { return string(b) }))
}

// Filler draws values for whatever a type holds.
type Filler struct {
	*rapid.T
	Interface func(t *rapid.T, v reflect.Value) // for types that are interfaces; they stay nil without
}

// Fill sets v, to a depth at which lists and pointers stay empty.
func (f Filler) Fill(v reflect.Value, depth int) {
	switch {
	case v.CanInt():
		v.SetInt(rapid.SampledFrom([]int64{0, 1, 2, -1, 3, 100, -128}).Draw(f.T, "int"))
	case v.CanUint():
		v.SetUint(rapid.SampledFrom([]uint64{0, 1, 2, 65, 255}).Draw(f.T, "uint"))
	case v.CanFloat():
		v.SetFloat(rapid.SampledFrom([]float64{0, 1.5, -2, 1e30}).Draw(f.T, "float"))
	case v.CanComplex():
		v.SetComplex(rapid.SampledFrom([]complex128{0, 1i}).Draw(f.T, "complex"))
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(Text().Draw(f.T, "text"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(f.T, "bool"))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				f.Fill(v.Field(i), depth-1)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			f.Fill(v.Index(i), depth)
		}
	case reflect.Pointer:
		if depth > 0 && rapid.IntRange(0, 3).Draw(f.T, "nil") > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			f.Fill(v.Elem(), depth)
		}
	case reflect.Interface:
		if f.Interface != nil {
			f.Interface(f.T, v)
		}
	case reflect.Slice, reflect.Map:
		if depth > 0 {
			f.fillList(v, rapid.IntRange(0, 3).Draw(f.T, "len"), depth-1)
		}
	}
}

// fillList puts n items into a slice, or n entries into a map.
func (f Filler) fillList(v reflect.Value, n, depth int) {
	switch {
	case n == 0:
		return
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			f.Fill(v.Index(i), depth)
		}
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for range n {
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.Fill(key, depth)
		if key.Kind() == reflect.String && rapid.Bool().Draw(f.T, "key") {
			key.SetString("key") // a name that a template can ask for
		}
		f.Fill(value, depth)
		v.SetMapIndex(key, value)
	}
}
