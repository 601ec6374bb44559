package build

import (
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/search"
)

// index is the published search index, made when the first of its files is asked for:
// how many files there are is known only then.
type index struct {
	playbook *playbook.Playbook
	builder  *search.Builder // has made the last one
	done     func()          // told when it is made; nil for who will make another one

	once  sync.Once
	names []string // the manifest last: until it is there, the old one goes on
	files map[string]*indexFile
	err   error

	again func() (map[string]*indexFile, error) // for who asks for what was let go
}

// indexFile is a file of the index. All of them are written from the same lists, which are gone when
// the last one is let go.
type indexFile struct {
	sum output.Sum

	mu  sync.Mutex
	out *search.Output // nil when it was let go
}

func newIndex(p *playbook.Playbook, b *search.Builder, done func()) *index {
	x := &index{playbook: p, builder: b, done: done}
	x.again = sync.OnceValues(func() (map[string]*indexFile, error) {
		_, files, err := x.publish()
		return files, err
	})
	return x
}

func (x *index) load() {
	x.once.Do(func() {
		if x.names, x.files, x.err = x.publish(); x.err != nil {
			x.names = []string{search.Manifest}
		} else if x.done != nil {
			x.done()
		}
	})
}

func (x *index) publish() (names []string, files map[string]*indexFile, err error) {
	list, err := x.builder.Publish(x.builder.Update(documentsOf(x.playbook), search.Options{Facets: facets(x.playbook)}))
	if err != nil {
		return nil, nil, err
	}
	files = make(map[string]*indexFile, len(list))
	for _, f := range append(list[1:], list[0]) {
		names = append(names, f.Name)
		files[f.Name] = &indexFile{sum: output.Sum{Size: int64(f.Size), Hash: f.Sum}, out: &f}
	}
	return names, files, nil
}

func (x *index) has(address string) bool {
	x.load()
	return x.files[address] != nil || x.err != nil
}

// file is a file of the index, or nil if there is none at an address.
func (x *index) file(address string) *indexFile {
	if !ofIndex(address) {
		return nil
	}
	x.load()
	return x.files[address]
}

func (x *index) append(to []byte, address string) ([]byte, error) {
	if x.err != nil {
		return to, x.err
	}
	if out := x.files[address].output(); out != nil {
		return out.Append(to), nil
	}
	files, err := x.again()
	if err != nil {
		return to, err
	}
	return files[address].output().Append(to), nil
}

func (f *indexFile) output() *search.Output {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.out
}

// let lets the file go.
func (f *indexFile) let() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.out = nil
}

// ofIndex says whether an address belongs to the search index, if there is such a file.
func ofIndex(address string) bool {
	return address == search.Manifest || strings.HasPrefix(address, search.Folder)
}
