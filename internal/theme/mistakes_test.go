package theme_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/theme"
)

// Each mistake of a theme's author has its file, its place and, where something
// near exists, a way out.
func TestMistakes(t *testing.T) {
	tests := []struct {
		name, file, text string
		line, column     int
		says, hint       string
	}{
		{"unclosed action", "layouts/page.html", "{{define \"main\"}}\n{{if .Body}}\n{{end}}", 3, 1, "unexpected EOF", ""},
		{"unknown function", "layouts/page.html", "\n{{define \"main\"}}{{loower .Title}}{{end}}", 2, 1, "unknown function “loower”", "did you mean “lower”?"},
		{"unknown partial", "layouts/page.html", "{{define \"main\"}}\n  {{template \"partials/tok\" .}}{{end}}", 2, 15, "no template “partials/tok”", "did you mean “partials/toc”?"},
		{"unknown field", "layouts/page.html", "{{define \"main\"}}\n<p>{{.Sumary}}</p>{{end}}", 2, 6, "unknown field “Sumary” of pages.PageView", "did you mean “Summary”?"},
		{"unknown field of an item", "partials/toc.html", "{{range .TOC}}<a>{{.Titl}}</a>{{end}}", 1, 20, "unknown field “Titl” of pages.TOCItem", "did you mean “Title”?"},
		{"unknown icon", "layouts/page.html", "{{define \"main\"}}{{icon \"storry\"}}{{end}}", 1, 20, "no icon “storry”", ""},
		{"unknown asset", "layouts/page.html", "{{define \"main\"}}{{asset \"static/ikon.svg\"}}{{end}}", 1, 20, "publishes no “static/ikon.svg”", ""},
		{"unsafe place", "layouts/page.html", "{{define \"main\"}}\n<script>var a = {{if .Title}}\"{{end}}</script>{{end}}", 2, 1, "", ""},
		{"quotation mark missing", "layouts/page.html", "{{define \"main\"}}\n<p>é <a href=\"{{.Title}}<p>\n{{end}}", 2, 6, "never closed", ""},
		{"tag not closed in a partial", "partials/toc.html", "<nav>\n<p\n", 2, 1, "never closed", ""},
		{"tag in a tag", "layouts/page.html", "{{define \"main\"}}\n\n<p <b>x</b>{{end}}", 3, 4, "\"<\" in attribute name", ""},
		{"script not closed", "layouts/page.html", "{{define \"main\"}}<p>\n<script>{{end}}", 2, 1, "never closed", ""},
		{"no main", "layouts/page.html", "<h1>{{.Title}}</h1>", 1, 1, "defines no “main”", "put what it shows between {{define \"main\"}} and {{end}}"},
		{"css syntax", "css/more.css", ".a { color: red\n", 2, 1, "expected \"}\"", ""},
		{"js syntax", "js/more.js", "const é = ;\n", 1, 11, "unexpected \";\"", ""},
		{"missing import", "js/more.js", "import \"./site/filter.js\"\n", 1, 8, "no file “js/site/filter.js”", "did you mean “js/site/filters.js”?"},
		{"package import", "js/more.js", "import \"lodash\"\n", 1, 8, "packages cannot be imported", ""},
		{"import that leaves", "css/more.css", "@import \"../../secret.css\";\n", 1, 9, "leaves the theme", ""},
		{"remote font", "css/more.css", ".a{background:url(https://example.org/x.png)}\n", 1, 15, "another host", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := firstMistake(t, own(tt.file, tt.text))
			if d.Pos != (diag.Position{File: "themes/ours/" + tt.file, Line: tt.line, Column: tt.column}) {
				t.Errorf("at %+v, want line %d, column %d", d.Pos, tt.line, tt.column)
			}
			if !strings.Contains(strings.ToLower(d.Text), strings.ToLower(tt.says)) {
				t.Errorf("says %q", d.Text)
			}
			if tt.hint != "" && d.Hint != tt.hint {
				t.Errorf("hints at %q", d.Hint)
			}
			if want := strings.Split(tt.text, "\n")[tt.line-1]; d.Source != want {
				t.Errorf("source line is %q, want %q", d.Source, want)
			}
		})
	}
}

