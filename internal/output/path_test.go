package output_test

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/output"
)

func TestForbiddenPaths(t *testing.T) {
	long := strings.Repeat("a", 256)
	for _, paths := range [][]string{
		{""},
		{"."},
		{"/a"},
		{"a/"},
		{"../a"},
		{"a/../b"},
		{"./a"},
		{"a//b"},
		{`a\b`},
		{"C:/a"},
		{"a\x00b"},
		{"a\nb"},
		{"a\xffb"},
		{".playbook/manifest"},
		{".playbook"},
		{".Playbook/x"},
		{"a?"},
		{"a*"},
		{"con"},
		{"a/NUL.html"},
		{"com1.txt"},
		{"a."},
		{"a /b"},
		{long},
		{"a", "a"},
		{"a", "a/b"},
		{"a/b/c", "a/b"},
		{"Map.html", "map.html"},
		{"stories", "Stories/a"},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		var files []output.File
		for _, p := range paths {
			files = append(files, output.Of(p, nil, output.Page))
		}
		_, err := output.Publish(t.Context(), dir, files, output.Options{})
		var forbidden *output.ForbiddenPathError
		if !errors.As(err, &forbidden) {
			t.Errorf("%q: got %v", paths, err)
		} else if strings.ContainsAny(err.Error(), "\n\x00") {
			t.Errorf("%q: message %q is not one line", paths, err)
		}
		if _, err := os.Lstat(dir); err == nil {
			t.Errorf("%q: the folder was made", paths)
		}
	}
}

func TestUnusualPathsArePublished(t *testing.T) {
	dir := t.TempDir()
	s := site{
		".nojekyll": "", ".well-known/security.txt": "s", "stories/über uns.html": "ü", "stories/地図.html": "m", "a..b/c": "c", "-rf": "r",
		"console.html": "c", "com0": "0", "playbook/a": "a", strings.Repeat("n", 250): "n", "deep/" + strings.Repeat("d/", 60) + "x": "x",
	}
	publish(t, dir, s)
	want(t, dir, s)
	publish(t, dir, s)
	publish(t, dir, site{})
	want(t, dir, site{})
}

// TestNothingLeavesTheFolder: any path is either refused or lands in the folder.
func TestNothingLeavesTheFolder(t *testing.T) {
	base := t.TempDir()
	part := rapid.SampledFrom([]string{"..", ".", "", "a", "b.html", ".playbook", `..\..`, "C:", "con", "a\x00", "ü", " ", "~", "%2e%2e", "．．"})
	rapid.Check(t, func(t *rapid.T) {
		landsInside(t, base, strings.Join(rapid.SliceOfN(part, 1, 4).Draw(t, "parts"), "/"))
	})
}

func TestTraversalsAreRefused(t *testing.T) {
	f, err := os.Open(filepath.FromSlash("../../../shared/corpora/hostile/path-traversal.txt"))
	if err != nil {
		t.Skip("the list of traversals is not at hand:", err)
	}
	defer f.Close()
	stopped, cancel := context.WithCancel(ctx)
	cancel() // paths are judged before anything is written
	base, accepted := t.TempDir(), 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		p := lines.Text()
		_, err := output.Publish(stopped, filepath.Join(base, "out"), []output.File{output.Of(p, nil, output.Page)}, output.Options{})
		var forbidden *output.ForbiddenPathError
		if errors.As(err, &forbidden) {
			continue
		}
		if accepted++; !filepath.IsLocal(p) || path.Clean(p) != p || strings.Contains(p, `\`) {
			t.Errorf("accepted %q", p)
		}
		if accepted < 40 {
			landsInside(t, base, p)
		}
	}
}

func landsInside(t fataler, base, p string) {
	dir := filepath.Join(base, "out")
	defer os.RemoveAll(dir)
	_, err := output.Publish(ctx, dir, []output.File{output.Of(p, []byte("x"), output.Page)}, output.Options{})
	if list, _ := os.ReadDir(base); len(list) > 1 || err == nil && read(t, dir)[p] != "x" {
		t.Fatal("published", p, "beside the folder:", list)
	}
}
