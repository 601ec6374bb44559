package theme_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/theme"
	"github.com/microleadership/playbook/themes"
)

// What somebody waits for who works on a theme: each round one file has new bytes.
func BenchmarkLoader(b *testing.B) {
	for _, edit := range []struct{ name, file, comment string }{
		{"nothing", "", ""},
		{"layout", "layouts/entry.html", "{{/* %d */}}"},
		{"partial-of-some", "partials/card.html", "{{/* %d */}}"},
		{"partial-of-all", "partials/footer.html", "{{/* %d */}}"},
		{"icon", "icons/story.svg", "<!-- %d -->"},
		{"css", "css/parts/cards.css", ".n%d{color:red}"},
		{"js", "js/site/filters.js", "document.title=%d"},
		{"search-js", "js/search-ui/dialog.js", "document.title=%d"},
		{"static", "static/icon.svg", "<!-- %d -->"},
	} {
		b.Run(edit.name, func(b *testing.B) {
			fixed := builtin()
			fixed.Fixed = true
			var loader theme.Loader
			layer, text := own(), ""
			if edit.file != "" {
				text = builtinText(b, edit.file)
			}
			reload := func(n int) {
				if edit.file != "" {
					layer.FS.(fstest.MapFS)[edit.file] = &fstest.MapFile{Data: []byte(text + fmt.Sprintf(edit.comment, n))}
				}
				if _, list, err := loader.Load(theme.Options{Layers: []theme.Layer{fixed, layer}}); err != nil || len(list) > 0 {
					b.Fatal(err, list)
				}
			}
			reload(0)
			for n := 1; b.Loop(); n++ {
				reload(n)
			}
		})
	}
}

func BenchmarkLoadFirst(b *testing.B) {
	for b.Loop() {
		if _, _, err := theme.Load(theme.Options{Layers: []theme.Layer{builtin()}}); err != nil {
			b.Fatal(err)
		}
	}
}

func builtinText(tb testing.TB, p string) string {
	text, err := fs.ReadFile(themes.Default(), p)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// The first page of a layout, for which its program is made.
func BenchmarkFirstPage(b *testing.B) {
	v := principleEntry()
	for b.Loop() {
		b.StopTimer()
		th, _, err := theme.Load(theme.Options{Layers: []theme.Layer{builtin()}})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if _, err := th.AppendPage(nil, "entry", v); err != nil {
			b.Fatal(err)
		}
	}
}

// A page of an entry and one of a list, as programs make them and as html/template would.
func BenchmarkRender(b *testing.B) {
	th, list, err := theme.Load(theme.Options{Layers: []theme.Layer{builtin()}})
	if err != nil || len(list) > 0 {
		b.Fatal(err, list)
	}
	for _, page := range []sample{{"entry", principleEntry()}, {"list", samples()[1].view}} {
		layout := layoutOf(page.view)
		b.Run(page.name+"/template", func(b *testing.B) {
			b.ReportAllocs()
			var w bytes.Buffer
			for b.Loop() {
				w.Reset()
				if err := th.RenderByTemplate(&w, layout, page.view); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(w.Len()))
		})
		b.Run(page.name+"/program", func(b *testing.B) {
			b.ReportAllocs()
			var dst []byte
			for b.Loop() {
				if dst, err = th.AppendPage(dst[:0], layout, page.view); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(len(dst)))
		})
	}
}
