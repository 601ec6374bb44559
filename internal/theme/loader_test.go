package theme_test

import (
	"bytes"
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/theme"
	"github.com/microleadership/playbook/themes"
)

type smallView struct {
	Title, Icon, Asset string
	Items              []string
}

var smallViews = []smallView{
	{Title: "A & B", Icon: "star", Asset: "static/icon.svg", Items: []string{"one", "<two>"}},
	{Title: "C", Icon: "Moon", Asset: "css/site.css"},
	{Title: "D", Icon: "moon", Asset: "js/search.js"},
}

// outcome is the page that a layout makes, or what is said instead.
type outcome struct {
	Page    string
	Problem diag.Diagnostic
}

func tryRender(t require, th *theme.Theme, layout string, view any) outcome {
	var b bytes.Buffer
	var p *theme.Problem
	if err := th.Render(&b, layout, view); errors.As(err, &p) {
		return outcome{Problem: p.Diagnostic}
	} else if err != nil {
		t.Fatal(err)
	}
	return outcome{Page: b.String()}
}

type require interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

var smallLayouts = []string{"home", "list", "hom", "nothing"}

// everything is all that a theme gives, for two of them to be compared.
type everything struct {
	Assets, Root         []theme.Asset
	Stylesheets, Scripts []string
	List                 diag.List
	Versions             []string
	Pages                []outcome
}

func all(t require, l *theme.Loader, o theme.Options) everything {
	t.Helper()
	th, list, err := l.Load(o)
	if err != nil {
		t.Fatal(err)
	}
	out := everything{Assets: th.Assets(), Root: th.RootFiles(), Stylesheets: th.Stylesheets(), Scripts: th.Scripts(), List: list}
	for _, layout := range smallLayouts {
		out.Versions = append(out.Versions, th.Version(layout))
		for _, v := range smallViews {
			out.Pages = append(out.Pages, tryRender(t, th, layout, v))
		}
	}
	return out
}

// However somebody gets there, a theme is what loading its files for the first time
// gives; and a layout of one version makes the same page of the same view, in
// whichever theme.
func TestLoaderIsLoad(t *testing.T) {
	seen := map[string][]outcome{}
	again := 0
	rapid.Check(t, func(t *rapid.T) {
		e, loader := drawEditor(t), &theme.Loader{}
		for range rapid.IntRange(2, 6).Draw(t, "steps") {
			now := all(t, loader, e.options())
			if diff := cmp.Diff(all(t, &theme.Loader{}, e.options()), now); diff != "" {
				t.Fatal(diff)
			}
			for i, v := range now.Versions {
				pages := now.Pages[i*len(smallViews) : (i+1)*len(smallViews)]
				if before, ok := seen[smallLayouts[i]+v]; ok {
					again++
					if diff := cmp.Diff(before, pages); diff != "" {
						t.Fatalf("%s has the same version: %s", smallLayouts[i], diff)
					}
				}
				seen[smallLayouts[i]+v] = pages
			}
			e.edit(t)
		}
	})
	if again < len(seen)/4 {
		t.Errorf("versions hardly ever come again: %d of %d", again, len(seen))
	}
}

func TestNothingChanged(t *testing.T) {
	var loader theme.Loader
	o := theme.Options{Layers: []theme.Layer{builtin(), own("partials/footer.html", "<footer>one</footer>")}}
	first, _, _ := loader.Load(o)
	second, _, err := loader.Load(o)
	if err != nil || first != second {
		t.Error("the same files are another theme")
	}
	// Neither name, time nor size tell that this is another file.
	o.Layers[1] = own("partials/footer.html", "<footer>two</footer>")
	third, _, err := loader.Load(o)
	if err != nil || first == third || !bytes.Contains(render(t, third, samples()[0].view), []byte("<footer>two</footer>")) {
		t.Error("other bytes are the same theme")
	}
	if !bytes.Contains(render(t, first, samples()[0].view), []byte("<footer>one</footer>")) {
		t.Error("a later load has changed an earlier theme")
	}
}

// opened counts what is opened of a file system.
type opened struct {
	fs.FS
	n int
}

func (o *opened) Open(name string) (fs.File, error) { o.n++; return o.FS.Open(name) }

func TestFixedLayerIsReadOnce(t *testing.T) {
	for _, fixed := range []bool{true, false} {
		files := &opened{FS: themes.Default()}
		var loader theme.Loader
		load := func(text string) *theme.Theme {
			th, _, err := loader.Load(theme.Options{Layers: []theme.Layer{
				{Dir: "themes/default", FS: files, Fixed: fixed}, own("partials/footer.html", text),
			}})
			if err != nil {
				t.Fatal(err)
			}
			return th
		}
		load("<footer>one</footer>")
		n := files.n
		th := load("<footer>two</footer>")
		if (files.n == n) != fixed {
			t.Errorf("fixed is %v, and %d files were opened again", fixed, files.n-n)
		}
		if !bytes.Contains(render(t, th, samples()[0].view), []byte("<footer>two</footer>")) {
			t.Error("the layer over it was not read again")
		}
	}
}

type failing struct{ fs.FS }

func (f failing) Open(name string) (fs.File, error) {
	if name == "layouts/home.html" {
		return nil, errDisk
	}
	return f.FS.Open(name)
}

// A load that fails leaves no trace in the next.
func TestLoaderSurvivesReadErrors(t *testing.T) {
	var loader theme.Loader
	e := newEditor()
	want := all(t, &loader, e.options())
	broken := e.options()
	broken.Layers[0].FS = failing{e.under}
	if _, _, err := loader.Load(broken); !errors.Is(err, errDisk) {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(want, all(t, &loader, e.options())); diff != "" {
		t.Error(diff)
	}
}

// An edit costs what it touches. Allocations are counted, because time is not the
// same twice.
func TestEditsCostWhatTheyTouch(t *testing.T) {
	var loader theme.Loader
	n := 0
	cost := func(file, comment string) float64 {
		text := builtinText(t, file)
		return testing.AllocsPerRun(2, func() {
			n++
			layer := own(file, text+strings.ReplaceAll(comment, "#", strconv.Itoa(n)))
			if _, list, err := loader.Load(theme.Options{Layers: []theme.Layer{builtin(), layer}}); err != nil || len(list) > 0 {
				t.Fatal(err, list)
			}
		})
	}
	first := testing.AllocsPerRun(1, func() { load(t) })
	for _, tt := range []struct {
		file, comment string
		share         float64
	}{
		{"layouts/entry.html", "{{/* # */}}", .1},
		{"partials/card.html", "{{/* # */}}", .25},
		{"partials/footer.html", "{{/* # */}}", .4},
		{"css/parts/cards.css", ".n#{color:red}", .35},
		{"js/site/filters.js", "document.title=#", .25},
	} {
		cost(tt.file, tt.comment)
		if got := cost(tt.file, tt.comment); got > first*tt.share {
			t.Errorf("an edit of %s costs %.0f allocations, loading all %.0f", tt.file, got, first)
		} else {
			t.Logf("%s: %.2f", tt.file, got/first)
		}
	}
}
