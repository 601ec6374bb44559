package theme_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/theme"
	"github.com/microleadership/playbook/themes"
)

func builtin() theme.Layer { return theme.Layer{Dir: "themes/default", FS: themes.Default()} }

// own is a playbook's own layer; files are pairs of a path and a text.
func own(files ...string) theme.Layer {
	fsys := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return theme.Layer{Dir: "themes/ours", FS: fsys}
}

func load(t *testing.T, layers ...theme.Layer) (*theme.Theme, diag.List) {
	t.Helper()
	th, list, err := theme.Load(theme.Options{Layers: append([]theme.Layer{builtin()}, layers...)})
	if err != nil {
		t.Fatal(err)
	}
	return th, list
}

func asset(t *testing.T, th *theme.Theme, path string) string {
	t.Helper()
	for _, a := range th.Assets() {
		if a.Path == path {
			return string(a.Bytes)
		}
	}
	t.Fatalf("no asset %s", path)
	return ""
}

func find(th *theme.Theme, prefix string) string {
	for _, a := range th.Assets() {
		if strings.HasPrefix(a.Path, prefix) {
			return a.Path
		}
	}
	return ""
}

func TestBuiltInHasNoProblems(t *testing.T) {
	_, list := load(t)
	for _, d := range list {
		t.Errorf("%s:%d:%d: %s (%s)", d.Pos.File, d.Pos.Line, d.Pos.Column, d.Text, d.Hint)
	}
}

func TestLoadIsDeterministic(t *testing.T) {
	a, _ := load(t)
	b, _ := load(t)
	if len(a.Assets()) != len(b.Assets()) {
		t.Fatal("a different number of assets")
	}
	for i := range a.Assets() {
		if a.Assets()[i].Path != b.Assets()[i].Path || !bytes.Equal(a.Assets()[i].Bytes, b.Assets()[i].Bytes) {
			t.Errorf("%s differs from %s", a.Assets()[i].Path, b.Assets()[i].Path)
		}
	}
}

// An asset's name stands for its bytes: it changes when they do, and not otherwise.
func TestNamesFollowContent(t *testing.T) {
	before, _ := load(t)
	after, list := load(t, own("css/more.css", ".ours{color:red}", "static/icon.svg", "<svg/>"))
	if list.HasErrors() {
		t.Fatal(list)
	}
	if before.Stylesheets()[0] == after.Stylesheets()[0] {
		t.Error("the stylesheet changed and its name did not")
	}
	if find(before, "assets/icon.") == find(after, "assets/icon.") {
		t.Error("the icon changed and its name did not")
	}
	if before.Scripts()[0] != after.Scripts()[0] {
		t.Error("the script's name changed and the script did not")
	}
}

func TestOverrideFileByFile(t *testing.T) {
	th, list := load(t, own(
		"partials/footer.html", `<footer>Ours: {{.SiteTitle}}</footer>`,
		"icons/story.svg", `<svg class="ours"/>`,
		"css/more.css", `.ours{background:url("../fonts/brygada-1918.woff2")}`,
		"js/more.js", `import {said} from "./site/said.js"; console.log(said)`,
		"js/site/said.js", `export const said = "hello from ours"`,
		"static/logo/ours.png", "png",
		"layouts/tags.html", `{{define "main"}}<img src="{{.Root}}{{asset "static/logo/ours.png"}}" alt="">{{end}}`,
		".hidden/layouts/x.html", `{{`,
	))
	for _, d := range list {
		t.Fatalf("%+v", d)
	}
	page := string(render(t, th, samples()[0].view))
	if !strings.Contains(page, "<footer>Ours: Microleadership Playbook</footer>") || strings.Contains(page, "foot-links") {
		t.Error("the footer was not replaced")
	}
	if !strings.Contains(page, `<svg class="ours"/>`) {
		t.Error("the icon was not replaced")
	}
	css := asset(t, th, th.Stylesheets()[0])
	if !strings.Contains(css, ".ours{background:url(") || !strings.Contains(css, ".card") {
		t.Error("the stylesheet should have both the built-in rules and the added one")
	}
	if js := asset(t, th, th.Scripts()[0]); !strings.Contains(js, "hello from ours") || !strings.Contains(js, "playbook-colours") {
		t.Error("the script should have both the built-in modules and the added one")
	}
	var b bytes.Buffer
	if err := th.Render(&b, "tags", samples()[0].view); err != nil || !strings.Contains(b.String(), `src="assets/logo/ours.`) {
		t.Errorf("the replaced layout: %v", err)
	}
}

func TestRootFilesKeepTheirNames(t *testing.T) {
	th, list := load(t, own(
		"root/CNAME", "playbook.example.org",
		"root/.well-known/security.txt", "Contact: mailto:a@example.org",
		"root/.htaccess", "Options -Indexes",
		"root/.DS_Store", "x", "root/._CNAME", "x", "root/.git/config", "x", "root/.CNAME.swp", "x",
	))
	for _, d := range list {
		t.Errorf("%+v", d)
	}
	got := map[string]string{}
	for _, a := range th.RootFiles() {
		got[a.Path] = string(a.Bytes)
	}
	want := map[string]string{
		"CNAME": "playbook.example.org", ".well-known/security.txt": "Contact: mailto:a@example.org", ".htaccess": "Options -Indexes",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if find(th, "assets/CNAME") != "" {
		t.Error("a file of root/ is an asset too")
	}
}

func TestGeneratedRulesComeLast(t *testing.T) {
	th, list, err := theme.Load(theme.Options{Layers: []theme.Layer{builtin()}, CSS: []byte(".generated{display:none}")})
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	if css := asset(t, th, th.Stylesheets()[0]); !strings.HasSuffix(strings.TrimSpace(css), ".generated{display:none}") {
		t.Errorf("ends in %q", css[len(css)-60:])
	}
}

// The scripts have to run from a file, under a policy that forbids inline code.
func TestScriptsAreClassic(t *testing.T) {
	th, _ := load(t)
	for _, path := range []string{th.Scripts()[0], find(th, "assets/search.")} {
		js := asset(t, th, path)
		for _, no := range []string{"import(", "import ", "export ", "fetch(", "eval(", "innerHTML", "insertAdjacentHTML", "https://"} {
			if strings.Contains(js, no) {
				t.Errorf("%s has %q", path, no)
			}
		}
	}
}

type brokenWriter struct{}

var errDisk = errors.New("disk full")

func (brokenWriter) Write([]byte) (int, error) { return 0, errDisk }

func TestWriterErrorsAreNotProblems(t *testing.T) {
	th, _ := load(t)
	if err := th.Render(brokenWriter{}, "home", samples()[0].view); !errors.Is(err, errDisk) {
		t.Errorf("got %v", err)
	}
}

func TestConcurrentRender(t *testing.T) {
	th, _ := load(t)
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for _, s := range samples() {
				if err := th.Render(io.Discard, layoutOf(s.view), s.view); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
