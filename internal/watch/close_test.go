package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// descriptors counts what this program has open, where that can be known.
func descriptors() int {
	entries, _ := os.ReadDir("/proc/self/fd")
	return len(entries)
}

func TestNothingIsLeftAfterTheEnd(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "0", "sub"), 0o755))
	goroutines, open := runtime.NumGoroutine(), descriptors()
	for i := range 150 {
		ctx, cancel := context.WithCancel(context.Background())
		changes := watch.Changes(ctx, watch.Options{Dirs: []string{dir}, Poll: i%5 == 4, Every: time.Millisecond})
		switch i % 3 {
		case 0: // ends before it has begun
		case 1: // ends in the midst of events, with hints that nobody took
			<-changes
			write(t, dir, "a.md", fmt.Sprint(i))
		case 2: // has begun anew
			<-changes
			must(t, os.Rename(filepath.Join(dir, fmt.Sprint(i-2)), filepath.Join(dir, fmt.Sprint(i+1))))
			for !(<-changes).All && i%5 != 4 {
			}
		}
		cancel()
		for range changes {
		}
	}
	deadline := time.Now().Add(patience)
	for runtime.NumGoroutine() > goroutines || descriptors() > open {
		if time.Now().After(deadline) {
			buf := make([]byte, 1<<16)
			t.Fatalf("%d goroutines became %d, %d descriptors %d\n%s", goroutines, runtime.NumGoroutine(),
				open, descriptors(), buf[:runtime.Stack(buf, true)])
		}
		time.Sleep(10 * time.Millisecond)
	}
}
