package watch

import (
	"time"

	"github.com/fsnotify/fsnotify"
)

// WithAdd makes the system refuse to watch folders as add says; nil means it may.
func WithAdd(o Options, add func(dir string) error) Options {
	o.system.add = func(w *fsnotify.Watcher, dir string) error {
		if err := add(dir); err != nil {
			return err
		}
		return w.Add(dir)
	}
	return o
}

// WithForeign puts folders on the file systems that kind names.
func WithForeign(o Options, kind func(dir string) string) Options {
	o.system.foreign = kind
	return o
}

// WithOpen makes the system refuse to notify at all, or tells how often it is asked to.
func WithOpen(o Options, open func() error) Options {
	o.system.open = func() (*fsnotify.Watcher, error) {
		if err := open(); err != nil {
			return nil, err
		}
		return fsnotify.NewWatcher()
	}
	return o
}

// Look is what one look of polling costs: everything is compared with the look before.
func Look(o Options) func() int {
	o = o.withDefaults()
	seen := memory{states: snapshot(o)}
	return func() int { return len(seen.compare(snapshot(o), time.Now())) }
}
