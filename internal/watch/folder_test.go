package watch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// folderSteps come one after the other; what is at a path is another folder now and then.
var folderSteps = []step{
	{"a folder made with files at once", func(in func(string) string) error {
		for i := range 100 {
			dir := in(fmt.Sprintf("deep%d/er", i))
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			if err := put(filepath.Join(dir, "x.md"), "x"); err != nil {
				return err
			}
		}
		return nil
	}},
	{"a file in one of them", func(in func(string) string) error { return put(in("deep99/er/x.md"), "changed") }},
	{"a folder renamed", func(in func(string) string) error { return os.Rename(in("deep1"), in("new1")) }},
	{"a file in a renamed folder", func(in func(string) string) error { return put(in("new1/er/x.md"), "renamed") }},
	{"another folder by the old name", func(in func(string) string) error {
		return do(
			func() error { return os.MkdirAll(in("deep1/er"), 0o755) },
			func() error { return put(in("deep1/er/x.md"), "another") },
		)
	}},
	{"a file in both", func(in func(string) string) error {
		return do(
			func() error { return put(in("deep1/er/x.md"), "both 1") },
			func() error { return put(in("new1/er/x.md"), "both 2") },
		)
	}},
	{"a folder moved into one that is new", func(in func(string) string) error {
		return do(
			func() error { return os.Mkdir(in("box"), 0o755) },
			func() error { return os.Rename(in("deep2"), in("box/deep2")) },
		)
	}},
	{"a file in a folder moved into one that is new", func(in func(string) string) error { return put(in("box/deep2/er/x.md"), "boxed") }},
	{"two folders exchanged", func(in func(string) string) error {
		return do(
			func() error { return os.Rename(in("deep3"), in("aside")) },
			func() error { return os.Rename(in("deep4"), in("deep3")) },
			func() error { return os.Rename(in("aside"), in("deep4")) },
			func() error { return put(in("deep3/er/x.md"), "was 4") },
		)
	}},
	{"a file in the other", func(in func(string) string) error { return put(in("deep4/er/x.md"), "was 3") }},
	{"a folder moved out", func(in func(string) string) error { return os.Rename(in("deep5"), in("../gone")) }},
	{"a folder moved in again, and what is in it changed", func(in func(string) string) error {
		return do(
			func() error { return put(in("../gone/er/x.md"), "away") },
			func() error { return os.Rename(in("../gone"), in("back")) },
		)
	}},
	{"a file in a folder moved in", func(in func(string) string) error { return put(in("back/er/x.md"), "at home") }},
	{"a folder that is nobody's becomes one of ours", func(in func(string) string) error {
		return do(
			func() error { return os.MkdirAll(in(".draft/er"), 0o755) },
			func() error { return put(in(".draft/er/x.md"), "draft") },
			func() error { return os.Rename(in(".draft"), in("draft")) },
		)
	}},
	{"a file in what was nobody's", func(in func(string) string) error { return put(in("draft/er/x.md"), "done") }},
	{"a folder moved and deleted at once", func(in func(string) string) error {
		return do(
			func() error { return os.Rename(in("deep7"), in("last")) },
			func() error { return os.RemoveAll(in("last")) },
		)
	}},
	{"a folder deleted and made again", func(in func(string) string) error {
		return do(
			func() error { return os.RemoveAll(in("deep8")) },
			func() error { return os.MkdirAll(in("deep8/er"), 0o755) },
			func() error { return put(in("deep8/er/y.md"), "new") },
		)
	}},
	{"a file in a folder made again", func(in func(string) string) error { return put(in("deep8/er/y.md"), "newer") }},
}

func TestFoldersThatComeAndGoAreSeen(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		in := func(path string) string { return filepath.Join(r.dir, path) }
		for _, s := range folderSteps {
			must(t, s.do(in))
			t.Logf("%s: %d hints", s.name, len(r.converges()))
		}
	})
}

func TestFoldersThatComeAndGoAtOnceAreSeen(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		in := func(path string) string { return filepath.Join(r.dir, path) }
		for _, s := range folderSteps {
			must(t, s.do(in))
		}
		r.converges()
		for i := range 100 { // and all that is left is watched
			if _, err := os.Stat(in(fmt.Sprintf("deep%d/er", i))); err == nil {
				write(t, r.dir, fmt.Sprintf("deep%d/er/z.md", i), "z")
			}
		}
		r.converges()
	})
}

// A watch that moved along with its folder, or one that another folder's removal took
// along, shows here: after each move a file is written where nobody else looks.
func TestAFolderThatMovesWithoutPauseStaysWatched(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		at := filepath.Join(r.dir, "0", "deep")
		must(t, os.MkdirAll(at, 0o755))
		write(t, at, "x.md", "0")
		for i := range 60 {
			to := filepath.Join(r.dir, fmt.Sprint(i+1))
			if i%3 == 0 { // into a folder that is new itself
				must(t, os.Mkdir(to, 0o755))
				to = filepath.Join(to, "in")
			}
			must(t, os.Rename(filepath.Dir(at), to))
			at = filepath.Join(to, "deep")
			if i%4 == 0 {
				r.converges()
			}
			write(t, at, "x.md", fmt.Sprint(i))
			if i%5 == 0 {
				r.converges()
			}
		}
		r.converges()
	})
}
