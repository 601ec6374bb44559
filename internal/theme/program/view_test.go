package program_test

import (
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/theme/hostile"
)

// view has a field of everything that a view could be made of.
type view struct {
	Base
	*Shared
	S, T  string
	H     template.HTML
	A     template.HTMLAttr
	C     template.CSS
	J     template.JS
	Q     template.JSStr
	L     template.URL
	R     template.Srcset
	N     int
	N8    int8
	U     uint16
	F     float64
	X     complex128
	B     bool
	Name  name
	Loud  loud
	Quiet *quiet
	Soft  quiet
	Err   error
	Says  fmt.Stringer
	P     *string
	PP    **string
	PH    *template.HTML
	PN    *int
	I     any
	PI    *any
	Bytes []byte
	Array [2]int
	List  []string
	Anys  []any
	Items []item
	Ptrs  []*item
	Item  *item
	Map   map[string]string
	Nums  map[int8]item
	Mixed map[string]any
}

// Base and Shared are embedded, one of them by a pointer.
type (
	Base   struct{ Lang, Title string }
	Shared struct{ Site string }
)

type item struct {
	S, T  string
	H     template.HTML
	N     int
	List  []string
	Items []item
	Item  *item
	Map   map[string]string
}

type (
	name  string
	loud  string
	quiet struct{ S string }
)

func (l loud) String() string   { return strings.ToUpper(string(l)) + "<!>" }
func (q *quiet) String() string { return "&" + q.S + "&" }

func fillInterface(t *rapid.T, v reflect.Value) {
	text := hostile.Text().Draw(t, "inside")
	var x any
	switch v.Type() {
	case reflect.TypeFor[error]():
		x = rapid.SampledFrom([]error{nil, errors.New(text)}).Draw(t, "error")
	case reflect.TypeFor[fmt.Stringer]():
		x = rapid.SampledFrom([]fmt.Stringer{nil, loud(text), &quiet{text}}).Draw(t, "stringer")
	default:
		var none *string
		x = rapid.SampledFrom([]any{
			nil, text, 7, true, template.HTML(text), template.URL(text), name(text), loud(text), &text, none,
			[]string{text},
			item{S: text},
			&item{S: text},
			quiet{text},
			&quiet{text},
			map[string]any{"key": text, "S": 1},
			1.5, errors.New(text),
		}).Draw(t, "any")
	}
	if x != nil {
		v.Set(reflect.ValueOf(x))
	}
}

func views() *rapid.Generator[view] {
	return rapid.Custom(func(t *rapid.T) view {
		var v view
		hostile.Filler{T: t, Interface: fillInterface}.Fill(reflect.ValueOf(&v).Elem(), 4)
		return v
	})
}

// functions are of all the shapes that a theme's may have.
var functions = template.FuncMap{
	"lower": strings.ToLower,
	"bold":  func(s string) template.HTML { return template.HTML("<b>" + template.HTMLEscapeString(s) + "</b>") },
	"lang": func(s string) template.HTMLAttr {
		return template.HTMLAttr(` lang="` + template.HTMLEscapeString(s) + `"`)
	},
	"short":  func(s string) (string, error) { return s, tooLong(s) },
	"icon":   func(s string) (template.HTML, error) { return template.HTML("<svg>"), tooLong(s) },
	"kind":   func(v reflect.Value) (string, error) { return v.Kind().String(), nil },
	"same":   func(v any) any { return v },
	"held":   func(v reflect.Value) reflect.Value { return v },
	"twice":  func(n int) int { return 2 * n },
	"join":   func(sep string, all ...string) string { return strings.Join(all, sep) },
	"count":  func(all []string) int { return len(all) },
	"first":  func(all []string) (string, error) { return all[0], nil },
	"item":   func(i *item) template.URL { return template.URL(i.S) },
	"string": func(s fmt.Stringer) string { return s.String() },
	"floats": func(f float64, u uint8, b bool) string { return fmt.Sprint(f, u, b) },
}

func tooLong(s string) error {
	if len(s) > 12 {
		return errors.New("too long")
	}
	return nil
}
