package program_test

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/theme/hostile"
	"github.com/microleadership/playbook/internal/theme/program"
)

// places are where an action can stand, in as many contexts as html/template knows.
var places = []string{
	"%s", "%s", "%s", "<p>%s</p>", `<p title="%s">`, `<p title='%s'>`, `<p title=%s>`, `<p class="a %s b">`, `<a href="%s">`, `<a href='%s'>`, `<a href=%s>`, `<a href="/x/%s">`, `<a href="/x?q=%s">`, `<a href="#%s">`,
	`<a href="/x?%s">`, `<img src="%s">`, `<img srcset="%s">`, `<img srcset=%s>`, `<p style="color:%s">`, `<p style="background:url(%s)">`, `<p style="background:url('/%s')">`, `<p style="content:'%s'">`,
	`<a onclick="f(%s)">`, `<a onclick='f("%s")'>`, `<script>x=%s</script>`, `<script>x="%s"</script>`, `<script>x='%s'</script>`, "<script>x=`%s`</script>", `<script>x=/a%s/.test(y)</script>`,
	`<script type="application/ld+json">{"a":%s}</script>`, `<style>a{color:%s}</style>`, `<style>a{content:"%s"}</style>`, `<style>a{background:url("%s")}</style>`, `<title>%s</title>`, `<textarea>%s</textarea>`,
	`<!-- %s -->`, `<p %s>`, `<p %s="x">`, `<p data-%s="x">`, `<meta content="%s">`, `<meta http-equiv="refresh" content="0; url=%s">`, `<form action="%s">`, `<p lang="x"%s>`, "<pre>\n %s\n</pre>",
}

// Each hostile text, as each type that means something to html/template, in each place.
func TestEveryTextInEveryPlace(t *testing.T) {
	as := map[string]func(string) any{
		"string": func(s string) any { return s }, "HTML": func(s string) any { return template.HTML(s) }, "HTMLAttr": func(s string) any { return template.HTMLAttr(s) },
		"CSS": func(s string) any { return template.CSS(s) }, "JS": func(s string) any { return template.JS(s) }, "JSStr": func(s string) any { return template.JSStr(s) },
		"URL": func(s string) any { return template.URL(s) }, "Srcset": func(s string) any { return template.Srcset(s) },
		"named": func(s string) any { return name(s) }, "stringer": func(s string) any { return loud(s) }, "pointed stringer": func(s string) any { return &quiet{s} },
		"value of a pointed stringer": func(s string) any { return quiet{s} }, "error": func(s string) any { return errors.New(s) },
		"pointer": func(s string) any { return &s }, "pointers": func(s string) any { p := &s; return &p }, "pointer to HTML": func(s string) any { h := template.HTML(s); return &h },
		"pointer to any": func(s string) any { var a any = template.HTML(s); return &a }, "bytes": func(s string) any { return []byte(s) }, "list": func(s string) any { return []string{s, s} },
		"map": func(s string) any { return map[string]any{s: 1} }, "nil": func(string) any { return nil }, "nil pointer": func(string) any { return (*string)(nil) },
		"number": func(s string) any { return len(s) - 3 }, "float": func(s string) any { return float64(len(s)) / 3 }, "bool": func(s string) any { return s == "" },
	}
	all := slices.Compact(slices.Sorted(slices.Values(hostile.Texts)))
	for _, place := range places {
		source := fmt.Sprintf(place, "{{.}}")
		set := template.Must(template.New("page").Parse(source))
		p, err := program.Compile(set, "page", nil)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		for kind, of := range as {
			for _, s := range all {
				var want bytes.Buffer
				if err := set.Execute(&want, of(s)); err != nil {
					t.Fatal(err)
				}
				got, err := p.Append(nil, of(s))
				if err != nil || string(got) != want.String() {
					t.Errorf("%s of %q in %s:\ngot  %q, %v\nwant %q", kind, s, source, got, err, want.String())
				}
			}
		}
	}
}

