package build_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/output"
)

// standingPlaybook is a playbook on disk with something of everything that a build reads.
func standingPlaybook(t *testing.T) (dir string, opts build.Options) {
	t.Helper()
	dir, opts = onDisk(t)
	opts.Watching, opts.DefaultTheme = false, plainTheme(t)
	for name, text := range map[string]string{
		"content/playbook.yaml":           string(small()["content/playbook.yaml"].Data) + "theme: mine\n",
		"content/principles/map.png":      "one",
		"content/principles/unused.png":   "one",
		"content/principles/ask.md":       string(small()["content/principles/ask.md"].Data) + "\n![A map](map.png)\n",
		"content/pages/later.md":          "---\ntitle: Later\nsummary: Later.\npublish_on: 2026-06-01\n---\n\nLater.\n",
		"content/pages/draft.md":          "---\ntitle: Draft\nsummary: Draft.\ndraft: true\n---\n\nDraft.\n",
		"content/pages/page.html":         "stray",
		"themes/mine/layouts/az.html":     `{{define "main"}}<p>A</p>{{end}}`,
		"themes/mine/css/own.css":         "p { color: red }",
		"themes/mine/static/mark.svg":     "<svg xmlns='http://www.w3.org/2000/svg'/>",
		"themes/mine/partials/README.txt": "mine",
	} {
		write(t, dir, name, text)
	}
	return dir, opts
}

// keep builds, publishes and saves, and returns what is said and published.
func keep(t *testing.T, opts build.Options, cacheDir string) (said string, published folder, stats build.Stats) {
	t.Helper()
	published = folder{}
	with(t, opts, cacheDir, func(b *build.Builder) {
		r := rebuild(t, b)
		if err := published.publish(r); err != nil {
			t.Fatal(err)
		}
		if err := b.Save(r, &output.Stamps{}); err != nil {
			t.Fatal(err)
		}
		said, stats = findings(r), r.Stats
	})
	return said, published, stats
}

// with hands f a builder with the cache, as another process has one.
func with(t *testing.T, opts build.Options, cacheDir string, f func(b *build.Builder)) {
	t.Helper()
	kept, err := cache.Open(cacheDir, "test")
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	opts.Cache = kept
	f(build.New(opts))
	if why := kept.Discarded(); why != "" {
		t.Errorf("the cache was discarded: %s", why)
	}
}