// firstMistake is what loading the layer says, or else rendering the about page.
func firstMistake(t *testing.T, layer theme.Layer) diag.Diagnostic {
	t.Helper()
	th, list := load(t, layer)
	for _, d := range list {
		if d.Severity == diag.Error || d.Severity == diag.Warning {
			return d
		}
	}
	for _, s := range samples() {
		if s.name != "page" {
			continue
		}
		var p *theme.Problem
		if err := th.Render(io.Discard, "page", s.view); errors.As(err, &p) {
			return p.Diagnostic
		}
	}
	t.Fatal("nobody noticed")
	return diag.Diagnostic{}
}

func TestAllMistakesAreReported(t *testing.T) {
	_, list := load(t, own(
		"layouts/page.html", `{{define "main"}}{{template "partials/a"}}{{template "partials/b"}}{{end}}`,
		"layouts/az.html", `{{`,
		"css/more.css", `.a { color: red`,
		"js/more.js", `(`,
	))
	files := map[string]int{}
	for _, d := range list {
		files[d.Pos.File]++
	}
	want := map[string]int{"themes/ours/layouts/page.html": 2, "themes/ours/layouts/az.html": 1, "themes/ours/css/more.css": 1, "themes/ours/js/more.js": 1}
	for file, n := range want {
		if files[file] != n {
			t.Errorf("%s: %d diagnostics, want %d", file, files[file], n)
		}
	}
}

// What Load has said of a layout is what rendering says: nothing is reported twice in
// other words, and a mistake in one file accuses no other.
func TestMistakesDoNotMultiply(t *testing.T) {
	for _, tt := range [][2]string{
		{"js/more.js", "("},
		{"css/more.css", ".a {"},
		{"layouts/home.html", "{{if}}"},
		{"layouts/home.html", "{{define \"main\"}}{{template \"partials/a\"}}{{end}}"},
		{"layouts/home.html", "{{define \"main\"}}<a href=\"{{end}}"},
		{"layouts/base.html", "{{"},
		{"partials/footer.html", "<footer"},
	} {
		th, list := load(t, own(tt[0], tt[1]))
		if len(list) != 1 {
			t.Errorf("%s: Load reports %+v", tt[0], list)
		}
		for _, s := range samples() {
			err := th.Render(io.Discard, layoutOf(s.view), s.view)
			var p *theme.Problem
			if err != nil && (!errors.As(err, &p) || p.Diagnostic != list[0]) {
				t.Errorf("%s: rendering %s adds %v", tt[0], s.name, err)
			}
		}
	}
}

func TestFilesThatNobodyReads(t *testing.T) {
	_, list := load(t, own(
		"layouts/hom.html", `{{define "main"}}x{{end}}`,
		"layouts/home.htm", "x",
		"layouts/sub/page.html", "x",
		"partial/footer.html", "x",
		"icons/story.png", "x",
		"README.md", "our theme", "css/parts/more.css", ".a{}", "static/a/b.txt", "x", "root/CNAME", "x", "fonts/a.woff2", "x",
	))
	got := map[string]string{}
	for _, d := range list {
		if d.Severity != diag.Warning {
			t.Errorf("%+v", d)
		}
		got[d.Pos.File] = d.Hint
	}
	want := map[string]string{
		"themes/ours/layouts/hom.html":      "did you mean “home”?",
		"themes/ours/layouts/home.htm":      "",
		"themes/ours/layouts/sub/page.html": "move it to layouts/",
		"themes/ours/partial/footer.html":   "did you mean “partials”?",
		"themes/ours/icons/story.png":       "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownLayout(t *testing.T) {
	th, _ := load(t)
	var p *theme.Problem
	if err := th.Render(io.Discard, "entri", samples()[0].view); !errors.As(err, &p) || p.Hint != "did you mean “entry”?" {
		t.Errorf("got %v", err)
	}
}

func TestBrokenThemeStillAnswers(t *testing.T) {
	th, list := load(t, own("layouts/base.html", `{{`, "css/more.css", `}`))
	if !list.HasErrors() {
		t.Fatal("a broken base should be an error")
	}
	if err := th.Render(io.Discard, "home", samples()[0].view); err == nil {
		t.Error("a broken theme rendered a page")
	}
}
