// Package watch says when to look again. It never says what changed: editors
// write in too many ways (rename over, write twice, swap files) for events to be the
// truth, and a queue that overflows loses some. Whoever is told looks at the files.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options say where and how to watch.
type Options struct {
	Dirs   []string      // folders to watch, with all below them; those that do not exist yet too
	Settle time.Duration // how long it must be quiet before a report; 0 means 15 ms
	Poll   bool          // compare the folders at intervals instead of waiting for events
	Every  time.Duration // interval of polling; 0 means 500 ms
	Note   func(string)  // told, in one line, when events are not to be had and polling begins
}

func (o Options) withDefaults() Options {
	if o.Settle == 0 {
		o.Settle = 15 * time.Millisecond
	}
	if o.Every == 0 {
		o.Every = 500 * time.Millisecond
	}
	if o.Note == nil {
		o.Note = func(string) {}
	}
	return o
}

// Changes returns a channel that gets a value when the folders may have changed. Values
// do not queue up: one stands for everything since the last. It closes with ctx.
func Changes(ctx context.Context, opts Options) <-chan struct{} {
	opts = opts.withDefaults()
	out := make(chan struct{}, 1)
	go func() {
		defer close(out)
		if !opts.Poll {
			err := events(ctx, opts, out)
			if ctx.Err() != nil {
				return
			}
			opts.Note("cannot watch for events (" + err.Error() + "); looking every " + opts.Every.String() + " instead")
		}
		poll(ctx, opts, out)
	}()
	return out
}

func hint(out chan<- struct{}) {
	select {
	case out <- struct{}{}:
	default: // one is waiting already
	}
}

// mostWait bounds how long a burst of events may put off a report.
const mostWait = 500 * time.Millisecond

// events hints after each burst of file system events. It returns when the context
// ends or events cannot be relied on: a limit of the system is reached.
func events(ctx context.Context, opts Options, out chan<- struct{}) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	if err := watchAll(w, opts.Dirs); err != nil {
		return err
	}
	var quiet <-chan time.Time
	var since time.Time // of the first event not yet reported
	wait := func() {
		if quiet == nil {
			since = time.Now()
		}
		// A program that writes without pause must not keep everyone waiting for quiet.
		quiet = time.After(min(opts.Settle, time.Until(since.Add(mostWait))))
	}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e := <-w.Events:
			if e.Op == fsnotify.Chmod {
				continue // attributes are not content
			}
			wait()
		case <-w.Errors: // the queue overflowed: something happened
			wait()
		case <-quiet:
			quiet = nil
			// New folders are watched before anyone looks, so that a file made in
			// between is seen either by the look or by an event.
			if err := watchAll(w, opts.Dirs); err != nil {
				return err
			}
			hint(out)
		}
	}
}

// watchAll watches every folder below dirs, and the parent of one that is missing.
// Watching a folder twice costs nothing, so it need not know which are new.
func watchAll(w *fsnotify.Watcher, dirs []string) error {
	for _, dir := range dirs {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			dir = filepath.Dir(dir)
			if err := w.Add(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			continue
		}
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // gone again, or not for us to read
			case !d.IsDir():
				return nil
			case path != dir && strings.HasPrefix(d.Name(), "."):
				return fs.SkipDir
			}
			if err := w.Add(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
