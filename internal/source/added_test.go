package source_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/source"
)

// A file is as old as the commit that brought it, under whatever name, however often it
// was changed since.
func TestAdded(t *testing.T) {
	r := newRepository(t)
	text := "one\ntwo\nthree\nfour\nfive\nsix\nseven\n"
	if h, err := source.Added(t.Context(), r.dir); len(h) > 0 || err != nil {
		t.Errorf("no commit: %v, %v", h, err)
	}
	write(t, r.dir, map[string]string{"content/stories/a.md": text})
	r.commit("Ada")
	write(t, r.dir, map[string]string{"content/stories/b.md": "b", "content/stories/a.md": text + "eight\n"})
	r.commit("Bo")
	r.git("mv", "content/stories/a.md", "content/stories/c.md")
	r.commit("Renamer")
	write(t, r.dir, map[string]string{"content/stories/b.md": "bb", "content/stories/a.md": "another\n", "content/stories/u.md": "u"})
	if err := os.Remove(filepath.Join(r.dir, "content", "stories", "u.md")); err != nil {
		t.Fatal(err)
	}
	r.commit("Cy")
	write(t, r.dir, map[string]string{"content/stories/u.md": "not committed"})

	got, err := source.Added(t.Context(), r.dir)
	if err != nil {
		t.Fatal(err)
	}
	day := func(second int64) time.Time { return time.Unix(86400+second, 0).UTC() }
	want := map[string]time.Time{"content/stories/c.md": day(1), "content/stories/b.md": day(2), "content/stories/a.md": day(4)}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
