package theme

import (
	"bytes"
	"maps"
	"slices"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
)

// Loader loads a theme again and again, as somebody works on it. Each time it gives
// what Load would: everything that it remembers of the time before is a function of
// bytes that have been found to be the same, never of a name or a time.
//
// It remembers the last load only, and is for one goroutine at a time.
type Loader struct {
	layers  []source
	css     []byte
	bundles map[string]*bundle // by what they start from
	sources map[string]*parsed // by path
	theme   *Theme             // of all this, with its mistakes
	list    diag.List
}

// Load is what the function Load is. When nothing has changed, so is not the theme:
// it is the one of the last load.
func (l *Loader) Load(o Options) (*Theme, diag.List, error) {
	read, err := readLayers(o.Layers, l.layers)
	if err != nil {
		return nil, nil, err
	}
	if l.theme != nil && bytes.Equal(l.css, o.CSS) && slices.EqualFunc(l.layers, read, sameSource) {
		return l.theme, slices.Clone(l.list), nil
	}
	files := merge(read)
	bundles := l.bundle(entriesOf(files, o.CSS), files)
	sources := l.parse(files)
	t := &Theme{names: map[string]string{}}
	list := t.addBundles(bundles)
	bundled := !list.HasErrors()
	t.addStatic(files)
	t.addRoot(files)
	var before map[string]*layout
	if l.theme != nil {
		before = l.theme.layouts
	}
	layouts, mistakes := makeLayouts(sources, files, newTools(t.names, files, bundled), before)
	t.layouts = layouts
	list = slices.Concat(list, mistakes, ignored(files, read[0].files))
	list.Sort()
	*l = Loader{read, bytes.Clone(o.CSS), bundles, sources, t, list}
	return t, slices.Clone(list), nil
}

func sameSource(a, b source) bool {
	return a.layer.Dir == b.layer.Dir && maps.EqualFunc(a.files, b.files, file.same)
}

// bundle makes the bundles that do not hold any more.
func (l *Loader) bundle(entries []entry, files layers) map[string]*bundle {
	out := map[string]*bundle{}
	made := make([]*bundle, len(entries))
	var all sync.WaitGroup
	for i, e := range entries {
		if b := l.bundles[e.input]; b.holds(e, files) {
			made[i] = b
			continue
		}
		all.Go(func() { made[i] = newBundle(e, files) })
	}
	all.Wait()
	for i, e := range entries {
		out[e.input] = made[i]
	}
	return out
}

// parse reads the templates whose files have changed.
func (l *Loader) parse(files layers) map[string]*parsed {
	out := map[string]*parsed{}
	for _, p := range slices.Concat(sharedFiles(files), files.in("layouts", ".html")) {
		f, ok := files[p]
		if old := l.sources[p]; old != nil && old.file.same(f) {
			out[p] = old
		} else if ok {
			out[p] = parseFile(p, f)
		}
	}
	return out
}
