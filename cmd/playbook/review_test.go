package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/diag"
)

func reviewProject(t *testing.T, files map[string]string) *project {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	p, err := openProject(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// What somebody saved while a story was being checked is never lost.
func TestReplaceRefusesAFileThatChanged(t *testing.T) {
	const file = "content/stories/a.md"
	p := reviewProject(t, map[string]string{file: "saved meanwhile"})
	err := p.replace(file, []byte("as it was read"), []byte("accepted"))
	var hint *hinted
	if !errors.As(err, &hint) || hint.Error() != file+" was changed while it was being checked" {
		t.Errorf("%v", err)
	}
	if got := listing(t, p); !cmp.Equal(got, map[string]string{file: "saved meanwhile"}) {
		t.Errorf("there is now %q", got)
	}
	if err := p.replace(file, []byte("saved meanwhile"), []byte("accepted")); err != nil {
		t.Fatal(err)
	}
	if got := listing(t, p); !cmp.Equal(got, map[string]string{file: "accepted"}) {
		t.Errorf("there is now %q", got)
	}
	if err := p.replace("content/stories/gone.md", []byte("a"), []byte("b")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func listing(t *testing.T, p *project) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(p.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var b []byte
			b, err = p.root.ReadFile(name)
			out[name] = string(b)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOverlay(t *testing.T) {
	const file = "content/stories/a.md"
	p := reviewProject(t, map[string]string{file: "on disk", "content/stories/b.md": "b", "content/x/c.md": "c"})
	o := p.overlay()
	o.edit(file, []byte("in memory only"))
	read := func(want string) {
		t.Helper()
		f, err := o.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(f); err != nil || b.String() != want || info.Size() != int64(len(want)) {
			t.Errorf("%q of %d bytes, %v, want %q", b.String(), info.Size(), err, want)
		}
	}
	read("in memory only")
	if info, err := o.Stat(file); err != nil || info.Sys() != nil {
		t.Errorf("%v; what is edited could be taken for the file on disk", err)
	}
	if _, err := o.Folder("content/stories"); err == nil {
		t.Error("a folder opens past what is edited in it")
	}
	if _, err := o.Folder("content/x"); err != nil {
		t.Error(err)
	}
	o.edit(file, nil)
	read("on disk")
}

// A story answers for its own file, and for what is wrong elsewhere since it is there.
func TestFindingsOfAStory(t *testing.T) {
	at := func(file string, line int, code string) diag.Diagnostic {
		return diag.Diagnostic{Code: code, Severity: diag.Error, Pos: diag.Position{File: file, Line: line}, Text: code}
	}
	d := desk{found: diag.List{at("a.md", 1, "own"), at("b.md", 4, "old"), at("b.md", 6, "twice")}}
	got := d.of("a.md", diag.List{at("a.md", 1, "own"), at("a.md", 2, "more"), at("b.md", 5, "old"), at("b.md", 6, "twice"), at("b.md", 7, "twice"), at("stories/a.html", 0, "leak")})
	want := diag.List{at("a.md", 1, "own"), at("a.md", 2, "more"), at("b.md", 7, "twice"), at("stories/a.html", 0, "leak")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
