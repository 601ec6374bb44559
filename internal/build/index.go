package build

import (
	"sync"

	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/search"
)

// index is the published search index, made when the first of its files is asked for:
// how many files there are is known only then.
type index struct {
	playbook *playbook.Playbook
	builder  *search.Builder // has made the last one

	// spent is told when each of the files has been made once. If it takes what the builder
	// remembers, that goes, and the index with it; who asks for a file all the same makes
	// it anew. It may be nil.
	spent func() bool

	mu    sync.Mutex
	names []string // the manifest last: until it is there, the old one goes on
	files map[string]search.Output
	there bool // whether files can be made
	left  int  // how many have not been made yet
	err   error
}

// load makes sure that it is known what there is.
func (x *index) load() {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.names == nil {
		x.make()
	}
}

// lookUp is a file of the index, if there is one at an address.
func (x *index) lookUp(address string) (search.Output, bool) {
	x.load()
	x.mu.Lock()
	defer x.mu.Unlock()
	f, ok := x.files[address]
	return f, ok
}

func (x *index) make() {
	files, err := x.builder.Publish(x.builder.Update(documentsOf(x.playbook), search.Options{Facets: facets(x.playbook)}))
	if err != nil {
		x.names, x.err = []string{search.Manifest}, err
		return
	}
	x.names, x.files = nil, make(map[string]search.Output, len(files))
	for _, f := range append(files[1:], files[0]) {
		x.files[f.Name] = f
		x.names = append(x.names, f.Name)
	}
	x.there, x.left = true, len(files)
}

func (x *index) has(address string) bool {
	_, ok := x.lookUp(address)
	return ok || x.err != nil
}

// file is a file of the index, if there is one at an address.
func (x *index) file(address string) (search.Output, bool) {
	if !ofIndex(address) {
		return search.Output{}, false
	}
	return x.lookUp(address)
}

func (x *index) read(address string) ([]byte, error) {
	x.mu.Lock()
	if x.err == nil && !x.there {
		x.make()
	}
	f, err := x.files[address], x.err
	x.mu.Unlock()
	if err != nil {
		return nil, err
	}
	b := f.Data()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.left--; x.left == 0 && x.spent != nil && x.spent() {
		x.there = false
		for name, f := range x.files {
			x.files[name] = f.Unmade()
		}
	}
	return b, nil
}
