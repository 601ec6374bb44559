package theme_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/theme"
)

// Who edits a layout wants its pages made again, and no others.
func TestVersionFollowsWhatALayoutReads(t *testing.T) {
	right := func(p string, n int) string { return variants[p].right[n] }
	for _, tt := range []struct {
		name   string
		before []string // changes to the small theme, as pairs of a path and a text
		edit   []string
		want   []string // layouts with another version
	}{
		{"a layout", nil, []string{"layouts/home.html", right("layouts/home.html", 1)}, []string{"home"}},
		{"a mistake in a layout", nil, []string{"layouts/list.html", "{{"}, []string{"list"}},
		{"a layout comes", nil, []string{"layouts/hom.html", "x"}, []string{"hom", "nothing"}},
		{"the base", nil, []string{"layouts/base.html", right("layouts/base.html", 1)}, []string{"home", "list"}},
		{"a partial of one layout", nil, []string{"partials/card.html", "<i>{{.}}</i>"}, []string{"list"}},
		{"a partial of the base", nil, []string{"partials/foot.html", "<p>foot</p>"}, []string{"home", "list"}},
		{"a partial that nobody calls", nil, []string{"partials/spare.html", "<p>spare</p>"}, nil},
		{"a mistake in it", nil, []string{"partials/spare.html", "{{"}, []string{"home", "list"}},
		{"an icon by a name in the view", nil, []string{"icons/moon.svg", "<svg/>"}, []string{"home"}},
		{"the stylesheet", nil, []string{"css/parts/a.css", ".a{color:green}"}, nil},
		{"the stylesheet, named", []string{"layouts/list.html", right("layouts/list.html", 1)}, []string{"css/parts/a.css", ".a{color:green}"}, []string{"list"}},
		{"the stylesheet, by a name in the view", []string{"layouts/base.html", right("layouts/base.html", 1)}, []string{"css/parts/a.css", ".a{color:green}"}, []string{"home", "list"}},
		{"a published file", nil, []string{"static/icon.svg", "<svg>new</svg>"}, []string{"home", "list"}},
		{
			"a source goes while nothing is published",
			[]string{"layouts/list.html", `{{define "main"}}{{asset "js/search.js"}}{{end}}`, "css/more.css", `@import "./none.css";`},
			[]string{"js/search.js", ""},
			[]string{"list"},
		},
		{"root/", nil, []string{"root/CNAME", "a.example.org"}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, loader := newEditor(), &theme.Loader{}
			change := func(files []string) map[string]string {
				for i := 0; i < len(files); i += 2 {
					put(e.under, files[i], files[i+1])
				}
				out := map[string]string{}
				for i, v := range all(t, loader, e.options()).Versions {
					out[smallLayouts[i]] = v
				}
				return out
			}
			before := change(tt.before)
			after := change(tt.edit)
			var got []string
			for _, layout := range smallLayouts {
				if before[layout] != after[layout] {
					got = append(got, layout)
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The built-in theme's layouts stand apart too.
func TestVersionsOfBuiltIn(t *testing.T) {
	layouts := []string{"home", "list", "notfound", "barriers", "az", "redirect", "search", "entry", "page", "tags"}
	var loader theme.Loader
	versions := func(files ...string) map[string]string {
		th, list, err := loader.Load(theme.Options{Layers: []theme.Layer{builtin(), own(files...)}})
		if err != nil || len(list) > 0 {
			t.Fatal(err, list)
		}
		out := map[string]string{}
		for _, l := range layouts {
			out[l] = th.Version(l)
		}
		return out
	}
	before := versions()
	for _, edited := range layouts {
		file := "layouts/" + edited + ".html"
		now := versions(file, strings.Replace(builtinText(t, file), `{{define "main"}}`, `{{define "main"}}new`, 1))
		for _, l := range layouts {
			if (now[l] != before[l]) != (l == edited) {
				t.Errorf("editing %s: the version of %s was %s and is %s", edited, l, before[l], now[l])
			}
		}
	}
}
