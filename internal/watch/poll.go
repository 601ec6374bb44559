package watch

import (
	"context"
	"os"
	"path/filepath"
	"time"
)

// few is how many paths a look that compares everything names. With more, somebody has
// changed the playbook at large.
const few = 64

// rest is how much longer a poll rests than it looks, so that a large folder on a slow disk
// does not keep a processor busy.
const rest = 4

// poll hints whenever the folders differ from what they were at the look before.
func poll(ctx context.Context, opts Options, out chan<- Hint) {
	var seen memory
	seen.states = snapshot(opts)
	seen.doubtAll(time.Now())
	box := outbox{to: out}
	box.put(places{all: true})

	next := time.NewTimer(opts.Every)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case box.ready() <- box.hint:
			box.taken()
		case <-next.C:
			start := time.Now()
			changed := seen.compare(snapshot(opts), start)
			box.put(toLookAt(changed, opts.Dirs))
			next.Reset(max(opts.Every, rest*time.Since(start)))
		}
	}
}

// toLookAt is the paths that differ, or everything when they are many or a root is one.
func toLookAt(changed, roots []string) places {
	var p places
	p.add(changed...)
	for _, dir := range roots {
		if _, ok := p.paths[dir]; ok {
			p.addAll()
		}
	}
	if p.simplify(); len(p.paths) > few {
		p.addAll()
	}
	return p
}

// snapshot is the state of every file and folder.
func snapshot(opts Options) map[string]state {
	states := map[string]state{}
	for _, dir := range opts.Dirs {
		if s := rootStateOf(dir); s != (state{}) {
			states[dir] = s
			snapshotBelow(dir, opts, states)
		}
	}
	return states
}

func snapshotBelow(dir string, opts Options, states map[string]state) {
	entries, _ := os.ReadDir(dir) // a folder that cannot be listed has nothing in it, until it can
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if opts.Ignore(path) {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // gone again
		}
		states[path] = stateFrom(path, info)
		if info.IsDir() {
			snapshotBelow(path, opts, states)
		}
	}
}
