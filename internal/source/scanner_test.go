package source_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/source"
)

// opens counts the files that are opened.
type opens struct {
	fs.FS
	n int
}

func (o *opens) Open(name string) (fs.File, error) {
	f, err := o.FS.Open(name)
	if err == nil {
		if info, _ := f.Stat(); info != nil && info.Mode().IsRegular() {
			o.n++
		}
	}
	return f, err
}
func (o *opens) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(o.FS, name) }
func (o *opens) Lstat(name string) (fs.FileInfo, error)     { return fs.Lstat(o.FS, name) }
func (o *opens) ReadLink(name string) (string, error)       { return fs.ReadLink(o.FS, name) }
func (o *opens) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.FS, name) }

func TestAFileIsReadAgainOnlyWhenItMayHaveChanged(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"content/stories/a.md": "one", "content/stories/b.md": "two", "content/playbook.yaml": "title: A"})
	fsys := &opens{FS: os.DirFS(dir)}
	s := source.NewScanner(fsys)
	look := func(want int, why string) {
		t.Helper()
		fsys.n = 0
		if _, _, err := s.Scan(); err != nil {
			t.Fatal(err)
		}
		if fsys.n != want {
			t.Errorf("%s: %d files were read, want %d", why, fsys.n, want)
		}
	}
	look(3, "at first")
	look(3, "right after, when a change in the same tick could have left no trace")
	time.Sleep(3 * time.Second)
	look(3, "later, to be sure")
	if info, err := os.Stat(dir); err != nil || info.Sys() == nil {
		t.Skip("this system tells too little of its files")
	}
	look(0, "once they are known")

	p := filepath.Join(dir, "content/stories/a.md")
	info, err := os.Stat(p)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, map[string]string{"content/stories/a.md": "ONE"})
	if err := os.Chtimes(p, time.Time{}, info.ModTime()); err != nil { // a tool that sets the time back
		t.Fatal(err)
	}
	look(1, "a file of equal size and time")
}

// Whatever happens between two scans, the second finds what a new scanner finds.
func TestAScannerNeverKeepsWhatIsGone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "scan")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		s := source.NewScanner(root.FS())
		known := map[string]source.File{} // what whoever reads all that is fresh has in hand
		for range rapid.IntRange(1, 10).Draw(t, "changes") {
			paths := change(t, dir)
			want, list, broken := source.Scan(root.FS())
			looked := false
			if rapid.Bool().Draw(t, "named") {
				var changed []source.File
				changed, looked = s.Look(paths)
				for _, f := range changed {
					known[f.Path] = f
				}
			}
			if !looked {
				tree, _, err := s.Scan()
				if fmt.Sprint(err) != fmt.Sprint(broken) {
					t.Fatal(err, broken)
				}
				before := known
				known = map[string]source.File{}
				for _, f := range tree.Entries {
					if known[f.Path] = f; !f.Fresh {
						known[f.Path] = before[f.Path]
					}
				}
			}
			if broken != nil {
				continue
			}
			wanted := map[string]source.File{}
			for _, f := range want.Entries {
				wanted[f.Path] = f
			}
			if diff := cmp.Diff(wanted, known); diff != "" {
				t.Fatal(diff)
			}
			if _, again, err := s.Scan(); err != nil || cmp.Diff(list, again, cmpopts.EquateEmpty()) != "" {
				t.Fatal(err, cmp.Diff(list, again))
			}
		}
	})
}

// change does something to the files of dir and names what it touched.
func change(t *rapid.T, dir string) []string {
	pick := func(label string) string {
		return rapid.SampledFrom([]string{
			"content/stories/a.md", "content/stories/A.md", "content/stories/x/b.md", "content/stories/map.png", "content/pages/a.md",
			"content/notes/a.md", "content/playbook.yaml", "content/stories/a.md~", "content/stories", "content",
		}).Draw(t, label)
	}
	at := func(p string) string { return filepath.Join(dir, filepath.FromSlash(p)) }
	p := pick("path")
	switch rapid.IntRange(0, 6).Draw(t, "what") {
	case 0:
		_ = os.RemoveAll(at(p))
	case 1:
		to := pick("to")
		_ = os.Rename(at(p), at(to))
		return []string{p, to}
	case 2:
		_ = os.Remove(at(p))
		_ = os.Symlink(rapid.SampledFrom([]string{"../pages/a.md", "a.md", "/etc/hosts", "nowhere"}).Draw(t, "target"), at(p))
	case 3:
		_ = os.Chtimes(at(p), time.Time{}, time.Now())
	default:
		if filepath.Ext(p) == "" {
			_ = os.MkdirAll(at(p), 0o755)
			break
		}
		_ = os.MkdirAll(filepath.Dir(at(p)), 0o755)
		_ = os.WriteFile(at(p), fmt.Appendf(nil, "text %d", rapid.IntRange(0, 3).Draw(t, "text")), 0o644)
	}
	return []string{p}
}
