package source_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/source"
)

func archive(t *testing.T, dir, revision string) *source.Archive {
	t.Helper()
	a, err := source.At(context.Background(), dir, revision)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// What was committed is what is read, whatever has become of the files: names, bytes, links,
// and nothing of the rest of the repository.
func TestAnArchiveIsWhatWasCommitted(t *testing.T) {
	r := newRepository(t)
	files := map[string]string{
		"handbook/content/stories/a.md":               "a\r\n",
		"handbook/content/stories/über \"q\".md":      "b",
		"handbook/content/examples/deep/er/c.md":      strings.Repeat("c\n", 100_000),
		"handbook/content/empty.png":                  "",
		"handbook/themes/own/layouts/page.html":       "<p>",
		"handbook/README.md":                          "not of the playbook",
		"content/stories/another.md":                  "of another playbook",
		"handbook/content/stories/.attributes":        "hidden",
		"handbook/content/principles/new\nline.md":    "odd",
		"handbook/content/principles/smudged.md.text": "$Id$",
	}
	write(t, r.dir, files)
	write(t, r.dir, map[string]string{".gitattributes": "* ident text eol=crlf export-ignore\n"})
	if err := os.Symlink("../stories/a.md", filepath.Join(r.dir, "handbook/content/examples/link.md")); err != nil {
		t.Skip("links cannot be made here")
	}
	if err := os.Symlink("link.md", filepath.Join(r.dir, "handbook/content/examples/twice.md")); err != nil {
		t.Fatal(err)
	}
	r.git("config", "core.autocrlf", "false")
	r.commit("Ada")
	if err := os.RemoveAll(filepath.Join(r.dir, "handbook", "content")); err != nil {
		t.Fatal(err)
	}
	a := archive(t, filepath.Join(r.dir, "handbook"), "HEAD")
	got := map[string]string{}
	err := fs.WalkDir(a, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(a, name)
		if strings.HasSuffix(name, "twice.md") { // a playbook uses no link to a link
			if !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("a link to a link is read: %v", err)
			}
			return nil
		}
		got["handbook/"+name] = strings.ReplaceAll(string(b), "\r\n", "\n")
		return err
	})
	want := map[string]string{"handbook/content/examples/link.md": "a\n"}
	for name, text := range files {
		if strings.HasPrefix(name, "handbook/content") || strings.HasPrefix(name, "handbook/themes") {
			want[name] = strings.ReplaceAll(text, "\r\n", "\n")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Fatal(err, diff)
	}
	if to, err := fs.ReadLink(a, "content/examples/link.md"); to != "../stories/a.md" || err != nil {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
	if info, err := a.Lstat("content/examples/link.md"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v (%v)", info, err)
	}
}

// The library's own test of file systems, which knows all that one must do.
func TestAnArchiveIsAFileSystem(t *testing.T) {
	r := newRepository(t)
	write(t, r.dir, map[string]string{"content/playbook.yaml": "title: T\n", "content/stories/a.md": "a", "themes/t/a.css": "b"})
	r.commit("Ada")
	if err := fstest.TestFS(archive(t, r.dir, "HEAD"), "content/playbook.yaml", "content/stories/a.md", "themes/t/a.css"); err != nil {
		t.Fatal(err)
	}
}

func TestAnArchiveIsReadByManyAtOnce(t *testing.T) {
	r := newRepository(t)
	files := map[string]string{}
	for i := range 60 {
		files["content/stories/"+strings.Repeat("x", i+1)+".md"] = strings.Repeat("text ", i)
	}
	write(t, r.dir, files)
	r.commit("Ada")
	a := archive(t, r.dir, "HEAD")
	var wg sync.WaitGroup
	for name, text := range files {
		wg.Go(func() {
			if b, err := fs.ReadFile(a, name); err != nil || string(b) != text {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	wg.Wait()
	if err := a.Err(); err != nil {
		t.Error(err)
	}
}

func TestARevisionThatCannotBeRead(t *testing.T) {
	r := newRepository(t)
	refused := func(name, dir, revision, want string) {
		t.Helper()
		_, err := source.At(context.Background(), dir, revision)
		var bad *source.RevisionError
		if !errors.As(err, &bad) || !strings.Contains(bad.Why, want) || bad.Way == "" {
			t.Errorf("%s: got %v, want %q", name, err, want)
		}
	}
	refused("unborn", r.dir, "HEAD", "no commit yet")
	refused("no repository", t.TempDir(), "HEAD", "in no git repository")
	write(t, r.dir, map[string]string{"content/stories/a.md": "a"})
	r.commit("Ada")
	for name, revision := range map[string]string{
		"empty": "", "an option": "--help", "two lines": "HEAD\nHEAD", "a zero": "HEAD\x00", "a range": "HEAD..HEAD",
	} {
		refused(name, r.dir, revision, "revision")
	}
	refused("a file", r.dir, "HEAD:content/stories/a.md", "there is no revision")
	refused("excluded", r.dir, "^HEAD", "there is no revision")
	r.git("tag", "-a", "-m", "annotated", "v1")
	archive(t, r.dir, "v1")
	archive(t, r.dir, ":/a change")
}

// Objects that are gone or damaged are an error, not a playbook with less in it.
func TestADamagedRepositoryIsAnError(t *testing.T) {
	r := newRepository(t)
	write(t, r.dir, map[string]string{"content/stories/a.md": "the words of a\n"})
	r.commit("Ada")
	a := archive(t, r.dir, "HEAD")
	err := filepath.WalkDir(filepath.Join(r.dir, ".git", "objects"), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Remove(p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(a, "content/stories/a.md"); err == nil || a.Err() == nil {
		t.Errorf("read: %v, archive: %v", err, a.Err())
	}
}

// A partial clone has names without sizes or bytes; nothing is fetched behind anybody's back.
func TestAPartialCloneIsSaidToBeOne(t *testing.T) {
	r := newRepository(t)
	write(t, r.dir, map[string]string{"content/stories/a.md": "a"})
	r.commit("Ada")
	write(t, r.dir, map[string]string{"content/stories/a.md": "b"})
	r.commit("Ada")
	r.git("config", "uploadpack.allowFilter", "true")
	dir := filepath.Join(t.TempDir(), "clone")
	r.git("clone", "-q", "--filter=blob:none", "file://"+r.dir, dir)
	_, err := source.At(context.Background(), dir, "HEAD~1")
	var bad *source.RevisionError
	if !errors.As(err, &bad) || !strings.Contains(bad.Why, "only a part of this revision") {
		t.Errorf("got %v", err)
	}
}
