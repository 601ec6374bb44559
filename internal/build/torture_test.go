package build_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/themes"
)

// plainTheme is the built-in theme with little to bundle, so that a clean build is quick.
func plainTheme(t testing.TB) fs.FS {
	out := fstest.MapFS{
		"css/site.css": {Data: []byte("body { margin: 0 }")}, "css/coverage.css": {Data: []byte("table { margin: 0 }")}, "css/share.css": {Data: []byte("form { margin: 0 }")}, "css/finder.css": {Data: []byte("dl { margin: 0 }")}, "js/finder.js": {Data: []byte("window.d = 1")}, "js/share.js": {Data: []byte("window.f = 1")}, "js/site.js": {Data: []byte("document.title += 1")}, "js/search.js": {Data: []byte("window.s = 1")}, "js/search-page.js": {Data: []byte("window.p = 1")},
	}
	for _, dir := range []string{"layouts", "partials", "icons", "static"} {
		entries, err := fs.ReadDir(themes.Default(), dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			text, err := fs.ReadFile(themes.Default(), dir+"/"+e.Name())
			if err != nil {
				t.Fatal(err)
			}
			out[dir+"/"+e.Name()] = &fstest.MapFile{Data: text}
		}
	}
	return out
}

// do lets an event happen in dir, as far as it can, and names the paths it touched.
func (e event) do(dir string) (paths []string) {
	at := func(p string) string { return filepath.Join(dir, filepath.FromSlash(p)) }
	for p, text := range e.write {
		_ = os.MkdirAll(filepath.Dir(at(p)), 0o755)
		_ = os.WriteFile(at(p), []byte(text), 0o644)
		paths = append(paths, p)
	}
	if e.replace[0] != "" {
		if p := e.holder(dir); p != "" {
			text, _ := os.ReadFile(at(p))
			_ = os.WriteFile(at(p), bytes.Replace(text, []byte(e.replace[0]), []byte(e.replace[1]), 1), 0o644)
			paths = append(paths, p)
		}
	}
	for _, p := range e.remove {
		_ = os.RemoveAll(at(p))
		paths = append(paths, p)
	}
	if from, to := e.rename[0], e.rename[1]; from != "" {
		_ = os.MkdirAll(filepath.Dir(at(to)), 0o755)
		_ = os.Rename(at(from), at(to))
		paths = append(paths, from, to)
	}
	if e.touch != "" {
		_ = os.Chtimes(at(e.touch), time.Time{}, time.Now())
		paths = append(paths, e.touch)
	}
	return paths
}

// holder is a file with the text to replace, if there is one.
func (e event) holder(dir string) string {
	var with []string
	_ = fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if text, err := os.ReadFile(filepath.Join(dir, p)); err == nil && bytes.Contains(text, []byte(e.replace[0])) {
				with = append(with, p)
			}
		}
		return nil
	})
	if len(with) == 0 {
		return ""
	}
	return with[e.in%len(with)]
}

// everything is all that a site holds and says of itself.
func everything(r *build.Result) (map[string]string, error) {
	out := map[string]string{}
	for _, address := range r.Site.Addresses() {
		b, err := r.Site.Read(address)
		var mistake *build.Mistake
		if errors.As(err, &mistake) {
			b = []byte("mistake: " + mistake.Error())
		} else if err != nil {
			return nil, err
		}
		out[address] = string(b)
	}
	out["findings"] = findings(r)
	return out, nil
}

func findings(r *build.Result) string {
	var text strings.Builder
	for _, d := range r.Diagnostics {
		text.WriteString(fmt.Sprint(d.Pos, d.Severity) + " " + d.Code + " " + d.Text + " " + d.Hint + " " + d.Source + "\n")
	}
	return text.String()
}

// The invariant that a preview lives by: whatever happened to the files, in whatever
// order, and whatever was looked at in between, the site is that of a clean build.
func TestTorture(t *testing.T) {
	base := plainTheme(t)
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "torture")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		opts := build.Options{FS: root.FS(), DefaultTheme: base, Today: "2026-01-01", Watching: true}
		b := build.New(opts)
		away, err := os.MkdirTemp("", "torture") // where no event gets at it
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(away)
		other := &publisher{cache: away, opts: opts, folder: folder{}}
		if rapid.IntRange(0, 9).Draw(t, "empty") > 0 {
			morning(t).do(dir)
		}
		for n := range rapid.IntRange(1, 12).Draw(t, "events") {
			var e event
			var paths []string
			if n > 0 { // the first look is at what is there
				e = drawEvent(t)
				paths = e.do(dir)
			}
			var r *build.Result
			if rapid.Bool().Draw(t, "named") {
				r, err = b.Revise(context.Background(), paths)
			} else {
				r, err = b.Rebuild(context.Background())
			}
			if err != nil {
				t.Fatal(err)
			}
			if rapid.IntRange(0, 2).Draw(t, "glance") == 0 { // a page or two are looked at, the others grow old
				for _, address := range []string{"principles/a.html", "index.html", "entries.json"} {
					if r.Site.Has(address) {
						_, _ = r.Site.Read(address) // mistakes are compared below
					}
				}
				continue
			}
			compare(t, n, e, r, opts)
			if rapid.IntRange(0, 2).Draw(t, "published") == 0 {
				other.compare(t, n, e)
			}
		}
		r, err := b.Rebuild(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		compare(t, -1, event{}, r, opts)
	})
}

