// Package watch says where to look again. It never says what has changed: editors write in
// too many ways (rename over, write twice, probe files) for events to be the truth, and
// a queue that overflows loses some. Whoever is told looks at the files.
//
// What it promises is that no change goes untold: after every change of files a hint
// follows that was sent later than the change. A hint may name too much, and may come
// more than once.
//
// Links: a folder named in Options.Dirs may be a link and is followed. Below it, a link to a
// file is looked at, through the link, every Options.Every, because the file may be
// anywhere; the hint names the link. So is a file of several names (hard links), which may
// be written by a name that is not watched. A link to a folder is not followed.
//
// Not seen, because the system tells nobody: with events, a file written through a memory
// map, and one that got a second name outside of the folders while they were watched and
// is then written by that name; a folder far above, exchanged and put back between two looks.
package watch

import (
	"context"
	"path/filepath"
	"time"
)

// Hint says where to look again. Paths are absolute and sorted, each once. A path stands for
// all that is, or was, below it: a folder that came or went is named once and not with
// each of its files. A path that is gone is a hint too.
type Hint struct {
	Paths []string
	All   bool // anything may have changed; Paths is empty
}

// Options say where and how to watch. A zero field is a sensible default.
type Options struct {
	Dirs   []string               // folders to watch, with all below them; those that do not exist yet too
	Ignore func(path string) bool // paths below Dirs never worth a hint; what is below them is ignored with them
	Settle time.Duration          // how long it must be quiet before a hint; 0 means 5 ms
	Poll   bool                   // compare the folders at intervals instead of waiting for events
	Every  time.Duration          // interval of polling; 0 means 500 ms
	Note   func(string)           // told, in one line, when events are not to be had and polling begins

	system system
}

func (o Options) withDefaults() Options {
	if o.Ignore == nil {
		o.Ignore = func(string) bool { return false }
	}
	if o.Settle == 0 {
		o.Settle = 5 * time.Millisecond
	}
	if o.Every == 0 {
		o.Every = 500 * time.Millisecond
	}
	if o.Note == nil {
		o.Note = func(string) {}
	}
	dirs := make([]string, len(o.Dirs)) // of our own: the caller's slice stays as it is
	for i, dir := range o.Dirs {
		dirs[i] = filepath.Clean(dir)
		if abs, err := filepath.Abs(dir); err == nil {
			dirs[i] = abs
		}
	}
	o.Dirs = dirs
	o.system = o.system.withDefaults()
	return o
}

// Changes returns a channel of hints. The first comes once watching has begun and says All:
// whatever changed before is found by that look. Hints do not queue up: those that nobody
// has taken yet are one. The channel closes after ctx ends, when nothing is held any more.
func Changes(ctx context.Context, opts Options) <-chan Hint {
	opts = opts.withDefaults()
	out := make(chan Hint)
	go func() {
		defer close(out)
		if !opts.Poll {
			err := events(ctx, opts, out)
			if ctx.Err() != nil {
				return
			}
			opts.Note("changes are not reported here (" + reason(err) + "); looking every " + opts.Every.String() + " instead")
		}
		poll(ctx, opts, out)
	}()
	return out
}
