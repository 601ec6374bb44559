package theme_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/theme"
)

var (
	update  = flag.Bool("update", false, "rewrite the golden files")
	preview = flag.String("preview", "", "write the samples and the assets into this folder, to look at them in a browser")
)

func loadBuiltin(t *testing.T) *theme.Theme {
	t.Helper()
	th, list, err := theme.Load(theme.Options{Layers: []theme.Layer{builtin()}, CSS: theme.FilterCSS(sampleFacets())})
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	return th
}

func sampleFacets() map[string][]string {
	out := map[string][]string{}
	for _, f := range facets {
		for _, o := range f.Options {
			out[f.Name] = append(out[f.Name], o.Value)
		}
	}
	return out
}

func layoutOf(view any) string {
	return reflect.ValueOf(view).FieldByName("Chrome").Interface().(pages.Chrome).Layout
}

func render(t *testing.T, th *theme.Theme, view any) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := th.Render(&b, layoutOf(view), view); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var hash = regexp.MustCompile(`\.[A-Z2-7]{8}\.`)

// TestLayouts holds the HTML that each layout makes, so that a change of a layout
// shows as a change of pages.
func TestLayouts(t *testing.T) {
	th := loadBuiltin(t)
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			got := hash.ReplaceAll(render(t, th, s.view), []byte(".HASH."))
			golden := filepath.Join("testdata", "golden", s.name+".html")
			if *update {
				write(t, golden, got)
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("run with -update if this is meant (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPreview is for people: go test ./internal/theme -run Preview -preview /tmp/look
func TestPreview(t *testing.T) {
	if *preview == "" {
		t.Skip("no -preview folder")
	}
	th := loadBuiltin(t)
	for _, a := range th.Assets() {
		write(t, filepath.Join(*preview, a.Path), a.Bytes)
	}
	for _, s := range samples() {
		// The samples know fixed asset names and sit in one folder.
		html := bytes.ReplaceAll(render(t, th, s.view), []byte("https://example.org/playbook/"), nil)
		html = bytes.ReplaceAll(html, []byte("../assets/"), []byte("assets/"))
		for _, p := range slices.Concat(th.Stylesheets(), th.Scripts()) {
			html = bytes.ReplaceAll(html, []byte(hash.ReplaceAllString(p, ".")), []byte(p))
		}
		write(t, filepath.Join(*preview, s.name+".html"), html)
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o644); err != nil {
		t.Fatal(err)
	}
}
