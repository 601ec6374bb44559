package theme_test

import (
	"maps"
	"slices"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/theme"
)

// variants are what somebody might have in each file of a small theme: what is right, and
// what is halfway through a word or mistaken. "" is a file that is not there.
var variants = map[string]struct{ right, wrong []string }{
	"layouts/base.html": {
		[]string{
			`<!doctype html><link href="{{asset "static/icon.svg"}}"><title>{{.Title}}</title>{{block "head" .}}{{end}}{{template "partials/top" .}}{{block "main" .}}{{end}}{{template "partials/foot" .}}`,
			`<p>{{asset .Asset}}</p>{{block "main" .}}{{end}}`,
		},
		[]string{`{{block "main" .}}{{end}`, `<p title="{{.Title}}>{{block "main" .}}{{end}}`, ""},
	},
	"layouts/home.html": {
		[]string{
			`{{define "main"}}<h1>{{.Title}}</h1>{{icon .Icon}}{{end}}`,
			`{{define "main"}}{{template "icons/star"}}{{end}}{{define "head"}}<meta name="x">{{end}}`,
			`{{define "main"}}{{template "aside"}}{{end}}{{define "aside"}}home's{{end}}`,
		},
		[]string{`{{define "main"}}{{.Titel}}{{end}}`, `{{define "main"}}<a {{end}}`, `<h1>no main</h1>`, ""},
	},
	"layouts/list.html": {
		[]string{
			`{{define "main"}}{{range .Items}}{{template "partials/card" .}}{{end}}{{end}}`,
			`{{define "main"}}{{asset "css/site.css"}} {{asset "js/search.js"}}{{end}}`,
			`{{define "main"}}x{{end}}{{define "partials/foot"}}<i>{{icon "star"}}</i>{{end}}`,
		},
		[]string{
			`{{define "main"}}{{template "partials/cart" .}}{{template "partials/none" .}}{{end}}`,
			`{{define "main"}}{{asset "fonts/f.woff2"}}{{asset "css/nothing.css"}}{{end}}`, "",
		},
	},
	"layouts/hom.html": {[]string{""}, []string{`{{define "main"}}x{{end}}`}},
	"partials/top.html": {
		[]string{`<header>{{.Title}}</header>`, "<header>\n  {{.Title | lower}}\n</header>"},
		[]string{`<header`, `{{define "partials/card"}}top's card{{end}}<p>`, ""},
	},
	"partials/foot.html": {
		[]string{`<footer>{{template "icons/star"}}</footer>`, `<footer>{{icon (lower .Icon)}}</footer>`},
		[]string{`{{template "partials/top" .}}`, `{{if}}`, ""},
	},
	"partials/card.html":   {[]string{`<b>{{.}}</b>`, `<b title={{.}}>{{.}}</b>`}, []string{`<script>var a = {{.}}</script>`, `{{loower .}}`, ""}},
	"partials/spare.html":  {[]string{"", `{{template "partials/card" .}}`}, []string{`{{template "aside"}}`, `<p`}},
	"partials/a:1: b.html": {[]string{"", `<p>x`}, []string{`{{`}},
	"icons/star.svg":       {[]string{`<svg/>`, `<svg id="s"/>`}, []string{`{{`, ""}},
	"icons/moon.svg":       {[]string{"", `<svg id="m"/>`}, nil},
	"css/site.css": {
		[]string{`@import "./parts/a.css"; @font-face{font-family:f;src:url("../fonts/f.woff2")}`, `.a{background:url(../static/icon.svg)}`, ""},
		[]string{`@import "./parts/b.css";`, `.a {`},
	},
	"css/parts/a.css": {[]string{`.a{color:red}`, `.a{color:blue}`}, []string{`.a{colr:re`, ""}},
	"css/parts/b.css": {[]string{"", `.b{color:red}`}, nil},
	"css/more.css":    {[]string{"", `.more{color:red}`}, []string{`@import "../js/m/m.js";`}},
	"js/site.js":      {[]string{`import {m} from "./m/m.js"; console.log(m)`, `import "../static/icon.svg"; console.log(1)`}, []string{`(`, ""}},
	"js/search.js": {
		[]string{`import {m} from "./m/m.js"; window.search = m`, `import x from "../fonts/f.woff2"; window.x = x`},
		[]string{`import m from "./m/n.js"`, ""},
	},
	"js/m/m.js":        {[]string{`export const m = "one"`, `export const m = "two"`}, []string{`export const n = 1`, `export`, ""}},
	"fonts/f.woff2":    {[]string{"font", "other font"}, []string{""}},
	"static/icon.svg":  {[]string{`<svg/>`, `<svg id="i"/>`}, []string{""}},
	"root/CNAME":       {[]string{"", "a.example.org", "b.example.org"}, nil},
	"partial/top.html": {[]string{""}, []string{"x"}},
}

// editor changes files of two layers at random, one to a few at a time.
type editor struct {
	under, over fstest.MapFS
	css         string
}

// newEditor starts with a small theme that is right.
func newEditor() *editor {
	e := &editor{under: fstest.MapFS{}, over: fstest.MapFS{}}
	for p, v := range variants {
		put(e.under, p, v.right[0])
	}
	return e
}

// drawEditor starts anywhere.
func drawEditor(t *rapid.T) *editor {
	e := newEditor()
	for _, p := range variedPaths {
		put(e.under, p, rapid.SampledFrom(variants[p].right).Draw(t, p))
	}
	return e
}

func put(fsys fstest.MapFS, p, text string) {
	delete(fsys, p)
	if text != "" {
		fsys[p] = &fstest.MapFile{Data: []byte(text)}
	}
}

var variedPaths = slices.Sorted(maps.Keys(variants))

func (e *editor) edit(t *rapid.T) {
	for range rapid.IntRange(0, 2).Draw(t, "more edits") + 1 {
		layer := rapid.SampledFrom([]fstest.MapFS{e.under, e.over, e.over}).Draw(t, "layer")
		p := rapid.SampledFrom(variedPaths).Draw(t, "file")
		texts := variants[p].right
		// Mostly right: where everything is broken, little can differ.
		if wrong := variants[p].wrong; wrong != nil && rapid.IntRange(0, 3).Draw(t, "wrong") == 0 {
			texts = wrong
		}
		put(layer, p, rapid.SampledFrom(texts).Draw(t, "text"))
	}
	e.css = rapid.SampledFrom([]string{"", "", "", ".g{color:red}", ".g{"}).Draw(t, "css")
}

func (e *editor) options() theme.Options {
	return theme.Options{CSS: []byte(e.css), Layers: []theme.Layer{{Dir: "themes/under", FS: e.under}, {Dir: "themes/over", FS: e.over}}}
}
