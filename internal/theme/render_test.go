package theme_test

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/theme"
	"github.com/microleadership/playbook/internal/theme/hostile"
	"github.com/microleadership/playbook/themes"
)

// Nothing in the built-in theme needs html/template to make a page.
func TestBuiltInIsFast(t *testing.T) {
	th := loadBuiltin(t)
	for _, s := range samples() {
		render(t, th, s.view)
	}
	files, err := fs.Glob(themes.Default(), "layouts/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		layout := strings.TrimSuffix(path.Base(f), ".html")
		if why := th.Slow(layout); why != nil {
			t.Errorf("%s: %v", layout, why)
		}
	}
}

// Any view makes the page that html/template makes of it, whatever stands in it.
func TestBuiltInRendersAsTemplate(t *testing.T) {
	th := loadBuiltin(t)
	for layout, view := range map[string]any{
		"home": pages.HomeView{}, "list": pages.ListView{}, "entry": pages.EntryView{}, "page": pages.PageView{}, "notfound": pages.PageView{}, "az": pages.AZView{},
		"tags": pages.TagsView{}, "search": pages.SearchView{}, "barriers": pages.BarriersView{}, "redirect": pages.RedirectView{},
	} {
		t.Run(layout, func(t *testing.T) {
			made := 0
			rapid.Check(t, func(t *rapid.T) {
				v := reflect.New(reflect.TypeOf(view)).Elem()
				hostile.Filler{T: t}.Fill(v, 4)
				nameIcons(t, v)
				var want bytes.Buffer
				fails := th.RenderByTemplate(&want, layout, v.Interface())
				got, err := th.AppendPage(nil, layout, v.Interface())
				if err == nil {
					made++
				}
				if (err == nil) != (fails == nil) || err == nil && !bytes.Equal(got, want.Bytes()) {
					t.Fatalf("\ngot  %s, %v\nwant %s, %v", got, err, want.Bytes(), fails)
				}
			})
			if made < 10 {
				t.Errorf("only %d pages were made", made)
			}
			if why := th.Slow(layout); why != nil && !strings.Contains(why.Error(), "no icon") {
				t.Error(why)
			}
		})
	}
}

// nameIcons gives icons names that there are, mostly: other pages are mistakes.
func nameIcons(t *rapid.T, v reflect.Value) {
	kinds := rapid.SampledFrom([]string{"principle", "example", "story", "barrier", "", "principle", "none"})
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name == "Kind" || name == "Icon" {
				v.Field(i).SetString(kinds.Draw(t, "kind"))
			} else if v.Field(i).CanSet() {
				nameIcons(t, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			nameIcons(t, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			nameIcons(t, v.Elem())
		}
	}
}

// A layout that is not understood is rendered all the same, and its author can ask why it
// is slow.
func TestSlowLayout(t *testing.T) {
	th, list := load(t, own(
		"partials/words.html", "a b",
		"layouts/page.html", `{{define "main"}}<p class="{{template "partials/words" .}}">{{.Title}}</p>{{end}}`,
	))
	if len(list) > 0 {
		t.Fatal(list)
	}
	v := pages.PageView{Chrome: chrome("page", "<Title>", "", "")}
	if got := string(render(t, th, v)); !strings.Contains(got, `<p class="a b">&lt;Title&gt;</p>`) {
		t.Error(got)
	}
	if why := th.Slow("page"); why == nil || !strings.HasPrefix(why.Error(), "layouts/page:1:38: a template is called where no text stands") {
		t.Errorf("slow because: %v", why)
	}
	if why := errors.Join(th.Slow("entry"), th.Slow("none")); why != nil {
		t.Error(why)
	}
}

// Of a page with a mistake, nothing is written.
func TestMistakesWriteNothing(t *testing.T) {
	th, _ := load(t, own("layouts/page.html", `{{define "main"}}<p>{{.Title}}{{.None}}</p>{{end}}`))
	v := pages.PageView{Chrome: chrome("page", "Title", "", "")}
	w := bytes.NewBufferString("before")
	var problem *theme.Problem
	if err := th.Render(w, "page", v); !errors.As(err, &problem) || w.String() != "before" {
		t.Errorf("%v, %q", err, w)
	}
	page, err := th.AppendPage([]byte("before"), "page", v)
	if !errors.As(err, &problem) || string(page) != "before" {
		t.Errorf("%v, %q", err, page)
	}
	if problem.Text != "unknown field “None” of pages.PageView" || problem.Pos.File != "themes/ours/layouts/page.html" {
		t.Errorf("%+v", problem)
	}
}
