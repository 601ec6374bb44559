package watch_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/watch"
)

// patience bounds how long a test waits for a hint; it is reached only by a failure.
const patience = 2 * time.Minute

// view is what somebody knows of folders who looks only where hints say.
type view map[string]string

// look reads again what is at path and below.
func (v view) look(path string) {
	v.forget(path)
	v.read(path)
}

func (v view) forget(path string) {
	maps.DeleteFunc(v, func(p, _ string) bool { return p == path || strings.HasPrefix(p, path+"/") })
}

func (v view) read(path string) {
	info, err := os.Lstat(path)
	if err != nil {
		return
	}
	switch mode := info.Mode(); {
	case mode.IsDir():
		v.list(path)
		return
	case mode&fs.ModeSymlink != 0:
		if info, err = os.Stat(path); err != nil {
			v[path] = "a link to nothing"
			return
		}
	}
	if !info.Mode().IsRegular() { // opening a pipe would wait for ever
		v[path] = info.Mode().Type().String()
		return
	}
	text, err := os.ReadFile(path)
	if err != nil {
		text = []byte("unreadable")
	}
	v[path] = string(text)
}

func (v view) list(dir string) {
	v[dir] = "a folder"
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if below := filepath.Join(dir, e.Name()); !ignored(below) {
			v.read(below)
		}
	}
}

func ignored(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || name == "4913"
}

// tester is a test, also one of generated things.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// reader is somebody who watches roots and keeps a view of them.
type reader struct {
	t       tester
	dir     string // the first root
	roots   []string
	changes <-chan watch.Hint
	view    view
	hints   []watch.Hint // since the last that converged
	notes   chan string
	end     func()
}

// follow watches until the test ends. It returns when watching has begun.
func follow(t testing.TB, opts watch.Options) *reader {
	t.Helper()
	r := &reader{t: t, dir: opts.Dirs[0], roots: opts.Dirs, view: view{}, notes: make(chan string, 10)}
	ctx, cancel := context.WithCancel(context.Background())
	opts.Ignore, opts.Note = ignored, func(text string) { r.notes <- text }
	r.changes = watch.Changes(ctx, opts)
	r.end = func() {
		cancel()
		for range r.changes { // it closes with the context
		}
	}
	t.Cleanup(r.end)
	if first := r.take(); !first.All {
		t.Fatalf("the first hint is %v", first)
	}
	return r
}

// take waits for a hint and looks where it says.
func (r *reader) take() watch.Hint {
	r.t.Helper()
	select {
	case h, open := <-r.changes:
		if !open {
			r.t.Fatal("the channel is closed")
		}
		r.apply(h)
		return h
	case <-time.After(patience):
		r.t.Fatal("no hint")
	}
	panic("not reached")
}

func (r *reader) apply(h watch.Hint) {
	r.hints = append(r.hints, h)
	paths := h.Paths
	if h.All {
		paths = r.roots
	}
	for _, p := range paths {
		if to, err := os.Stat(p); h.All && err == nil && to.IsDir() { // a root may be a link
			r.view.forget(p)
			r.view.list(p)
			continue
		}
		r.view.look(p)
	}
}

// truth is what is there.
func (r *reader) truth() view {
	now := &reader{roots: r.roots, view: view{}}
	now.apply(watch.Hint{All: true})
	return now.view
}

// converges takes hints until the view is right, and returns them.
func (r *reader) converges() []watch.Hint {
	r.t.Helper()
	defer func() { r.hints = nil }()
	deadline := time.After(patience)
	for !maps.Equal(r.view, r.truth()) {
		select {
		case h := <-r.changes:
			r.apply(h)
		case <-deadline:
			r.t.Fatalf("the view is wrong for good (- truth, + view) after hints %v:\n%s", r.hints, cmp.Diff(r.truth(), r.view))
		}
	}
	return r.hints
}

// settles takes the hints that are still on their way.
func (r *reader) settles() {
	for {
		select {
		case h := <-r.changes:
			r.apply(h)
		case <-time.After(100 * time.Millisecond):
			r.hints = nil
			return
		}
	}
}

// names says whether the next hints, until one does, name path or all.
func (r *reader) names(path string) {
	r.t.Helper()
	for h := r.take(); !h.All && !slices.Contains(h.Paths, path); h = r.take() {
	}
}

// each runs a test with events and with polling, in a folder of the same name below a
// folder where nothing is watched: both must see the same things.
func each(t *testing.T, test func(t *testing.T, r *reader)) {
	for _, poll := range []bool{false, true} {
		t.Run(fmt.Sprintf("poll=%v", poll), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "home", "content")
			must(t, os.MkdirAll(dir, 0o755))
			write(t, dir, "a.md", "one")
			test(t, follow(t, watch.Options{Dirs: []string{dir}, Poll: poll, Every: 10 * time.Millisecond}))
		})
	}
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
}

// must runs a step of a test that cannot fail unless the test is broken.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
