package build_test

import (
	"sync"
	"testing"
	"testing/fstest"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
)

// A text is lost, and its file is rewritten or removed between the scan and the check.
func TestALostTextWhoseFileHasChanged(t *testing.T) {
	fsys := large()
	opts := options(fsys)
	var once sync.Once
	opts.Pieces = &faulty{Pieces: &cache.Pieces{}, get: func(int64) bool {
		once.Do(func() {
			for _, name := range []string{"content/pages/p0007.md", "content/pages/p0107.md"} {
				*fsys[name] = fstest.MapFile{Data: []byte("---\ntitle: Page 7\nsummary: It.\n---\n\nNo link any more.\n")}
			}
		})
		return true
	}}
	rebuild(t, build.New(opts))
}