func stands(t *testing.T, b *build.Builder) (*build.Result, bool) {
	t.Helper()
	r, ok, err := b.Standing(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r, ok
}

// anew replaces all files by files with the same bytes.
func anew(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for _, name := range []string{"content", "themes", "README.md"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files {
		write(t, dir, name, text)
	}
}

func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, p))
		out[p] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestASiteStandsAsLongAsNothingItIsMadeFromChanges(t *testing.T) {
	dir, opts := standingPlaybook(t)
	away := t.TempDir()
	keep(t, opts, away)
	files := filesIn(t, dir)
	const entry = "content/examples/bad-day.md"
	text := func(name, more string) event { return event{write: map[string]string{name: more}} }
	for name, tt := range map[string]struct {
		change event
		opts   func(*build.Options)
		stands bool
	}{
		"nothing":                          {stands: true},
		"an entry is touched":              {change: event{touch: entry}, stands: true},
		"an asset is touched":              {change: event{touch: "content/principles/map.png"}, stands: true},
		"a file of the theme is touched":   {change: event{touch: "themes/mine/css/own.css"}, stands: true},
		"the configuration is touched":     {change: event{touch: "content/playbook.yaml"}, stands: true},
		"an editor leaves a backup":        {change: text(entry+"~", "x"), stands: true},
		"a file that is no content":        {change: text("README.md", "x"), stands: true},
		"an entry's text, of equal length": {change: text(entry, replaced(t, files[entry], "in the rain?”", "in the snow?”"))},
		"an entry's facts":                 {change: text(entry, replaced(t, files[entry], "magnitude: tiny", "magnitude: small"))},
		"a line end of an entry":           {change: text(entry, files[entry]+"\n")},
		"a new entry":                      {change: text("content/pages/new.md", "---\ntitle: New\nsummary: New.\n---\n\nNew.\n")},
		"a draft":                          {change: text("content/pages/draft.md", files["content/pages/draft.md"]+"\nMore.\n")},
		"an entry less":                    {change: event{remove: []string{"content/pages/glossary.md"}}},
		"an entry renamed":                 {change: event{rename: [2]string{entry, "content/examples/rain.md"}}},
		"an entry of another kind":         {change: event{rename: [2]string{entry, "content/pages/bad-day.md"}}},
		"an asset, of equal length":        {change: text("content/principles/map.png", "two")},
		"an asset that nobody uses":        {change: text("content/principles/unused.png", "two")},
		"a new asset":                      {change: text("content/pages/map.png", "one")},
		"an asset less":                    {change: event{remove: []string{"content/principles/map.png"}}},
		"another stray file":               {change: text("content/pages/other.html", "stray")},
		"a stray file less":                {change: event{remove: []string{"content/pages/page.html"}}},
		"no content":                       {change: event{remove: []string{"content"}}},
		"a title in the configuration":     {change: text("content/playbook.yaml", replaced(t, files["content/playbook.yaml"], "Small", "Large"))},
		"a configuration that is wrong":    {change: text("content/playbook.yaml", files["content/playbook.yaml"]+"titel: x\n")},
		"no configuration":                 {change: event{remove: []string{"content/playbook.yaml"}}},
		"no theme of its own":              {change: text("content/playbook.yaml", string(small()["content/playbook.yaml"].Data))},
		"a layout, of equal length":        {change: text("themes/mine/layouts/az.html", `{{define "main"}}<p>B</p>{{end}}`)},
		"a style sheet":                    {change: text("themes/mine/css/own.css", "p { color: tan }")},
		"a new partial":                    {change: text("themes/mine/partials/card.html", `<b>{{.Title}}</b>`)},
		"a file of the theme less":         {change: event{remove: []string{"themes/mine/layouts/az.html"}}},
		"a file of the theme renamed":      {change: event{rename: [2]string{"themes/mine/static/mark.svg", "themes/mine/static/sign.svg"}}},
		"the theme is gone":                {change: event{remove: []string{"themes"}}},
		"another day":                      {opts: func(o *build.Options) { o.Today = "2026-07-01" }},
		"with drafts":                      {opts: func(o *build.Options) { o.Drafts = true }},
		"with what is to come":             {opts: func(o *build.Options) { o.Future = true }},
		"for another address":              {opts: func(o *build.Options) { o.BaseURL = "https://example.com/" }},
	} {
		t.Run(name, func(t *testing.T) {
			anew(t, dir, files)
			opts := opts
			tt.change.do(dir)
			if tt.opts != nil {
				tt.opts(&opts)
			}
			with(t, opts, away, func(b *build.Builder) {
				_, ok := stands(t, b)
				if ok != tt.stands {
					t.Fatalf("it stands: %v, want %v", ok, tt.stands)
				}
				got, err := everything(rebuild(t, b))
				if err != nil {
					t.Fatal(err)
				}
				want, err := everything(rebuild(t, build.New(opts)))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("(-clean +from the cache) %s", diff)
				}
			})
		})
	}
}

func replaced(t *testing.T, text, before, after string) string {
	t.Helper()
	e := event{replace: [2]string{before, after}}
	dir := t.TempDir()
	write(t, dir, "text", text)
	if e.do(dir) == nil {
		t.Fatalf("%q is not in it", before)
	}
	return filesIn(t, dir)["text"]
}

// Who names a theme that is not there is told of one with a name like it.
func TestASiteWithoutItsThemeStands(t *testing.T) {
	dir, opts := standingPlaybook(t)
	write(t, dir, "content/playbook.yaml", string(small()["content/playbook.yaml"].Data)+"theme: mien\n")
	if err := os.RemoveAll(filepath.Join(dir, "themes")); err != nil {
		t.Fatal(err)
	}
	away := t.TempDir()
	keep(t, opts, away)
	with(t, opts, away, func(b *build.Builder) {
		if _, ok := stands(t, b); !ok {
			t.Error("nothing has changed, and it does not stand")
		}
	})
	for _, name := range []string{"themes/mine/css/own.css", "themes/mien/css/own.css"} {
		write(t, dir, name, "p {}")
		with(t, opts, away, func(b *build.Builder) {
			if _, ok := stands(t, b); ok {
				t.Errorf("it stands after %s has come", name)
			}
		})
		keep(t, opts, away)
	}
}
