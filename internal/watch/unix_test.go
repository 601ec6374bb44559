//go:build unix

package watch_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// os.Rename refuses what the system allows: a folder over one that is empty.
func TestAFolderMovedOverAnEmptyOneIsWatched(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		for _, from := range []string{filepath.Join(r.dir, "full"), filepath.Join(r.dir, "..", "full")} {
			to := filepath.Join(r.dir, "empty")
			must(t, os.RemoveAll(to))
			must(t, os.MkdirAll(to, 0o755))
			must(t, os.MkdirAll(filepath.Join(from, "in"), 0o755))
			write(t, from, "in/x.md", "x")
			r.converges()
			must(t, syscall.Rename(from, to))
			r.converges()
			write(t, to, "in/x.md", "y")
			r.converges()
		}
	})
}

// A pipe is not content, but whoever looks says so.
func TestAPipeIsSeen(t *testing.T) {
	each(t, func(t *testing.T, r *reader) {
		pipe := filepath.Join(r.dir, "pipe")
		must(t, syscall.Mkfifo(pipe, 0o644))
		r.converges()
		must(t, os.Remove(pipe))
		r.converges()
	})
}
