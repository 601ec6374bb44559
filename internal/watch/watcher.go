package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watcher keeps the folders watched while they come and go.
//
// The system watches folders, not paths. When a folder moves, its watch moves along with all
// those below it and reports old paths; watching it again by its new path gives the old
// watch back. So nothing is carried over: after a watched folder has moved the watcher is
// stale and begins anew. That costs a walk, and nobody moves folders without pause.
type watcher struct {
	opts    Options
	notify  *fsnotify.Watcher
	lost    chan struct{}       // has a value when events were lost
	watched map[string]struct{} // every folder that may have a watch, those above Dirs excepted
	roots   []state             // of Dirs, as places
	spots   memory              // links and files of several names: no event tells of their changes for sure
	stale   bool                // what is watched and what is there may differ
	found   places              // where to look, not told yet
	news    bool                // something was found since the loop last asked
}

func (w *watcher) close() {
	if w.notify != nil {
		_ = w.notify.Close()
	}
}

// open starts the system's notices. Their errors, which say that some were lost, are taken
// by a goroutine of its own: fsnotify holds its lock while it hands one over, so that
// whoever takes them and adds folders as well waits for ever.
func (w *watcher) open() error {
	var err error
	if w.notify, err = w.opts.system.open(); err != nil {
		return err
	}
	errs, lost := w.notify.Errors, make(chan struct{}, 1)
	w.lost = lost
	go func() {
		for range errs {
			select {
			case lost <- struct{}{}:
			default: // said already
			}
		}
	}()
	return nil
}

// begin watches everything, with nothing left of what was watched before.
func (w *watcher) begin() error {
	w.close()
	if err := w.open(); err != nil {
		return err
	}
	w.watched, w.spots = map[string]struct{}{}, memory{}
	w.roots = w.places() // before they are watched: if one is replaced in between, the next look tells
	for _, dir := range w.opts.Dirs {
		if err := w.above(dir); err != nil {
			return err
		}
		if err := w.tree(dir); err != nil {
			return err
		}
	}
	w.spots.doubtAll(time.Now())
	w.stale, w.news = false, false
	return nil
}

// above watches the nearest folder above dir that exists, which tells when dir, or a folder
// on the way to it, is made, replaced or removed.
func (w *watcher) above(dir string) error {
	for at := filepath.Dir(dir); ; at = filepath.Dir(at) {
		err := w.opts.system.add(w.notify, at)
		if err == nil {
			return nil
		}
		if !passing(err) {
			return err
		}
		if at == filepath.Dir(at) {
			return nil
		}
	}
}

// tree watches dir and every folder below it. Each is watched before it is listed.
func (w *watcher) tree(dir string) error {
	if kind := w.opts.system.foreign(dir); kind != "" {
		return foreignError(kind)
	}
	w.watched[dir] = struct{}{}
	if err := w.opts.system.add(w.notify, dir); err != nil {
		if passing(err) {
			return nil
		}
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !passing(err) {
		return err
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch {
		case w.opts.Ignore(path):
		case e.IsDir():
			if err := w.tree(path); err != nil {
				return err
			}
		case e.Type()&fs.ModeSymlink != 0:
			w.spots.keep(path, stateOf(path))
		default:
			if info, err := e.Info(); err == nil && names(info) > 1 && !w.spots.has(path) {
				w.spots.keep(path, stateFrom(path, info))
				w.beginAnew() // only a walk of everything, which this may be, finds its other names
			}
		}
	}
	return nil
}

// see takes in one event. It must not wait: the system's queue is limited.
func (w *watcher) see(e fsnotify.Event) error {
	path := filepath.Clean(e.Name) // a watch of / names //content
	_, folder := w.watched[path]
	switch {
	case folder && e.Op == fsnotify.Write:
		return nil // some systems say so whenever something within changes, which is told besides
	case w.leadsToRoot(path):
		w.beginAnew()
		return nil
	case !w.below(path) || w.opts.Ignore(path):
		return nil // a neighbour of a root
	}
	w.find(path)
	if e.Has(fsnotify.Rename) && folder {
		w.beginAnew()
	}
	if e.Has(fsnotify.Rename | fsnotify.Remove) {
		delete(w.watched, path)
		w.spots.forget(path)
	}
	// A folder whose mode has changed may be one that could not be listed until now.
	if e.Has(fsnotify.Create|fsnotify.Chmod) && !w.stale {
		return w.arrived(path)
	}
	return nil
}

// arrived watches what is new at path.
func (w *watcher) arrived(path string) error {
	info, err := os.Lstat(path)
	switch {
	case err != nil: // gone again, and that has an event of its own
	case info.IsDir():
		return w.tree(path)
	case info.Mode()&fs.ModeSymlink != 0:
		w.spots.keep(path, stateOf(path))
		w.spots.doubt([]string{path}, time.Now())
	case names(info) > 1 && !w.spots.has(path):
		w.beginAnew() // to find its other names
	}
	return nil
}

// look finds what no event tells: a root that was exchanged together with the folders
// above it, a change at the other end of a link.
func (w *watcher) look() {
	if !slices.Equal(w.roots, w.places()) {
		w.beginAnew()
	}
	for _, path := range w.spots.lookAgain(time.Now()) {
		w.find(path)
	}
}

func (w *watcher) places() []state {
	var places []state
	for _, dir := range w.opts.Dirs {
		s := rootStateOf(dir)
		places = append(places, state{s.self.place(), s.target.place()})
	}
	return places
}

func (w *watcher) find(path string) { w.found.add(path); w.news = true }

func (w *watcher) beginAnew() { w.stale, w.news = true, true }

// leadsToRoot says whether path is one of the watched roots, or above one.
func (w *watcher) leadsToRoot(path string) bool {
	return slices.ContainsFunc(w.opts.Dirs, func(dir string) bool { return within(dir, path) })
}

func (w *watcher) below(path string) bool {
	return slices.ContainsFunc(w.opts.Dirs, func(dir string) bool { return within(path, dir) })
}

// within says whether path is dir or below it.
func within(path, dir string) bool {
	rest, ok := strings.CutPrefix(path, dir)
	return ok && (rest == "" || os.IsPathSeparator(rest[0]) || os.IsPathSeparator(dir[len(dir)-1]))
}
