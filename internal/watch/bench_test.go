package watch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// playbook makes n files in a hundred folders.
func playbook(b *testing.B, n int) watch.Options {
	dir := b.TempDir()
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprint("d", i%100))
		must(b, os.MkdirAll(sub, 0o755))
		write(b, sub, fmt.Sprint("entry-", i, ".md"), "text")
	}
	return watch.Options{Dirs: []string{dir}, Ignore: ignored}
}

// BenchmarkPolling is what one look costs of the two that polling takes each second.
func BenchmarkPolling(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			look := watch.Look(playbook(b, n))
			b.ReportAllocs()
			for b.Loop() {
				if changed := look(); changed > 0 {
					b.Fatal(changed, "files have changed")
				}
			}
		})
	}
}

// BenchmarkBeginning is how long it takes until everything is watched, also after a
// folder has moved.
func BenchmarkBeginning(b *testing.B) {
	opts := playbook(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		follow(b, opts).end()
	}
}

// BenchmarkSaving is how long it takes from a write to its hint, the settling time
// included.
func BenchmarkSaving(b *testing.B) {
	opts := playbook(b, 10_000)
	r := follow(b, opts)
	path := filepath.Join(opts.Dirs[0], "d0", "entry-0.md")
	for i := 0; b.Loop(); i++ {
		must(b, os.WriteFile(path, []byte(time.Duration(i).String()), 0o644))
		r.names(path)
	}
}
