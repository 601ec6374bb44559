// Package output publishes a set of files into a folder, so that whoever looks at the
// folder sees the last good site or the new one, whatever happens in between.
//
// What Publish promises:
//
//   - Only what is listed in .playbook/manifest is ours. No other file is overwritten
//     or removed: one that stands where a page should go is an error, unless its bytes
//     are those of the page (then it becomes ours) or Options.Force is set.
//   - Files are staged in .playbook/ first, then renamed into place: assets, then new
//     pages, then changed pages; what is no longer part of the site is deleted last. So
//     a page is never there without what it shows, nor a link without its page.
//   - A file that is as it should be is not written; its time stays.
//   - An error while writing leaves everything as it was. After a kill, each file is
//     the old or the new one, and the next run makes the rest good.
//   - Two runs at once do not mix: one waits for the other, or gives up (LockedError).
//   - No link in the folder leads a write out of it, or to another place within.
//   - Paths work on every system: see ForbiddenPathError.
//
// A file that should be as it is gets read and compared. To trust its size and time, as
// make does, would be faster, but then the manifest would hold times, and two machines
// that publish the same site would not publish the same bytes. Exchanging whole folders was rejected,
// though it is atomic: it would write every file each time, and take away what others
// keep in the folder. No file is synced on its own, which would cost more than the
// whole build; after a power cut, files that are not whole differ from the manifest
// and are written again.
package output

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Class decides when a file goes into place.
type Class uint8

// The classes, in the order in which they go into place.
const (
	Asset Class = iota // what pages need: style sheets, scripts, images, search data
	Page               // what links to others
)

// File is one file of the site.
type File struct {
	Path  string // slash-separated, relative to the output folder
	Bytes []byte
	Class Class
}

// Options say how to publish.
type Options struct {
	Force   bool              // overwrite files that are in the way though they are not ours
	Wait    time.Duration     // how long to wait for another run; 0 gives up at once
	Waiting func(lock string) // told once, if there is a wait

	step func(name string) error // tests: called before each step, those of staging side by side
}

func (o Options) withDefaults() Options {
	if o.Waiting == nil {
		o.Waiting = func(string) {}
	}
	if o.step == nil {
		o.step = func(string) error { return nil }
	}
	return o
}

// Stats counts the work that was done.
type Stats struct {
	Written   int
	Unchanged int
	Deleted   int
	Bytes     int64 // of the files written
}

// Publish makes the folder dir hold exactly these files, besides those of others.
// The folder is made if need be.
func Publish(ctx context.Context, dir string, files []File, opts Options) (Stats, error) {
	opts = opts.withDefaults()
	files = slices.SortedFunc(slices.Values(files), func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	if err := checkPaths(files); err != nil {
		return Stats{}, err
	}
	if err := os.MkdirAll(filepath.Join(dir, ours), 0o755); err != nil {
		return Stats{}, failed("make the folder", dir, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Stats{}, failed("open the folder", dir, err)
	}
	defer root.Close()
	unlock, err := lock(ctx, root, dir, opts)
	if err != nil {
		return Stats{}, err
	}
	defer unlock()
	r := &run{ctx: ctx, root: root, opts: opts, files: files}
	err = r.publish()
	return r.stats, err
}

// run is one publication, under the lock.
type run struct {
	ctx   context.Context
	root  *os.Root
	opts  Options
	files []File // by path
	stats Stats

	memory memory
	next   manifest // what will be ours
	plan   plan
	undo   []func() // takes back what was done, last first
}

func (r *run) publish() error {
	r.clean()
	r.load()
	if err := r.look(); err != nil {
		return err
	}
	defer r.clean()
	if err := r.stage(); err != nil {
		return err
	}
	if err := r.commit(); err != nil {
		return err
	}
	return r.finish()
}
