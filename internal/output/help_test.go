package output_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/output"
)

// site is what a folder holds, or is to hold, by path.
type site map[string]string

// files are the files of a site: those in assets/ are assets.
func (s site) files() []output.File {
	var out []output.File
	for p, text := range s {
		f := output.Of(p, []byte(text), output.Page)
		if strings.HasPrefix(p, "assets/") {
			f.Class = output.Asset
		}
		out = append(out, f)
	}
	return out
}

func publish(t testing.TB, dir string, s site) output.Stats {
	t.Helper()
	stats, err := output.Publish(t.Context(), dir, s.files(), output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

type fataler interface {
	Helper()
	Fatal(...any)
}

// read returns all files in dir but what Publish remembers; links as "-> target",
// empty folders as "path/".
func read(t fataler, dir string) site {
	t.Helper()
	s := site{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, p)
		name = filepath.ToSlash(name)
		switch {
		case err != nil || name == ".":
			return err
		case name == ".playbook":
			return fs.SkipDir
		case d.IsDir():
			if list, err := os.ReadDir(p); err != nil || len(list) == 0 {
				s[name+"/"] = ""
			}
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(p)
			s[name] = "-> " + target
			return err
		}
		b, err := os.ReadFile(p)
		s[name] = string(b)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return s
}

// plant writes files beside the site; "-> target" makes a link, "path/" a folder.
func plant(t fataler, dir string, s site) {
	t.Helper()
	for name, text := range s {
		p := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(p), 0o755)
		if target, ok := strings.CutPrefix(text, "-> "); ok {
			err = errors.Join(err, os.Symlink(target, p))
		} else if strings.HasSuffix(name, "/") {
			err = errors.Join(err, os.MkdirAll(p, 0o755))
		} else {
			err = errors.Join(err, os.WriteFile(p, []byte(text), 0o644))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func want(t testing.TB, dir string, s site) {
	t.Helper()
	if diff := cmp.Diff(s, read(t, dir)); diff != "" {
		t.Error(diff)
	}
}

// tidy fails if a finished run has left anything but its memory.
func tidy(t fataler, dir string) {
	t.Helper()
	list, err := os.ReadDir(filepath.Join(dir, ".playbook"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if e.Name() != "lock" && e.Name() != "manifest" {
			t.Fatal("left behind: .playbook/" + e.Name())
		}
	}
}
