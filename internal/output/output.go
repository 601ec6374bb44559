// Package output publishes a set of files into a folder, so that whoever looks at the
// folder sees the last good site or the new one, whatever happens in between.
//
// What Publish promises:
//
//   - Only what is listed in .playbook/manifest is ours. No other file is overwritten
//     or removed: one that stands where a page should go is an error, unless its bytes
//     are those of the page (then it becomes ours) or Options.Force is set.
//   - Files are made one by one and staged in .playbook/, so that only a few of them are in
//     memory; when all are there, they are renamed into place: assets, then new
//     pages, then changed pages; what is no longer part of the site is deleted last. So
//     a page is never there without what it shows, nor a link without its page.
//   - A file that is as it should be is not written; its time stays.
//   - An error while writing leaves everything as it was. After a kill, each file is
//     the old or the new one, and the next run makes the rest good.
//   - Two runs at once do not mix: one waits for the other, or gives up (LockedError).
//   - No link in the folder leads a write out of it, or to another place within.
//   - Paths work on every system: see ForbiddenPathError.
//
// A file that should be as it is gets read and compared, unless Options.Stamps knows it by
// its stamp. Stamps are kept outside the folder: a manifest with times would make two
// machines that publish the same site publish different bytes. Exchanging whole folders was rejected,
// though it is atomic: it would write every file each time, and take away what others
// keep in the folder. No file is synced on its own, which would cost more than the
// whole build; after a power cut, files that are not whole differ from the manifest
// and are written again.
package output

import (
	"cmp"
	"context"
	"crypto/sha256"
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
	Class Class

	// What is in it. Make appends it to a buffer that is used again for the next file; it is called at
	// most once, and not at all when the folder has a file with the sum of what it would
	// make. Several files are made at once. Sum says that sum, or the zero Sum when it is
	// not known without making the file; it may be nil.
	Make func(to []byte) ([]byte, error)
	Sum  func() Sum

	// Done, if there is one, is told when nothing more will be asked of the file: what it is
	// made from may be let go. Assets are asked for before pages.
	Done func()
}

// Of is a file of bytes that are there.
func Of(path string, b []byte, class Class) File {
	return File{Path: path, Class: class, Make: func(to []byte) ([]byte, error) { return append(to, b...), nil }}
}

// Sum stands for the bytes of a file.
type Sum struct {
	Size int64
	Hash [sha256.Size]byte
}

// SumOf is the sum of b.
func SumOf(b []byte) Sum { return Sum{int64(len(b)), sha256.Sum256(b)} }

// Options say how to publish.
type Options struct {
	Force   bool              // overwrite files that are in the way though they are not ours
	Stamps  *Stamps           // what earlier runs have seen in the folder; Publish notes what it sees
	Wait    time.Duration     // how long to wait for another run; 0 gives up at once
	Waiting func(lock string) // told once, if there is a wait

	step func(name string) error // tests: called before each step, those of staging side by side
}

func (o Options) withDefaults() Options {
	if o.Waiting == nil {
		o.Waiting = func(string) {}
	}
	if o.Stamps == nil {
		o.Stamps = &Stamps{}
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
// The folder is made if need be. When files cannot be made, all the others are made all
// the same, nothing is published, and the error is a MakeError.
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
	opts.Stamps.begin()
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
	defer r.clean()
	if err := r.gather(); err != nil {
		return err
	}
	if err := r.commit(); err != nil {
		return err
	}
	return r.finish()
}
