package theme_test

import (
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
