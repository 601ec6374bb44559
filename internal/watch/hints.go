package watch

import (
	"maps"
	"path/filepath"
	"slices"
)

// many is how many paths a hint names at most. With more, looking at everything is not
// much slower than looking at each, and what nobody takes must not grow.
const many = 1024

// places gathers where to look.
type places struct {
	paths map[string]struct{}
	all   bool
}

func (p *places) add(paths ...string) {
	for _, path := range paths {
		switch {
		case p.all:
			return
		case p.paths == nil:
			p.paths = map[string]struct{}{}
		case len(p.paths) == many:
			p.addAll()
			return
		}
		p.paths[path] = struct{}{}
	}
}

func (p *places) addAll() { *p = places{all: true} }

// simplify drops the paths that are below another one.
func (p *places) simplify() {
	for path := range p.paths {
		for at := filepath.Dir(path); at != filepath.Dir(at); at = filepath.Dir(at) {
			if _, ok := p.paths[at]; ok {
				delete(p.paths, path)
				break
			}
		}
	}
}

func (p *places) empty() bool { return !p.all && len(p.paths) == 0 }

// outbox holds what is to be told until somebody takes it.
type outbox struct {
	to      chan<- Hint
	waiting places
	hint    Hint // waiting, as it is told
}

func (o *outbox) put(p places) {
	if p.all {
		o.waiting.addAll()
	}
	for path := range p.paths {
		o.waiting.add(path)
	}
	o.waiting.simplify()
	o.hint = Hint{All: o.waiting.all, Paths: slices.Sorted(maps.Keys(o.waiting.paths))}
}

// ready is the channel to offer hint on, or nil, which nobody can receive from, when there
// is nothing to tell.
func (o *outbox) ready() chan<- Hint {
	if o.waiting.empty() {
		return nil
	}
	return o.to
}

func (o *outbox) taken() { o.waiting, o.hint = places{}, Hint{} }
