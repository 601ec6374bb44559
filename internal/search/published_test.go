//go:build browser

package search

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/search/twin"
)

// site is a folder with a page that has the engine, and the files of an index.
type site struct{ dir string }

func newSite(t *testing.T, x *Index) site {
	t.Helper()
	s := site{t.TempDir()}
	s.write(t, "engine.js", twin.Bundle(t, "testdata/driver.js"))
	s.write(t, "page.html", []byte(`<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<title>search</title><script src="engine.js"></script>`))
	s.publish(t, x)
	return s
}

func (s site) write(t *testing.T, name string, data []byte) {
	t.Helper()
	path := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// publish replaces the index by another.
func (s site) publish(t *testing.T, x *Index) {
	t.Helper()
	files, err := x.Files()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(s.dir, Folder)); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		s.write(t, f.Name, f.Data)
	}
}

func (s site) shards(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(s.dir, Folder, pattern))
	if err != nil || len(names) == 0 {
		t.Fatalf("no shards %s (%v)", pattern, err)
	}
	return names
}

func (s site) address() string { return "file://" + filepath.ToSlash(s.dir) + "/page.html" }

// attempt searches as a page does and returns the title of the first hit, or the
// code of what went wrong.
const attempt = `(async (query) => {
	try {
		self.searcher ??= await engine.open("search-index.js");
		const { hits } = await self.searcher.search(query);
		return hits[0]?.title ?? "nothing";
	} catch (error) {
		return error.code + ": " + error.message;
	}
})`

func attempted(t *testing.T, b twin.Page, query string) string {
	t.Helper()
	return twin.Ask[string](t, b, "await "+attempt+"("+twin.Literal(query)+")")
}

// TestPageLoadsShards opens a page under the site's policy, from disk and served.
func TestPageLoadsShards(t *testing.T) {
	hostile := append(pages(), Document{Title: "</script><img src=x onerror=alert(1)>\u2028'\\'", Body: "self.playbookShard('','x') \x00"})
	for _, size := range []sizes{tiny, publishedSizes} {
		s := newSite(t, build(hostile, facetOptions, size))
		server := httptest.NewServer(http.FileServer(http.Dir(s.dir)))
		defer server.Close()
		b := twin.Open(t, "testdata/driver.js")
		for _, address := range []string{s.address(), server.URL + "/page.html"} {
			b.Visit(t, address)
			for query, want := range map[string]string{
				"my boss never": "Influence the person above you", "onerror": hostile[6].Title, "看板": "看板を作る",
				`"map on the wall"`: "The map on the wall", "supprotive": "Ask a supportive question", "kind:story -map -plan": "看板を作る",
			} {
				if got := attempted(t, b, query); got != want {
					t.Errorf("%s: %q gives %q, want %q", address, query, got, want)
				}
			}
		}
	}
}

// TestAPageSurvivesADamagedIndex: whatever is wrong with the files, the reader is
// told, and what can still be found is.
func TestAPageSurvivesADamagedIndex(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	whole := build(pages(), facetOptions, tiny)
	for _, test := range []struct {
		name  string
		harm  func(t *testing.T, s site)
		query string
		want  string
	}{
		{"no index", func(t *testing.T, s site) { remove(t, filepath.Join(s.dir, Manifest)) }, "map", "missing: "},
		{"no shards", func(t *testing.T, s site) { remove(t, filepath.Join(s.dir, Folder)) }, "map", "missing: "},
		{"truncated shards", func(t *testing.T, s site) {
			change(t, s.shards(t, "t*.js"), func(text string) string { return text[:len(text)/2] })
		}, "map", "corrupt: "},
		{"empty shards", func(t *testing.T, s site) { change(t, s.shards(t, "t*.js"), func(string) string { return "" }) }, "map", "corrupt: "},
		{"changed shards", func(t *testing.T, s site) {
			change(t, s.shards(t, "d*.js"), func(text string) string { return strings.Replace(text, "a", "b", 1) })
		}, "copied", "corrupt: "}, // no page goes by that word, so nothing but its texts says what it shows
		{"an error page for a shard", func(t *testing.T, s site) {
			change(t, s.shards(t, "t*.js"), func(string) string { return "<!doctype html>" })
		}, "map", "corrupt: "},
		{"another format", func(t *testing.T, s site) {
			change(t, []string{filepath.Join(s.dir, Manifest)}, func(text string) string { return strings.Replace(text, `"format":2`, `"format":3`, 1) })
		}, "map", "corrupt: "},
		{"a manifest that is no JSON", func(t *testing.T, s site) {
			change(t, []string{filepath.Join(s.dir, Manifest)}, func(text string) string { return strings.Replace(text, `"format"`, `format`, 1) })
		}, "map", "corrupt: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSite(t, whole)
			test.harm(t, s)
			b.Visit(t, s.address())
			if got := attempted(t, b, test.query); !strings.HasPrefix(got, test.want) || !strings.HasSuffix(got, ".") {
				t.Errorf("the reader is told %q, want %s…", got, test.want)
			}
			s.publish(t, whole)
			if got := attempted(t, b, test.query); got != "The map on the wall" {
				t.Errorf("when all is well again: %q", got)
			}
		})
	}
}

// TestAnOldManifestIsReplaced: a page that has been open while the playbook was
// published anew goes on with the new index.
func TestAnOldManifestIsReplaced(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	s := newSite(t, build(pages(), facetOptions, tiny))
	b.Visit(t, s.address())
	if got := attempted(t, b, "map"); got != "The map on the wall" {
		t.Fatal(got)
	}
	s.publish(t, build(append([]Document{{Title: "A second newcomer", Body: "zebra crossing"}}, pages()...), facetOptions, tiny))
	for query, want := range map[string]string{"zebra": "A second newcomer", "map": "The map on the wall", "quiet": "Ask the quiet teammate"} {
		if got := attempted(t, b, query); got != want {
			t.Errorf("%q gives %q, want %q", query, got, want)
		}
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}

func change(t *testing.T, paths []string, edit func(string) string) {
	t.Helper()
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(path, []byte(edit(string(text))), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
