package watch_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/watch"
)

// polls checks that one line told of polling, and that changes are seen.
func (r *reader) polls(t *testing.T, why string) {
	t.Helper()
	select {
	case note := <-r.notes:
		if !regexp.MustCompile(`^changes are not reported here \(.*\); looking every 10ms instead$`).MatchString(note) || !strings.Contains(note, why) {
			r.t.Errorf("the note is %q, it should name %q", note, why)
		}
	case <-time.After(patience):
		r.t.Fatal("no note")
	}
	for _, text := range []string{"first", "then"} {
		must(t, os.MkdirAll(filepath.Join(r.dir, "sub", text), 0o755))
		write(t, r.dir, "sub/"+text+"/a.md", text)
		r.converges()
	}
	select {
	case note := <-r.notes:
		r.t.Errorf("a second note: %q", note)
	default:
	}
}

func options(t *testing.T) watch.Options {
	dir := filepath.Join(t.TempDir(), "content")
	must(t, os.MkdirAll(filepath.Join(dir, "sub"), 0o755))
	return watch.Options{Dirs: []string{dir}, Every: 10 * time.Millisecond}
}

func TestALimitAtTheBeginning(t *testing.T) {
	for why, err := range map[string]error{
		"max_user_watches":   syscall.ENOSPC,
		"max_user_instances": syscall.EMFILE,
		"ulimit -n":          syscall.ENFILE,
		"input/output error": syscall.EIO,
	} {
		t.Run(why, func(t *testing.T) {
			refuse := func(string) error { return fmt.Errorf("cannot add: %w", err) }
			follow(t, watch.WithAdd(options(t), refuse)).polls(t, why)
			follow(t, watch.WithOpen(options(t), func() error { return refuse("") })).polls(t, why)
		})
	}
}

// A limit may be reached at any folder: one of many, a new one, one after a new beginning.
func TestALimitLater(t *testing.T) {
	for at := int32(1); at < 12; at++ {
		t.Run(fmt.Sprint("the folder after ", at), func(t *testing.T) {
			var left atomic.Int32
			left.Store(at)
			r := follow(t, watch.WithAdd(options(t), func(string) error {
				if left.Add(-1) < 0 {
					return syscall.ENOSPC
				}
				return nil
			}))
			must(t, os.MkdirAll(filepath.Join(r.dir, "new", "sub"), 0o755))
			must(t, os.Rename(filepath.Join(r.dir, "new"), filepath.Join(r.dir, "newer")))
			write(t, r.dir, "newer/sub/a.md", "one")
			r.converges()
			for i := range 12 { // until it is reached
				must(t, os.Mkdir(filepath.Join(r.dir, fmt.Sprint(i)), 0o755))
				write(t, r.dir, fmt.Sprint(i, "/a.md"), "one")
			}
			r.converges()
			r.polls(t, "max_user_watches")
		})
	}
}

func TestAFolderThatCannotBeWatchedIsNoLimit(t *testing.T) {
	opts := options(t)
	for _, err := range []error{syscall.ENOENT, syscall.EACCES, syscall.ENOTDIR, syscall.ELOOP, syscall.ENAMETOOLONG} {
		r := follow(t, watch.WithAdd(opts, func(dir string) error {
			if filepath.Base(dir) == "sub" {
				return err
			}
			return nil
		}))
		write(t, r.dir, "a.md", err.Error())
		r.converges()
		select {
		case note := <-r.notes:
			t.Errorf("%v led to polling: %s", err, note)
		default:
		}
	}
}

func TestAForeignFileSystem(t *testing.T) {
	r := follow(t, watch.WithForeign(options(t), func(string) string { return "NFS" }))
	r.polls(t, "NFS")
	r = follow(t, watch.WithForeign(options(t), func(dir string) string { // mounted below
		if filepath.Base(dir) == "sub" {
			return "9p"
		}
		return ""
	}))
	r.polls(t, "9p")
}

func TestPollingThatWasAskedForIsNotNoted(t *testing.T) {
	opts := options(t)
	opts.Poll = true
	r := follow(t, opts)
	write(t, r.dir, "a.md", "one")
	r.converges()
	select {
	case note := <-r.notes:
		t.Error(note)
	default:
	}
}
