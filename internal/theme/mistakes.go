package theme

import (
	"errors"
	"html/template"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/diag"
)

// The template packages report mistakes as text only; these are its shapes.
var (
	located      = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (?s:(.*))$`)
	executing    = regexp.MustCompile(`^executing "[^"]*" at <(.*?)>: (?s:(.*))$`)
	unknownField = regexp.MustCompile(`can't evaluate field (\w+) in type \*?([\w./]+)`)
	unknownFunc  = regexp.MustCompile(`function "(\w+)" not defined`)
	errorCalling = regexp.MustCompile(`^error calling \w+: `)
)

var builtins = []string{
	"and", "call", "html", "index", "slice", "js", "len", "not", "or", "print", "printf", "println", "urlquery",
	"eq", "ge", "gt", "le", "lt", "ne",
}

// diagnose gives a mistake in the template of file p, or in what it calls, its place.
// view, when there is one, tells which fields there would have been.
func (l layers) diagnose(err error, view any, p string) diag.Diagnostic {
	d := diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Text: err.Error()}
	m := located.FindStringSubmatch(err.Error())
	var unsafe *template.Error
	if m == nil && errors.As(err, &unsafe) {
		return l.unplaced(unsafe, p)
	}
	if m == nil {
		d.Pos, d.Source = l.at(p, 1, 1)
		return d
	}
	line, _ := strconv.Atoi(m[2])
	d.Pos, d.Source = l.at(sourceOf(m[1]), line, 1)
	d.Text = m[4]
	if e := executing.FindStringSubmatch(d.Text); e != nil {
		d.Text = errorCalling.ReplaceAllString(e[2], "")
		if before, _, ok := strings.Cut(d.Source, e[1]); ok {
			d.Pos.Column, d.Length = utf8.RuneCountInString(before)+1, utf8.RuneCountInString(e[1])
		}
	}
	if f := unknownField.FindStringSubmatch(d.Text); f != nil {
		d.Text = "unknown field “" + f[1] + "” of " + f[2]
		d.Hint = diag.DidYouMean(f[1], fieldsOf(reflect.TypeOf(view), f[2]))
	}
	if f := unknownFunc.FindStringSubmatch(d.Text); f != nil {
		d.Text = "unknown function “" + f[1] + "”"
		d.Hint = diag.DidYouMean(f[1], append(slices.Sorted(maps.Keys((&tools{}).functions())), builtins...))
	}
	return d
}

// sourceOf returns the file that a template's name stands for.
func sourceOf(name string) string {
	if strings.HasPrefix(name, "icons/") {
		return name + ".svg"
	}
	return name + ".html"
}

// undefined finds calls of templates that do not exist. The template package
// finds the first one only, and only when a page is rendered.
func (d definitions) undefined() diag.List {
	var list diag.List
	for _, b := range d {
		for _, call := range b.uses.calls {
			if _, ok := d[call.Name]; !ok {
				list = append(list, d.noPartial(b.from, call))
			}
		}
	}
	list.Sort()
	return list
}

func (d definitions) noPartial(in *parsed, call *parse.TemplateNode) diag.Diagnostic {
	found := diag.Diagnostic{Code: "theme-template", Severity: diag.Error, Length: utf8.RuneCountInString(call.Name)}
	found.Text = "no template “" + call.Name + "”"
	found.Hint = diag.DidYouMean(call.Name, slices.Sorted(maps.Keys(d)))
	found.Pos, found.Source = layers{in.path: in.file}.at(in.path, call.Line, 1)
	if before, _, ok := strings.Cut(found.Source, call.Name); ok {
		found.Pos.Column = utf8.RuneCountInString(before) + 1
	}
	return found
}

// fieldsOf returns the names of the fields of the type called name, looking for
// it in everything that a view of type root holds.
func fieldsOf(root reflect.Type, name string) []string {
	found := findType(root, name, map[reflect.Type]bool{})
	if found == nil {
		return nil
	}
	var out []string
	for _, f := range reflect.VisibleFields(found) {
		if f.IsExported() && !f.Anonymous {
			out = append(out, f.Name)
		}
	}
	return out
}

func findType(t reflect.Type, name string, seen map[reflect.Type]bool) reflect.Type {
	for t != nil && (t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice) {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct || seen[t] {
		return nil
	}
	seen[t] = true
	if t.String() == name {
		return t
	}
	for i := range t.NumField() {
		if found := findType(t.Field(i).Type, name, seen); found != nil {
			return found
		}
	}
	return nil
}
