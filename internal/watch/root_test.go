package watch_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// rootSteps are what happens to a watched folder itself: in is relative to it.
var rootSteps = []step{
	{"deleted", func(in func(string) string) error { return os.RemoveAll(in(".")) }},
	{"made again", func(in func(string) string) error {
		return do(
			func() error { return os.MkdirAll(in("sub"), 0o755) },
			func() error { return put(in("sub/a.md"), "again") },
		)
	}},
	{"a file in it", func(in func(string) string) error { return put(in("sub/a.md"), "and again") }},
	{"deleted and made again at once", func(in func(string) string) error {
		return do(
			func() error { return os.RemoveAll(in(".")) },
			func() error { return os.MkdirAll(in("sub"), 0o755) },
			func() error { return put(in("sub/a.md"), "at once") },
		)
	}},
	{"a file in it, once more", func(in func(string) string) error { return put(in("sub/a.md"), "once more") }},
	{"replaced by a rename", func(in func(string) string) error {
		return do(
			func() error { return os.MkdirAll(in("../next/sub"), 0o755) },
			func() error { return put(in("../next/sub/a.md"), "next") },
			func() error { return os.Rename(in("."), in("../last")) },
			func() error { return os.Rename(in("../next"), in(".")) },
		)
	}},
	{"a file in what replaced it", func(in func(string) string) error { return put(in("sub/a.md"), "next!") }},
	{"gone, for a while, with the folder it is in", func(in func(string) string) error {
		return os.Rename(in(".."), in("../../away"))
	}},
	{"back, changed in the meantime", func(in func(string) string) error {
		return do(
			func() error { return put(in("../../away/content/sub/a.md"), "changed") },
			func() error { return os.Rename(in("../../away"), in("..")) },
		)
	}},
	{"a file in what came back", func(in func(string) string) error { return put(in("sub/a.md"), "came back") }},
	{"the folder it is in deleted", func(in func(string) string) error { return os.RemoveAll(in("..")) }},
	{"the folder it is in made again", func(in func(string) string) error {
		return do(
			func() error { return os.MkdirAll(in("sub"), 0o755) },
			func() error { return put(in("sub/a.md"), "from nothing") },
		)
	}},
	{"a file in what was made from nothing", func(in func(string) string) error { return put(in("sub/a.md"), "something") }},
	{"a folder far above exchanged", func(in func(string) string) error {
		return do(
			func() error { return os.MkdirAll(in("../../../other/home/content/sub"), 0o755) },
			func() error { return put(in("../../../other/home/content/sub/a.md"), "exchanged") },
			func() error { return os.Rename(in("../.."), in("../../../old")) },
			func() error { return os.Rename(in("../../../other"), in("../..")) },
		)
	}},
	{"a file below what was exchanged", func(in func(string) string) error { return put(in("sub/a.md"), "far below") }},
	{"a file in its place", func(in func(string) string) error {
		return do(
			func() error { return os.RemoveAll(in(".")) },
			func() error { return put(in("."), "not a folder") },
		)
	}},
	{"that file written", func(in func(string) string) error { return put(in("."), "still not a folder") }},
	{"a folder in place of that file", func(in func(string) string) error {
		return do(
			func() error { return os.Remove(in(".")) },
			func() error { return os.MkdirAll(in("sub"), 0o755) },
			func() error { return put(in("sub/a.md"), "the end") },
		)
	}},
	{"a link in its place", func(in func(string) string) error {
		return do(
			func() error { return os.Rename(in("."), in("../real")) },
			func() error { return os.Symlink("real", in(".")) },
			func() error { return put(in("../real/sub/a.md"), "by link") },
		)
	}},
	{"a file by that link", func(in func(string) string) error { return put(in("../real/sub/a.md"), "by that link") }},
	{"what that link leads to replaced", func(in func(string) string) error {
		return do(
			func() error { return os.Rename(in("../real"), in("../unreal")) },
			func() error { return os.MkdirAll(in("../real/sub"), 0o755) },
			func() error { return put(in("../real/sub/a.md"), "replaced") },
		)
	}},
	{"a file in what that link leads to now", func(in func(string) string) error {
		return put(in("../real/sub/a.md"), "now")
	}},
	{"that link led elsewhere", func(in func(string) string) error {
		return do(
			func() error { return os.Symlink("unreal", in("../link")) },
			func() error { return os.Rename(in("../link"), in(".")) },
			func() error { return put(in("../unreal/sub/a.md"), "elsewhere") },
		)
	}},
}

