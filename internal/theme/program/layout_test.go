package program_test

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"
)

// writer writes random templates. dot says what the dot is in them: a view, an item, or
// anything else, which only has itself.
type writer struct {
	*rapid.T
	vars  []string
	loops int
}

type dot string

const (
	aView  dot = "view"
	anItem dot = "item"
	aText  dot = "text"
)

func (w *writer) pick(from ...string) string { return rapid.SampledFrom(from).Draw(w.T, "pick") }

func (w *writer) chance(in int) bool { return rapid.IntRange(1, in).Draw(w.T, "chance") == 1 }

var ofView = []string{
	".S", ".T", ".H", ".A", ".C", ".J", ".Q", ".L", ".R", ".N", ".N8", ".U", ".F", ".X", ".B", ".Name", ".Loud", ".Quiet", ".Soft", ".Err", ".Says", ".P", ".PP", ".PH", ".PN",
	".I", ".PI", ".Bytes", ".Array", ".List", ".Anys", ".Lang", ".Title", ".Base.Lang", ".Map", ".Map.key", ".Map.none", ".Mixed.key", ".Mixed.none.more", ".Item", ".Nums",
	".S", ".T", ".S", ".T", ".H", ".L", ".N", ".Title", ".I", ".Site", ".Shared.Site", ".Item.S", ".Item.Item.H", ".I.S", ".Quiet.S", ".Soft.S", ".Missing",
}

var ofItem = []string{".S", ".T", ".H", ".N", ".List", ".S", ".T", ".Map.key", ".Item.S", ".Map"}

// value is any expression that can be an argument.
func (w *writer) value(d dot) string {
	switch {
	case len(w.vars) > 0 && w.chance(4):
		return w.pick(w.vars...)
	case w.chance(12):
		return w.pick(`"a<b"`, `"x"`, "`raw`", "1", "-2", "1.5", "1e3", "0x1F", "'a'", "true", "false", "2i", `""`)
	case w.chance(6):
		return "(" + w.pipe(d) + ")"
	case w.chance(10):
		return "$" + w.pick(".S", ".T", "", ".N")
	case d == aView && w.chance(8):
		return w.pick("(index .Items 0).S", "(index .Ptrs 0).H", "(index .Map `key`)", "(index .Anys 0)", "(index .Nums 1).S", "(index .List .N)", "(slice .S 1)", "(slice .List 0 1)", "(held .S)", "(same .Item).S")
	case d == aView:
		return w.pick(ofView...)
	case d == anItem:
		return w.pick(ofItem...)
	}
	return "."
}

// text is an expression that mostly is a string.
func (w *writer) text(d dot) string {
	if d == aText || w.chance(8) {
		return w.value(d)
	}
	return w.pick(".S", ".T", ".S", ".T", `"lit"`, ".P")
}

// pipe is a pipeline.
func (w *writer) pipe(d dot) string {
	v, u := w.value(d), w.value(d)
	switch rapid.IntRange(0, 28).Draw(w.T, "pipe") {
	case 0:
		return w.pick("lower ", "bold ", "lang ", "short ", "icon ") + w.text(d)
	case 1:
		return w.text(d) + " | " + w.pick("lower", "bold", "lang", "short | bold", "icon", "printf `%s!`", "join `,` `x`", "len", "print 1")
	case 2:
		return w.pick("eq ", "ne ") + v + " " + u
	case 3:
		return w.pick("eq ", "lt ", "le ", "gt ", "ge ", "ne ") + w.pick(".N", "1", ".N8", ".U", "1.5", ".F") + " " + w.pick(".N", "1", ".N8", ".U")
	case 4:
		return "eq .S " + w.pick("``", "`a`", "`x` `a` ``", ".T", ".H", "nil")
	case 5:
		return w.pick("and ", "or ") + v + " " + u
	case 6:
		return v + " | " + w.pick("and ", "or ") + u
	case 7:
		return "not " + v
	case 8:
		return "len " + w.pick(".S", ".List", ".Map", ".Items", v)
	case 9:
		return w.pick("print ", "println ", "printf `%v %q` ", "html ", "js ", "urlquery ") + v + " " + u
	case 10:
		return v + " | " + w.pick("html", "urlquery", "same", "held", "kind", "js")
	case 11:
		return w.pick("same ", "kind ", "held ") + v
	case 12:
		return w.pick("twice ", "floats 1 2 true | join ", "floats 1.5 .U ", "string ", "first ", "item ", "join `-` .S ") + w.pick(".N", ".B", ".Says", ".Quiet", ".List", ".Item", ".S", v)
	case 13:
		return v + " | " + w.pick("eq ", "ne ", "lt ") + u
	}
	return v
}

// action is one or a few actions for one place.
func (w *writer) action(d dot) string {
	if w.chance(5) {
		return fmt.Sprintf("{{if %s}}{{%s}}{{else}}%s{{end}}", w.pipe(d), w.pipe(d), w.pick("x", "{{"+w.pipe(d)+"}}", ""))
	}
	return w.pick("{{", "{{", "{{- ") + w.pipe(d) + w.pick("}}", "}}", " -}}")
}

