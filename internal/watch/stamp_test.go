package watch_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// coarsest is after how long two writes have different times on every file system.
const coarsest = 2*time.Second + 100*time.Millisecond

func pollFile(t *testing.T) (r *reader, path string) {
	dir := t.TempDir()
	path = filepath.Join(dir, "a.md")
	must(t, put(path, "first"))
	r = follow(t, watch.Options{Dirs: []string{dir}, Poll: true, Every: 10 * time.Millisecond})
	time.Sleep(coarsest)
	r.settles()
	return r, path
}

// A second write within the same tick of the clock would show in nothing, so what was
// written is named once more when there can be no such write.
func TestPollingNamesAgainWhatItCouldHaveMissed(t *testing.T) {
	t.Parallel()
	r, path := pollFile(t)
	must(t, put(path, "again"))
	start := time.Now()
	r.names(path)
	for time.Since(start) < 2*time.Second {
		r.names(path)
	}
}

// Programs that copy keep the times of what they copy.
func TestPollingSeesAFileWhoseTimeWasPutBack(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("nothing else tells here")
	}
	t.Parallel()
	r, path := pollFile(t)
	info, err := os.Stat(path)
	must(t, err)
	must(t, put(path, "other"))
	must(t, os.Chtimes(path, info.ModTime(), info.ModTime()))
	r.converges()
}
