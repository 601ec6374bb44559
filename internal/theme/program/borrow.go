package program

import (
	"errors"
	"html/template"
	"reflect"
	"strings"
	"sync"
	texttemplate "text/template"
	"text/template/parse"
)

// borrowed are escapers for places that few layouts have, and for markup in attributes:
// html/template escapes the one value, in a page that has nothing but that place.
var borrowed = struct {
	quoted, unquoted, name escaper
	others                 map[string]escaper
}{
	quoted:   borrow("_html_template_attrescaper", `<a title="{{.}}">`),
	unquoted: borrow("_html_template_nospaceescaper", `<a title={{.}}>`),
	name:     borrow("_html_template_htmlnamefilter", `<a {{.}}>`),
	others: map[string]escaper{
		"_html_template_cssescaper":       borrow("_html_template_cssescaper", `<style>a{content:"x{{.}}"}</style>`),
		"_html_template_cssvaluefilter":   borrow("_html_template_cssvaluefilter", `<style>a{color:{{.}}}</style>`),
		"_html_template_jsregexpescaper":  borrow("_html_template_jsregexpescaper", `<script>x=/y{{.}}/</script>`),
		"_html_template_jsstrescaper":     borrow("_html_template_jsstrescaper", `<script>x="{{.}}"</script>`),
		"_html_template_jstmpllitescaper": borrow("_html_template_jstmpllitescaper", "<script>x=`{{.}}`</script>"),
		"_html_template_jsvalescaper":     borrow("_html_template_jsvalescaper", `<script>x={{.}}</script>`),

		// Those that a layout may name itself; html/template leaves them where they are as good.
		"html":     applying(func(v value) string { return texttemplate.HTMLEscaper(v.any()) }),
		"urlquery": applying(func(v value) string { return texttemplate.URLQueryEscaper(v.any()) }),
	},
}

// borrow makes an escaper of a page whose one action ends in the escaper with this name,
// and in no other. Where html/template thinks otherwise, pages that want it are its own.
func borrow(name, page string) escaper {
	before, after, _ := strings.Cut(page, "{{.}}")
	small := sync.OnceValues(func() (*template.Template, error) {
		t := template.Must(template.New(name).Parse(page))
		var b strings.Builder
		err := t.Execute(&b, "x")
		if err == nil && !(endsIn(t.Tree, name) && strings.HasPrefix(b.String(), before) && strings.HasSuffix(b.String(), after)) {
			err = errors.New("html/template escapes " + page + " in another way")
		}
		return t, err
	})
	return applying(func(v value) string {
		t, err := small()
		if err != nil {
			panic(err)
		}
		arg := v.any()
		if _, ok := arg.(reflect.Value); ok {
			giveUp("a reflect.Value in the view")
		}
		var b strings.Builder
		if err := t.Execute(&b, arg); err != nil {
			panic(err)
		}
		return strings.TrimSuffix(strings.TrimPrefix(b.String(), before), after)
	})
}

func endsIn(tree *parse.Tree, escaper string) bool {
	for _, n := range tree.Root.Nodes {
		if action, ok := n.(*parse.ActionNode); ok {
			return len(action.Pipe.Cmds) == 2 && action.Pipe.Cmds[1].String() == escaper
		}
	}
	return false
}