// part is one part of a template.
func (w *writer) part(d dot, depth int) string {
	kind := rapid.IntRange(0, 13).Draw(w.T, "part")
	if depth == 0 {
		kind = min(kind, 5)
	}
	switch kind {
	default:
		return fmt.Sprintf(w.pick(places...), w.action(d))
	case 6:
		return w.branch(d, depth, "if", d)
	case 7:
		return w.with(d, depth)
	case 8, 9:
		return w.loop(d, depth)
	case 10:
		name := fmt.Sprintf("$v%d", len(w.vars))
		out := "{{" + name + " := " + w.pipe(d) + "}}"
		w.vars = append(w.vars, name)
		return out
	case 11:
		if len(w.vars) > 0 {
			return "{{" + w.pick(w.vars...) + " = " + w.pipe(d) + "}}"
		}
		return "{{/* nothing */}}"
	case 12:
		return w.call(d)
	case 13:
		if w.loops > 0 {
			return w.pick("{{break}}", "{{continue}}", "{{if "+w.pipe(d)+"}}{{break}}{{end}}", "{{if "+w.pipe(d)+"}}{{continue}}{{end}}")
		}
		return "<p>+</p>"
	}
}

func (w *writer) parts(d dot, depth int) string {
	mark := len(w.vars)
	var b strings.Builder
	for range rapid.IntRange(1, 3).Draw(w.T, "parts") {
		b.WriteString(w.part(d, depth))
	}
	w.vars = w.vars[:mark]
	return b.String()
}

func (w *writer) branch(d dot, depth int, word string, inside dot) string {
	mark := len(w.vars)
	declared := ""
	cond := w.pipe(d)
	if w.chance(4) {
		name := fmt.Sprintf("$v%d", mark)
		declared = name + " := "
		w.vars = append(w.vars, name)
	}
	out := "{{" + word + " " + declared + cond + "}}" + w.parts(inside, depth-1)
	if w.chance(3) {
		out += "{{else " + word + " " + w.pipe(d) + "}}" + w.parts(inside, depth-1)
	}
	if w.chance(2) {
		out += "{{else}}" + w.parts(d, depth-1)
	}
	w.vars = w.vars[:mark]
	return out + "{{end}}"
}

func (w *writer) with(d dot, depth int) string {
	if d != aText && w.chance(3) {
		return "{{with .Item}}" + w.parts(anItem, depth-1) + "{{else}}" + w.parts(d, depth-1) + "{{end}}"
	}
	return w.branch(d, depth, "with", aText)
}

func (w *writer) loop(d dot, depth int) string {
	list, inside := w.pick("3", "0", `"text"`, "$.N"), aText
	switch d {
	case aView:
		list = w.pick(".Items", ".Ptrs", ".List", ".Anys", ".Map", ".Nums", ".Mixed", ".N", "3", ".U", ".Array", ".Bytes", ".I", ".Item.Items", ".Map.key", ".PI", "(slice .List 1)")
	case anItem:
		list = w.pick(".Items", ".List", ".Map", ".N")
	}
	if strings.HasSuffix(list, "Items") || list == ".Ptrs" || list == ".Nums" {
		inside = anItem
	}
	mark := len(w.vars)
	declared := ""
	switch rapid.IntRange(0, 5).Draw(w.T, "declared") {
	case 0:
		declared = fmt.Sprintf("$v%d := ", mark)
		w.vars = append(w.vars, fmt.Sprintf("$v%d", mark))
	case 1:
		declared = fmt.Sprintf("$v%d, $v%d := ", mark, mark+1)
		w.vars = append(w.vars, fmt.Sprintf("$v%d", mark), fmt.Sprintf("$v%d", mark+1))
	case 2:
		if mark > 1 {
			declared = w.pick("$v0 = ", "$v1, $v0 = ")
		}
	}
	w.loops++
	out := "{{range " + declared + list + "}}" + w.parts(inside, depth-1)
	w.loops--
	if w.chance(2) {
		out += "{{else}}" + w.parts(d, depth-1) // with a {{break}} of the outer one, perhaps
	}
	w.vars = w.vars[:mark]
	return out + "{{end}}"
}

func (w *writer) call(d dot) string {
	switch {
	case d == aView && w.chance(2):
		return w.pick(`{{template "view" .}}`, `{{template "text"}}`, `{{block "block" .S}}{{.}}{{$}}{{end}}`)
	case d == aText:
		return w.pick(`{{template "any" .}}`, `{{template "text" .}}`, `{{template "any"}}`)
	}
	return w.pick(`{{template "item" .Item}}`, `{{template "any" .S}}`, `{{template "any" `+w.pipe(d)+`}}`, `{{template "tree" .Items}}`)
}

// layout is a template with all that it calls.
func layout() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		w := &writer{T: t}
		view := &writer{T: t}
		var b strings.Builder
		b.WriteString(w.parts(aView, 3))
		b.WriteString(`{{define "any"}}<i>{{.}}</i>{{$}}{{end}}{{define "text"}}only text{{end}}`)
		b.WriteString(`{{define "item"}}{{with .}}` + (&writer{T: t}).parts(anItem, 1) + `{{end}}{{end}}`)
		b.WriteString(`{{define "tree"}}<ul>{{range $i, $e := .}}<li>{{$i}} {{.S}}{{template "tree" .Items}}{{end}}</ul>{{end}}`)
		b.WriteString(`{{define "view"}}` + strings.ReplaceAll(view.parts(aView, 1), `{{template "view" .}}`, "") + `{{end}}`)
		return b.String()
	})
}
