package serve_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/themes"
)

// However much is wrong or new, an event stays small enough for a browser to show.
func TestEventsStaySmall(t *testing.T) {
	const count = 27000
	s, host := start(t, options(t))
	r := result(t, broken)
	r.Diagnostics = nil
	for i := range count {
		r.Diagnostics = append(r.Diagnostics,
			diag.Diagnostic{Severity: diag.Warning, Code: "w", Pos: diag.Position{File: "a.md", Line: i + 1}},
			diag.Diagnostic{Severity: diag.Error, Code: "e", Pos: diag.Position{File: "a.md", Line: i + 1}})
	}
	s.Show(r)
	e := listen(t, host).next()
	if len(e.Problems) != 50 || e.More != count-50 {
		t.Fatalf("%d problems and %d more", len(e.Problems), e.More)
	}
	for i, p := range e.Problems {
		if p.Line != i+1 || p.Severity != "error" {
			t.Fatalf("number %d is %+v", i, p)
		}
	}
	files := map[string]string{}
	var changes []build.Change
	for i := range 30 {
		name := fmt.Sprintf("p%02d", i)
		files["content/pages/"+name+".md"] = "---\ntitle: P\nsummary: P.\n---\n\nText.\n"
		changes = append(changes, build.Change{File: "content/pages/" + name + ".md", Address: name + ".html", Title: "P"})
	}
	r = result(t, with(files))
	r.Changed = changes
	l := listen(t, host)
	l.next()
	s.Show(r)
	e = l.newest(2)
	if len(e.Changed) != 20 || e.Changed[0].Address != "p00.html" || e.More != 0 {
		t.Errorf("%+v", e)
	}
}

// A page learns which of its images are new: their addresses are the same as before.
func TestChangedAssets(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range with(map[string]string{
		"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\n![a](a.svg) ![b](b.svg)\n",
		"content/pages/a.svg":    "<svg/>",
		"content/pages/b.svg":    "<svg/>",
	}) {
		fsys[name] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(1, 0)}
	}
	b := build.New(build.Options{FS: fsys, DefaultTheme: themes.Default(), Today: "2026-01-01", Watching: true})
	rebuild := func() *build.Result {
		r, err := b.Rebuild(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	s, host := start(t, options(t))
	s.Show(rebuild())
	l := listen(t, host)
	l.next()
	fsys["content/pages/a.svg"] = &fstest.MapFile{Data: []byte("<svg> </svg>"), ModTime: time.Unix(2, 0)}
	s.Show(rebuild())
	if e := l.newest(2); cmp.Diff([]string{"a.svg"}, e.Assets) != "" {
		t.Errorf("%+v", e)
	}
	if e := listen(t, host).next(); len(e.Assets) > 0 {
		t.Errorf("a page opened later is told %+v", e)
	}
}

// What is missed while an older site is shown is told once it can be seen, and no more.
func TestMissedAssets(t *testing.T) {
	files := map[string]string{"content/pages/about.md": "---\ntitle: About us\nsummary: Us.\n---\n\n![a](a.svg) ![b](b.svg)\n"}
	for _, name := range []string{"a", "b"} {
		files["content/pages/"+name+".svg"] = "<svg/>"
	}
	s, host := start(t, options(t))
	s.Show(result(t, with(files)))
	l := listen(t, host)
	show := func(files map[string]string, assets ...string) []string {
		r := result(t, files)
		r.Assets = assets
		before := listen(t, host).next().Generation
		s.Show(r)
		return l.newest(before + 1).Assets
	}
	if got := show(broken, "a.svg", "gone.svg"); len(got) > 0 {
		t.Errorf("told of what is not shown: %v", got)
	}
	s.Fail(errors.New("content: no such folder"))
	if got := show(broken, "a.svg"); len(got) > 0 {
		t.Errorf("told of what is not shown: %v", got)
	}
	if got := show(with(files), "b.svg"); cmp.Diff([]string{"b.svg", "a.svg"}, got) != "" {
		t.Errorf("after mending: %v", got)
	}
	s.Fail(errors.New("content: no such folder"))
	if got := show(with(files), "b.svg"); cmp.Diff([]string{"b.svg"}, got) != "" {
		t.Errorf("then: %v", got)
	}
}
