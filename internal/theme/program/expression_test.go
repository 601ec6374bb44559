package program_test

import (
	"bytes"
	"errors"
	"html/template"
	"testing"

	"github.com/microleadership/playbook/internal/theme/program"
)

type shadowing struct{ Base }

// Title is no field, though the embedded type has one.
func (shadowing) Title() string { return "method" }

// What random layouts seldom come to. Each makes the same page, or is a mistake for both.
func TestExpressions(t *testing.T) {
	text, none := "<text>", (*string)(nil)
	pointer := &text
	v := map[string]any{
		"N": -1, "U": uint(7), "Big": ^uint(0), "I": 7, "F": 1.5, "S": "a+b", "H": template.HTML("<b>x</b>"), "P": pointer, "PP": &pointer, "Nil": none, "Quiet": &quiet{"q"},
		"Err": errors.New("<e>"), "List": []int{1, 2, 3}, "Item": &item{S: "s", N: 2}, "None": (*item)(nil), "Map": map[string]int{"b": 2, "a": 1}, "Func": (func())(nil),
		"Lists": [][]int{{}, {1}, {}, {2, 3}}, "Ints": map[uint8]string{3: "c", 1: "a"}, "Key": 1, "Struct": Base{Lang: "l"}, "Strings": []string{"a"}, "Named": name("n"),
	}
	for _, source := range []string{
		`{{0x1e3}} {{1e3}} {{'a'}} {{-2}} {{1.0}} {{2i}} {{0b11}} {{1_000}} {{printf "%T %T %T %T" 0x1e3 1e3 'e' 1}}`,
		`{{eq .N .Big}} {{eq .Big .N}} {{eq .I .U}} {{eq .U .I}} {{lt .N .U}} {{lt .U .N}} {{lt .U .I}} {{ge .F 1.5}} {{gt "b" "a"}} {{le 1 1}}`,
		`{{eq .Item .None}} {{eq .None nil}} {{eq nil .None}} {{eq .Item .Item}} {{ne .None .None}} {{eq .Func nil}} {{eq .Absent nil}} {{eq .S nil}} {{eq .Struct .Struct}}`,
		`{{html .P .S}} {{html .PP}} {{.P | html}} {{urlquery .S .P}} {{.S | urlquery}} {{print .P .Nil .Absent}} {{js .P .S}}`,
		`<p title="{{html .S .P}}"> <a href="/?q={{urlquery .S .P}}"> <a href="/?q={{.S | urlquery}}"> <a href="{{.S | urlquery}}">`,
		`{{range .Lists}}[{{range .}}{{.}}{{else}}none{{break}}{{end}} after]{{end}}`,
		`{{range .Lists}}[{{range .}}{{.}}{{else}}none{{continue}}{{end}} after]{{end}}`,
		`{{range $i, $l := .Lists}}{{if eq $i 2}}{{break}}{{else}}{{continue}}{{.None.S}}{{end}}{{.None.S}}{{end}}`,
		`{{range $i, $l := .Lists}}{{range $l}}{{if eq . 2}}{{break}}{{end}}{{$i}}{{.}}{{end}};{{end}}`,
		`{{range $k, $v := .Map}}{{$k}}={{$v}} {{end}}{{range .Map}}{{.}}{{end}}{{range $k, $v := .Ints}}{{$k}}={{$v}} {{end}}{{range 3}}{{.}}{{end}}{{range $n := .U}}{{$n}}{{end}}`,
		`{{$x := 1}}{{range .List}}{{$x = .}}{{end}}{{$x}}{{with $x := .S}}{{$x}}{{.}}{{end}}{{$x}}{{if $y := .Absent}}{{else}}[{{$y}}]{{end}}`,
		`{{$x := 1}}{{if .Absent}}{{$x := 2}}{{else}}{{$x}}{{end}}{{range .Absent}}{{$x := 3}}{{else}}{{$x}}{{end}}{{$x}}`,
		`{{count (same .Absent)}}{{count .Strings}}{{lower .P}}{{.Quiet | string}}{{"x" | join "," "y"}}{{floats 1 2 true}}{{twice .I}}{{kind .Item}}{{held .S}}`,
		`{{bold .S | lower}}`,
		`{{count .Absent}}`,
		`{{lower .Named}}`,
		`{{lower .Nil}}`,
		`{{range $x := .None.Items}}{{end}}`,
		`{{range $i, $x := .Absent}}{{else}}{{$i}}{{$x}}-{{end}}`,
		`{{index .Ints .Key}} {{index .Map "a"}} {{index .Map "none"}} {{index .Lists 3 1}} {{index .S 1}} {{slice .S 1}} {{slice .List 1 2}} {{slice .List 0 1 2}} {{slice .S}} {{index .S}}`,
		`{{len .S}} {{len .Map}} {{len .List}} {{and .N .S}} {{or .Absent .S}} {{.S | and .N}} {{.S | or .Absent}} {{or 0 "" false}} {{not .None}}`,
		`{{and}}`,
		`{{and .Absent .None.S}} {{or .S .None.S}}`,
		`{{with .Item}}{{.S}}{{$.S}}{{else with .S}}{{.}}{{end}} {{with .None}}x{{else with .S}}{{.}}{{else}}y{{end}} {{if .None}}x{{else if .S}}{{.S}}{{end}}`,
		`{{define "a"}}{{$}}{{.}}{{end}}{{template "a"}}{{template "a" .S}}{{template "a" (print .S .N)}}{{with "x"}}{{template "a" $.H}}{{end}}`,
		`{{define "n"}}{{if .}}{{len .}}{{template "n" (slice . 1)}}{{end}}{{end}}{{template "n" .S}}`,
		`{{(index .Lists 1)}} {{(.Item).S}}`,
		`{{(print .S).None}}`,
		`{{/* a comment */}}<!-- another -->{{- .S -}}  <p>`,
	} {
		set, err := template.New("page").Funcs(functions).Parse(source)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		var want bytes.Buffer
		fails := set.Execute(&want, v)
		p, err := program.Compile(set, "page", functions)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		got, err := p.Append(nil, v)
		if (err == nil) != (fails == nil) || err == nil && string(got) != want.String() {
			t.Errorf("%s:\ngot  %q, %v\nwant %q, %v", source, got, err, want.String(), fails)
		}
		if fails != nil {
			t.Logf("%s fails: %v", source, fails)
		}
	}
}
