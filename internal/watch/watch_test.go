package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// patience bounds how long a test waits for a report; it is reached only by a failure.
const patience = 10 * time.Second

// each runs a test with events and with polling: both must see the same things.
func each(t *testing.T, test func(t *testing.T, dir string, changed <-chan struct{})) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll=%v", poll), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "content")
			if err := os.Mkdir(dir, 0o755); err != nil {
				t.Fatal(err)
			}
			write(t, dir, "a.md", "one")
			ctx, cancel := context.WithCancel(context.Background())
			changes := watch.Changes(ctx, watch.Options{Dirs: []string{dir}, Poll: poll, Every: 10 * time.Millisecond})
			t.Cleanup(func() {
				cancel()
				for range changes { // it closes with the context
				}
			})
			time.Sleep(50 * time.Millisecond) // a watch reports what happens after it began
			test(t, dir, changes)
		})
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// must runs a step of a test that cannot fail unless the test is broken.
func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func reported(t *testing.T, changes <-chan struct{}) {
	t.Helper()
	select {
	case <-changes:
	case <-time.After(patience):
		t.Fatal("no report")
	}
}

// settle takes all reports that are still on their way.
func settle(changes <-chan struct{}) {
	for {
		select {
		case <-changes:
		case <-time.After(150 * time.Millisecond):
			return
		}
	}
}

func TestEveryWayOfSavingIsReported(t *testing.T) {
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		steps := []struct {
			name string
			do   func() error
		}{
			{"a write in place", func() error { return os.WriteFile(filepath.Join(dir, "a.md"), []byte("three"), 0o644) }},
			{"a rename over the file", func() error {
				if err := os.WriteFile(filepath.Join(dir, ".a.swp"), []byte("four!"), 0o644); err != nil {
					return err
				}
				return os.Rename(filepath.Join(dir, ".a.swp"), filepath.Join(dir, "a.md"))
			}},
			{"a new file", func() error { return os.WriteFile(filepath.Join(dir, "b.md"), nil, 0o644) }},
			{"a rename", func() error { return os.Rename(filepath.Join(dir, "b.md"), filepath.Join(dir, "B.md")) }},
			{"a deletion", func() error { return os.Remove(filepath.Join(dir, "B.md")) }},
		}
		for _, s := range steps {
			settle(changes)
			must(t, s.do())
			select {
			case <-changes:
			case <-time.After(patience):
				t.Fatalf("%s was not reported", s.name)
			}
		}
	})
}

func TestFilesOfAFolderMadeAtOnceAreSeen(t *testing.T) {
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		for i := range 20 {
			sub := filepath.Join(dir, fmt.Sprint("deep", i), "er")
			must(t, os.MkdirAll(sub, 0o755))
			write(t, sub, "x.md", "x")
		}
		reported(t, changes)
		settle(changes)
		// Whoever looks now sees all; and what happens in the new folders is reported too.
		write(t, filepath.Join(dir, "deep19", "er"), "x.md", "changed")
		reported(t, changes)
	})
}

func TestAFolderDeletedAndMadeAgainIsWatchedAgain(t *testing.T) {
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		must(t, os.RemoveAll(dir))
		reported(t, changes)
		settle(changes)
		must(t, os.Mkdir(dir, 0o755))
		write(t, dir, "a.md", "again")
		reported(t, changes)
		settle(changes)
		write(t, dir, "a.md", "and again")
		reported(t, changes)
	})
}

func TestQuietWhenNothingHappens(t *testing.T) {
	each(t, func(t *testing.T, dir string, changes <-chan struct{}) {
		settle(changes)
		if _, err := os.ReadFile(filepath.Join(dir, "a.md")); err != nil {
			t.Fatal(err)
		}
		select {
		case <-changes:
			t.Error("reading a file was reported")
		case <-time.After(200 * time.Millisecond):
		}
	})
}