// What programs leave to html/template, and what they say of it.
func TestRefused(t *testing.T) {
	for _, tt := range []struct{ source, why string }{
		{`{{define "x"}}y{{end}}<p class="{{template "x"}}">`, `page:1:43: a template is called where no text stands, or there is none: x$htmltemplate_`},
		{`{{.S.Len 1}}`, `page:1:2: a method that is called with arguments`},
		{`{{.S | .Len}}`, `page:1:7: a method that is called with arguments`},
		{`{{call .S}}`, `page:1:2: a function that is not compiled: call`},
		{`{{len ($x := .S)}}`, `page:1:7: a variable is declared in parentheses`},
		{`{{define "x"}}y{{end}}{{template "x" $x := .S}}`, `page:1:33: a variable is declared in a call`},
		{`<a href={{.S}}`, `html/template:page: ends in a non-text context: {stateURL delimSpaceOrTagEnd urlPartNone`},
	} {
		set := template.Must(template.New("page").Parse(tt.source))
		_, err := program.Compile(set, "page", nil)
		if err == nil || !strings.HasPrefix(err.Error(), tt.why) {
			t.Errorf("%s: %v\nwant %s", tt.source, err, tt.why)
		}
	}
	if _, err := program.Compile(template.New("page"), "page", nil); err == nil {
		t.Error("a template without a text was compiled")
	}
}

type bomb struct{}

func (bomb) MarshalJSON() ([]byte, error) { panic("boom") }

// Neither what is known when a template is compiled nor a function in a page ends more
// than that page.
func TestPanics(t *testing.T) {
	functions := template.FuncMap{"bomb": func(string) any { return bomb{} }, "panics": func(string) string { panic("boom") }}
	for _, source := range []string{`<script>x={{bomb "x"}}</script>`, `<script>x={{bomb .}}</script>`, `{{panics "x"}}`, `{{panics .}}`} {
		set := template.Must(template.New("page").Funcs(functions).Parse(source))
		p, err := program.Compile(set, "page", functions)
		if err != nil {
			t.Fatal(err)
		}
		if page, err := p.Append(nil, "x"); err == nil {
			t.Errorf("%s made %q", source, page)
		}
	}
}

type withMethod struct{ S string }

func (withMethod) Method() string   { return "called" }
func (*withMethod) Pointed() string { return "called" }

// What only shows in a page, and is left to html/template then: nothing of the page stays.
func TestGivesUp(t *testing.T) {
	rounds := 0
	items := make(chan int, 1)
	items <- 1
	for _, tt := range []struct {
		source string
		view   any
		why    string
	}{
		{`{{.Method}}`, withMethod{}, "no field .Method of program_test.withMethod"},
		{`{{.Pointed}}`, &withMethod{}, "no field .Pointed of program_test.withMethod"},
		{`{{.Title}}`, shadowing{}, "no field .Title of program_test.shadowing"},
		{`{{.None}}`, withMethod{}, "no field .None of program_test.withMethod"},
		{`{{.S.S}}`, withMethod{}, "no field .S of string"},
		{`{{.S}}`, (*withMethod)(nil), "a nil pointer before .S"},
		{`{{range .}}x{{end}}`, items, "a range over chan int"},
		{`{{range .}}x{{end}}`, func(func(int) bool) { rounds++ }, "a range over func(func(int) bool)"},
		{`{{range .}}x{{end}}`, map[float64]int{1: 1}, "a range over a map whose keys are of float64"},
		{`{{eq . 1}}`, "1", "a comparison of different types"},
		{`{{lt . true}}`, false, "a comparison of what has no order"},
		{`{{define "x"}}{{template "x"}}{{end}}{{template "x"}}`, nil, "templates call each other too deeply"},
		{`{{eq .V 1}}`, struct{ V reflect.Value }{reflect.ValueOf(1)}, "a reflect.Value in the view"},
		{`<script>{{.V}}</script>`, struct{ V reflect.Value }{reflect.ValueOf(1)}, "a reflect.Value in the view"},
		{`{{.}}`, reflect.ValueOf(1), "a reflect.Value as the view"},
		{`{{index . 3}}`, []int{1}, "reflect: slice index out of range"},
	} {
		p, err := program.Compile(template.Must(template.New("page").Parse("start"+tt.source)), "page", nil)
		if err != nil {
			t.Errorf("%s: %v", tt.source, err)
			continue
		}
		dst, err := p.Append([]byte("before"), tt.view)
		if string(dst) != "before" || err == nil || err.Error() != tt.why {
			t.Errorf("%s: %q, %v", tt.source, dst, err)
		}
	}
	if rounds > 0 || len(items) != 1 {
		t.Error("what yields items only once was asked for them")
	}
}
