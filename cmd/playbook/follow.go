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
// after, since hints are not the truth. What show says has failed is shown again.
func (p *project) follow(ctx context.Context, b *build.Builder, hints <-chan watch.Hint, show func(*build.Result, error) (ok bool)) {
	var quiet <-chan time.Time
	ok := true
	look := func(at func() (*build.Result, error)) {
		p.reopen()
		r, err := at()
		if ctx.Err() == nil && (err != nil || !ok || !r.Unchanged) {
			ok = show(r, err)
		}
	}
	for {
		select {
		case h, open := <-hints:
			switch {
			case !open:
				return
			case h.All:
				quiet = nil
				look(func() (*build.Result, error) { return b.Rebuild(ctx) })
			default:
				quiet = time.After(afterwards)
				look(func() (*build.Result, error) { return b.Revise(ctx, p.inside(h.Paths)) })
			}
		case <-quiet:
			quiet = nil
			look(func() (*build.Result, error) { return b.Rebuild(ctx) })
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

// hints says where to look again, until ctx ends: in what the site is made of, and where git
// keeps what it knows of it.
func (p *project) hints(ctx context.Context, s streams, poll bool) <-chan watch.Hint {
	git := source.Repository(ctx, p.dir)
	return watch.Changes(ctx, watch.Options{
		Dirs:   append([]string{filepath.Join(p.dir, source.Dir), filepath.Join(p.dir, "themes")}, git...),
		Ignore: func(path string) bool { return p.nobodys(path, git) },
		Poll:   poll,
		Note:   func(text string) { fmt.Fprintln(s.err, text) },
	})
}

// nobodys says whether a change of path cannot change the site. A theme may publish names
// that start with a dot.
func (p *project) nobodys(path string, git []string) bool {
	for _, dir := range git {
		if below, err := filepath.Rel(dir, path); err == nil && filepath.IsLocal(below) {
			return !source.OfCommits(filepath.ToSlash(below))
		}
	}
	return source.Ignored(filepath.Base(path)) && strings.HasPrefix(p.inside([]string{path})[0], source.Dir+"/")
}

// rendered prints each page that is made, and why, for who asked with -v.
func rendered(s streams, verbose bool) func(address, reason string) {
	if !verbose {
		return nil
	}
	return func(address, reason string) { fmt.Fprintf(s.err, "made %s: %s\n", address, reason) }
}