// followAt watches a folder deep enough below the test's that those above can vanish.
func followAt(t *testing.T, poll, exists bool) *reader {
	dir := filepath.Join(t.TempDir(), "far", "home", "content")
	if exists {
		must(t, os.MkdirAll(dir, 0o755))
		write(t, dir, "a.md", "one")
	}
	return follow(t, watch.Options{Dirs: []string{dir}, Poll: poll, Every: 10 * time.Millisecond})
}

func TestARootThatComesAndGoesStaysWatched(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "polling"}[poll], func(t *testing.T) {
			t.Parallel()
			r := followAt(t, poll, true)
			in := func(path string) string { return filepath.Join(r.dir, path) }
			for _, s := range rootSteps {
				must(t, s.do(in))
				t.Logf("%s: %d hints", s.name, len(r.converges()))
			}
		})
	}
}

func TestARootThatComesAndGoesAtOnceStaysWatched(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "polling"}[poll], func(t *testing.T) {
			t.Parallel()
			r := followAt(t, poll, true)
			in := func(path string) string { return filepath.Join(r.dir, path) }
			for _, s := range rootSteps {
				must(t, s.do(in))
			}
			r.converges()
			write(t, r.dir, "sub/a.md", "at last")
			r.converges()
		})
	}
}

func TestARootThatIsNotThereYetIsWatched(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "polling"}[poll], func(t *testing.T) {
			t.Parallel()
			r := followAt(t, poll, false)
			for at := r.dir; ; at = filepath.Dir(at) { // nothing of it is there
				if _, err := os.Stat(filepath.Dir(at)); err == nil {
					must(t, os.Mkdir(at, 0o755))
					break
				}
			}
			must(t, os.MkdirAll(filepath.Join(r.dir, "sub"), 0o755))
			write(t, r.dir, "sub/a.md", "there")
			r.converges()
			write(t, r.dir, "sub/a.md", "changed")
			r.converges()
		})
	}
}

// Roots may overlap, and be given relative to where the program runs.
func TestSeveralRoots(t *testing.T) {
	for _, poll := range []bool{false, true} {
		t.Run(map[bool]string{false: "events", true: "polling"}[poll], func(t *testing.T) {
			home := t.TempDir()
			t.Chdir(home)
			for _, dir := range []string{"content/sub", "themes"} {
				must(t, os.MkdirAll(dir, 0o755))
				write(t, dir, "a.md", "one")
			}
			roots := []string{filepath.Join(home, "content"), filepath.Join(home, "themes"), filepath.Join(home, "content", "sub")}
			r := follow(t, watch.Options{Dirs: []string{"content", "./themes/", "content/sub"}, Poll: poll, Every: 10 * time.Millisecond})
			r.roots, r.view = roots, view{}
			r.apply(watch.Hint{All: true})
			for _, name := range []string{"content/b.md", "themes/b.md", "content/sub/b.md"} {
				write(t, home, name, "new")
				r.converges()
			}
			must(t, os.RemoveAll("content/sub"))
			r.converges()
			must(t, os.Mkdir("content/sub", 0o755))
			write(t, home, "content/sub/c.md", "new")
			r.converges()
			must(t, os.Rename("themes", "content/themes"))
			r.converges()
			write(t, home, "content/themes/c.md", "new")
			r.converges()
		})
	}
}
