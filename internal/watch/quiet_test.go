package watch_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// silent fails when a hint comes. How long it waits only decides how sure it is.
func (r *reader) silent(what string) {
	r.t.Helper()
	select {
	case h := <-r.changes:
		r.t.Errorf("%s led to the hint %v", what, h)
	case <-time.After(200 * time.Millisecond):
	}
}

func TestQuietWhenNothingOfOursHappens(t *testing.T) {
	home := t.TempDir()
	dir := filepath.Join(home, "content")
	must(t, os.MkdirAll(filepath.Join(dir, ".git", "refs"), 0o755))
	write(t, dir, "a.md", "one")
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll=%v", poll), func(t *testing.T) {
			r := follow(t, watch.Options{Dirs: []string{dir}, Poll: poll, Every: 10 * time.Millisecond})
			if poll {
				time.Sleep(2100 * time.Millisecond) // until no time stamp can deceive
			}
			r.settles()
			_, err := os.ReadFile(filepath.Join(dir, "a.md"))
			must(t, err)
			_, err = os.ReadDir(dir)
			must(t, err)
			r.silent("reading")
			write(t, home, "neighbour", "not ours")
			must(t, os.MkdirAll(filepath.Join(home, "content2", "sub"), 0o755))
			write(t, home, "content2/sub/a.md", "its name begins like ours")
			must(t, os.RemoveAll(filepath.Join(home, "content2")))
			r.silent("a neighbour")
			write(t, dir, ".git/refs/head", "a commit")
			must(t, os.MkdirAll(filepath.Join(dir, ".git", "objects", "aa"), 0o755))
			write(t, dir, ".git/objects/aa/bb", "nobody's")
			must(t, os.RemoveAll(filepath.Join(dir, ".git", "objects")))
			r.silent("what is within an ignored folder")
			if poll {
				return // the times of a folder do not say what came and went
			}
			write(t, dir, ".a.md.swp", "swap")
			write(t, dir, "4913", "")
			must(t, os.Remove(filepath.Join(dir, "4913")))
			must(t, os.MkdirAll(filepath.Join(dir, ".cache", "sub"), 0o755))
			write(t, dir, ".cache/sub/a.md", "nobody's")
			must(t, os.Rename(filepath.Join(dir, ".cache"), filepath.Join(dir, "sub~")))
			must(t, os.RemoveAll(filepath.Join(dir, "sub~")))
			r.silent("what is ignored")
		})
	}
}

func TestHintsThatNobodyTakesAreOne(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		r.settles()
		var want []string
		for i := range 9 {
			write(t, r.dir, fmt.Sprint(i), "new")
			want = append(want, filepath.Join(r.dir, fmt.Sprint(i)))
			time.Sleep(30 * time.Millisecond) // a hint of its own, if somebody took it
		}
		sub := filepath.Join(r.dir, "sub")
		must(t, os.MkdirAll(filepath.Join(sub, "deep"), 0o755))
		write(t, sub, "deep/a.md", "below what is named")
		want = append(want, sub)
		time.Sleep(100 * time.Millisecond)
		h := r.take()
		if !h.All && !slices.Equal(h.Paths, want) { // All: a look that finds the root's times changed
			t.Errorf("got %v, want each of %v once", h, want)
		}
		if len(r.converges()) > 1 {
			t.Error("a hint after it was needed")
		}
	})
}

func TestAHintOfManyPathsIsAll(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		r.settles()
		for i := range 1100 {
			write(t, r.dir, fmt.Sprint(i), "new")
		}
		for h := r.take(); !h.All; h = r.take() {
			if len(h.Paths) > 1024 {
				t.Fatalf("%d paths", len(h.Paths))
			}
			if maps.Equal(r.view, r.truth()) {
				return // they were taken as they came
			}
		}
		r.converges()
	})
}

func TestWhatIsThereIsNotChanged(t *testing.T) {
	dirs := []string{"./x/../y"}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range watch.Changes(ctx, watch.Options{Dirs: dirs}) {
	}
	if dirs[0] != "./x/../y" {
		t.Errorf("the caller's folders became %v", dirs)
	}
}