// publisher is a program that builds, ends, and is started again with its cache.
type publisher struct {
	cache  string
	opts   build.Options
	folder folder
	harmed bool // and nobody has noticed yet
}

// compare builds into the folder, which has to hold what a clean build makes then, also when
// the cache was lost or damaged since.
func (p *publisher) compare(t *rapid.T, n int, e event) {
	t.Helper()
	harm := rapid.IntRange(0, 20).Draw(t, "harm")
	p.harm(t, harm)
	clean := rebuilt(t, p.opts)
	want, err := everything(clean)
	if err != nil {
		t.Fatal(err)
	}
	wantFindings := want["findings"]
	delete(want, "findings")
	kept, err := cache.Open(p.cache, "torture")
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	opts := p.opts
	opts.Watching, opts.Cache = false, kept
	b := build.New(opts)
	r, ok, err := b.Standing(context.Background())
	if err == nil && !ok {
		r, err = b.Rebuild(context.Background())
	}
	if err != nil {
		t.Fatal(err)
	}
	if why := kept.Discarded(); why != "" && !p.harmed {
		t.Fatalf("the cache was discarded: %s", why)
	} else if why != "" {
		p.harmed = false
	}
	findings := findings(r)
	published := p.folder.publish(r)
	var mistake *build.Mistake
	var leaked *build.Leaked
	stamps := &output.Stamps{}
	if mistakes, err := clean.Try(t.Context(), nil); err != nil {
		t.Fatal(err)
	} else if leaks := slices.ContainsFunc(mistakes, func(d diag.Diagnostic) bool { return d.Code == "leak" }); leaks != errors.As(published, &leaked) && !errors.As(published, &mistake) {
		t.Fatalf("after event %d (%+v): a clean build leaks: %t; publishing from the cache says %v", n, e, leaks, published)
	}
	switch {
	case leaked != nil:
		stamps = nil
	case errors.As(published, &mistake):
		stamps = nil // nothing is published
	case published != nil:
		t.Fatal(published)
	default:
		if diff := cmp.Diff(want, map[string]string(p.folder)); diff != "" {
			t.Fatalf("after event %d (%+v) what is published from the cache is not a clean build (-clean +published):\n%s", n, e, diff)
		}
	}
	if diff := cmp.Diff(wantFindings, findings); diff != "" {
		t.Fatalf("after event %d (%+v) the findings are not those of a clean build (-clean +published):\n%s", n, e, diff)
	}
	if err := b.Save(r, stamps); err != nil {
		t.Fatal(err)
	}
}

// harm does to the cache what happens to files: one is cut, changed or lost.
func (p *publisher) harm(t *rapid.T, how int) {
	list, _ := filepath.Glob(filepath.Join(p.cache, "[ps]*"))
	if how > 3 || len(list) == 0 {
		return
	}
	p.harmed = true
	name := rapid.SampledFrom(list).Draw(t, "harmed")
	b, err := os.ReadFile(name)
	if err != nil || len(b) == 0 {
		return
	}
	at := rapid.IntRange(0, len(b)-1).Draw(t, "at")
	switch how {
	case 0:
		b = b[:at]
	case 1:
		b[at] ^= 1 << (at % 8)
	case 2:
		_ = os.Remove(name)
		return
	case 3:
		b = append(b, b[at:]...)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

func rebuilt(t *rapid.T, opts build.Options) *build.Result {
	t.Helper()
	r, err := build.New(opts).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func compare(t *rapid.T, n int, e event, r *build.Result, opts build.Options) {
	t.Helper()
	clean, err := build.New(opts).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want, err := everything(clean)
	if err != nil {
		t.Fatal(err)
	}
	got, err := everything(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("after event %d (%+v) the site is not that of a clean build (-clean +watched):\n%s", n, e, diff)
	}
}
