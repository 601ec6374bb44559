package watch_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// step is one way of changing a folder. Paths are relative to it.
type step struct {
	name string
	do   func(in func(string) string) error
}

func put(path, text string) error { return os.WriteFile(path, []byte(text), 0o644) }

// do runs one thing after another until one fails.
func do(things ...func() error) error {
	for _, thing := range things {
		if err := thing(); err != nil {
			return err
		}
	}
	return nil
}

var savings = []step{
	{"in place", func(in func(string) string) error { return put(in("a.md"), "three") }},
	{"in place with the same length", func(in func(string) string) error { return put(in("a.md"), "seven") }},
	{"by renaming over it", func(in func(string) string) error {
		return do(
			func() error { return put(in(".a.tmp"), "four!") },
			func() error { return os.Rename(in(".a.tmp"), in("a.md")) },
		)
	}},
	{"like vim: a probe, a backup, a new file", func(in func(string) string) error {
		return do(
			func() error { return put(in(".a.md.swp"), "swap") },
			func() error { return put(in("4913"), "") },
			func() error { return os.Remove(in("4913")) },
			func() error { return os.Rename(in("a.md"), in("a.md~")) },
			func() error { return put(in("a.md"), "vim!!") },
			func() error { return os.Remove(in("a.md~")) },
			func() error { return os.Remove(in(".a.md.swp")) },
		)
	}},
	{"with its old time kept", func(in func(string) string) error {
		info, err := os.Stat(in("a.md"))
		if err != nil {
			return err
		}
		return do(
			func() error { return put(in("a.md"), "tardy") },
			func() error { return os.Chtimes(in("a.md"), info.ModTime(), info.ModTime()) },
		)
	}},
	{"in two halves", func(in func(string) string) error {
		f, err := os.Create(in("a.md"))
		if err != nil {
			return err
		}
		defer f.Close()
		if _, err := f.WriteString("the first half, "); err != nil {
			return err
		}
		time.Sleep(30 * time.Millisecond) // so that somebody sees it half-written
		_, err = f.WriteString("the second")
		return err
	}},
	{"empty", func(in func(string) string) error { return os.Truncate(in("a.md"), 0) }},
	{"a new empty file", func(in func(string) string) error { return put(in("b.md"), "") }},
	{"another name", func(in func(string) string) error { return os.Rename(in("b.md"), in("c.md")) }},
	{"another case", func(in func(string) string) error { return os.Rename(in("c.md"), in("C.md")) }},
	{"deleted", func(in func(string) string) error { return os.Remove(in("C.md")) }},
	{"a second name", func(in func(string) string) error { return os.Link(in("a.md"), in("twin.md")) }},
	{"by its second name", func(in func(string) string) error { return put(in("twin.md"), "both") }},
	{"by its first name", func(in func(string) string) error { return put(in("a.md"), "both again") }},
	{"a file that has a name elsewhere", func(in func(string) string) error {
		return do(
			func() error { return put(in("../elsewhere.md"), "from afar") },
			func() error { return os.Link(in("../elsewhere.md"), in("far.md")) },
		)
	}},
	{"by its name elsewhere", func(in func(string) string) error { return put(in("../elsewhere.md"), "from very far") }},
	{"a link to a file", func(in func(string) string) error { return os.Symlink("../target.md", in("link.md")) }},
	{"the missing target of a link", func(in func(string) string) error { return put(in("../target.md"), "there") }},
	{"the target of a link", func(in func(string) string) error { return put(in("../target.md"), "there again") }},
	{"the target of a link replaced", func(in func(string) string) error {
		return do(
			func() error { return put(in("../target.tmp"), "replaced") },
			func() error { return os.Rename(in("../target.tmp"), in("../target.md")) },
		)
	}},
	{"a link that leads elsewhere", func(in func(string) string) error {
		return do(
			func() error { return os.Symlink("../elsewhere.md", in(".link")) },
			func() error { return os.Rename(in(".link"), in("link.md")) },
		)
	}},
	{"the target of a link gone", func(in func(string) string) error { return os.Remove(in("../elsewhere.md")) }},
	{"a link to a folder", func(in func(string) string) error { return os.Symlink("..", in("up")) }},
	{"a folder in place of a file", func(in func(string) string) error {
		return do(
			func() error { return os.Remove(in("a.md")) },
			func() error { return os.Mkdir(in("a.md"), 0o755) },
			func() error { return put(in("a.md/b.md"), "inside") },
		)
	}},
	{"a file in place of a folder", func(in func(string) string) error {
		return do(
			func() error { return os.RemoveAll(in("a.md")) },
			func() error { return put(in("a.md"), "a file again") },
		)
	}},
}

func TestEveryWayOfSavingIsSeen(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		in := func(path string) string { return filepath.Join(r.dir, path) }
		for _, s := range savings {
			must(t, s.do(in))
			t.Logf("%s: %d hints", s.name, len(r.converges()))
		}
	})
}

// With nobody in between: the last of many changes is seen as well.
func TestManyWaysOfSavingAtOnceAreSeen(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		in := func(path string) string { return filepath.Join(r.dir, path) }
		for _, s := range savings {
			must(t, s.do(in))
		}
		r.converges()
	})
}

func TestEverySavingOfAFileIsSeenHoweverFast(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		for _, text := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
			write(t, r.dir, "a.md", text) // same length, and maybe the same time
			r.converges()
		}
	})
}
