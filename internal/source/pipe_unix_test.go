//go:build unix

package source_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A pipe that is opened for reading waits for a writer who never comes.
func TestScanDoesNotWaitForAPipe(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"content/stories/b.md": "b", "content/stories/link.md": "-> a.md"})
	if err := syscall.Mkfifo(filepath.Join(dir, "content/stories/a.md"), 0o644); err != nil {
		t.Skip("this file system has no pipes:", err)
	}
	tree, list := scan(t, os.DirFS(dir))
	want := []string{"unreadable-file content/stories/a.md error", "unreadable-file content/stories/link.md error"}
	if diff := cmp.Diff(want, said(list)); diff != "" || len(tree.Entries) != 1 {
		t.Error(diff, paths(tree.Entries))
	}
}
