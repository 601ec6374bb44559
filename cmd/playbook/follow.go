package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/source"
	"github.com/microleadership/playbook/internal/watch"
)

// afterwards is how long after a quick look everything is looked at: by then whoever
// writes has stopped, and the author is reading the page.
const afterwards = 250 * time.Millisecond

// follow builds again after each hint and hands on what is new, until ctx ends. What a
// hint names is looked at first, so that its page is ready at once; all the rest soon
// after, since hints are not the truth.
func (p *project) follow(ctx context.Context, b *build.Builder, hints <-chan watch.Hint, show func(*build.Result, error)) {
	var quiet <-chan time.Time
	tell := func(r *build.Result, err error) {
		if ctx.Err() == nil && (err != nil || !r.Unchanged) {
			show(r, err)
		}
	}
	for {
		select {
		case h, ok := <-hints:
			switch {
			case !ok:
				return
			case h.All:
				quiet = nil
				tell(b.Rebuild(ctx))
			default:
				quiet = time.After(afterwards)
				tell(b.Revise(ctx, p.inside(h.Paths)))
			}
		case <-quiet:
			quiet = nil
			tell(b.Rebuild(ctx))
		}
	}
}

// inside gives paths as the playbook knows them, from its root.
func (p *project) inside(paths []string) []string {
	root, err := filepath.Abs(p.dir)
	if err != nil {
		root = p.dir
	}
	out := make([]string, len(paths))
	for i, path := range paths {
		if rel, err := filepath.Rel(root, path); err == nil {
			path = rel
		}
		out[i] = filepath.ToSlash(path)
	}
	return out
}

// hints says where to look again, until ctx ends.
func (p *project) hints(ctx context.Context, s streams, poll bool) <-chan watch.Hint {
	content, themes := filepath.Join(p.dir, source.Dir), filepath.Join(p.dir, "themes")
	return watch.Changes(ctx, watch.Options{
		Dirs: []string{content, themes},
		Ignore: func(path string) bool { // a theme may publish names that start with a dot
			return source.Ignored(filepath.Base(path)) && strings.HasPrefix(p.inside([]string{path})[0], source.Dir+"/")
		},
		Poll: poll,
		Note: func(text string) { fmt.Fprintln(s.err, text) },
	})
}

// rendered prints each page that is made, and why, for who asked with -v.
func rendered(s streams, verbose bool) func(address, reason string) {
	if !verbose {
		return nil
	}
	return func(address, reason string) { fmt.Fprintf(s.err, "made %s: %s\n", address, reason) }
}
