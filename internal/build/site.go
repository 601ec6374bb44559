package build

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/feeds"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/theme"
)

// Site is everything that can be published, by address. Files are made when they are
// first read, then kept; several goroutines may read at once.
type Site struct {
	files map[string]*file
	order []string // addresses: assets first, then pages; those of the index apart
	index index
	pages int
}

// file is one file of the site, made once.
type file struct {
	asset bool // published before the pages that use it
	make  func() ([]byte, error)
	once  sync.Once
	bytes []byte
	err   error
}

func (f *file) read() ([]byte, error) {
	f.once.Do(func() { f.bytes, f.err = f.make() })
	return f.bytes, f.err
}

func newSite(p *playbook.Playbook, t *theme.Theme, assets map[string][]byte) (*Site, error) {
	s := &Site{files: map[string]*file{}, index: index{playbook: p}}
	for _, a := range t.Assets() {
		s.add(a.Path, &file{asset: true, bytes: a.Bytes})
	}
	for _, name := range slices.Sorted(maps.Keys(p.UsedAssets())) {
		s.add(playbook.AssetAddress(name), &file{asset: true, bytes: assets[name]})
	}

	var listed []string
	for _, page := range pages.Plan(p, pages.Options{Stylesheets: t.Stylesheets(), Scripts: t.Scripts(), SearchIndex: playbook.SearchIndexAddress}) {
		s.pages++
		s.add(page.Address, &file{make: func() ([]byte, error) { return render(t, page) }})
		if page.Layout != "redirect" && page.Layout != "notfound" && page.Layout != "search" {
			listed = append(listed, page.Address)
		}
	}
	slices.Sort(listed)
	for _, f := range feeds.Plan(p, listed) {
		s.add(f.Address, &file{make: f.Bytes})
	}
	for _, a := range t.RootFiles() { // last: they never take a page's place
		s.add(a.Path, &file{asset: true, bytes: a.Bytes})
	}
	return s, nil
}

func (s *Site) add(address string, f *file) {
	if _, taken := s.files[address]; taken {
		return // the first wins; the checker reports the second
	}
	if f.make == nil {
		f.once.Do(func() {})
	}
	s.files[address] = f
	s.order = append(s.order, address)
}

func render(t *theme.Theme, page pages.Page) ([]byte, error) {
	var b bytes.Buffer
	if err := t.Render(&b, page.Layout, page.View()); err != nil {
		return nil, fmt.Errorf("%s: %w", page.Address, err)
	}
	return b.Bytes(), nil
}

// Addresses lists every file of the site: assets first, pages next.
func (s *Site) Addresses() []string {
	s.index.load()
	return append(slices.Clone(s.index.names), s.order...)
}

// IsAsset says whether the file at address must be there before pages are.
func (s *Site) IsAsset(address string) bool {
	if ofIndex(address) {
		return true
	}
	return s.files[address] != nil && s.files[address].asset
}

// Has says whether the site has a file at address.
func (s *Site) Has(address string) bool {
	if ofIndex(address) {
		return s.index.has(address)
	}
	return s.files[address] != nil
}

// Read returns the file at address. What a layout's author did wrong comes as a
// Mistake; Read never fails otherwise for an address that the site has.
func (s *Site) Read(address string) ([]byte, error) {
	if ofIndex(address) && s.index.has(address) {
		return s.index.files[address], s.index.err
	}
	f, ok := s.files[address]
	if !ok {
		return nil, fmt.Errorf("%s: no such page", address)
	}
	b, err := f.read()
	var problem *theme.Problem
	if errors.As(err, &problem) {
		return nil, &Mistake{problem.Diagnostic}
	}
	return b, err
}

// Mistake is a diagnostic that showed only when a page was rendered.
type Mistake struct{ Diagnostic diag.Diagnostic }

func (m *Mistake) Error() string { return m.Diagnostic.Text }
