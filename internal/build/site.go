package build

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/feeds"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/theme"
)

// Site is everything that can be published, by address. Files are made when they are
// first read; several goroutines may read at once.
type Site struct {
	*plan
	*dress
	print siteprint // no two sites that differ in more than texts and layouts have the same
	book  *pages.Book
	press *press
	index *index
	guard *guard       // nil when no story promises anything
	right func() right // who may be named in this site
}

// plan is what the playbook gives a site: it stays as it is while only texts change.
type plan struct {
	order []string // addresses: assets first, then pages; those of the index apart
	pages map[string]pages.Page
	files map[string]*file
	count int // of pages
}

// siteprint stands for all that pages are made of besides their texts and layouts.
type siteprint [16]byte

// dress is what the theme gives it.
type dress struct {
	theme  *theme.Theme
	assets map[string][]byte // their addresses say what is in them, so nothing else has the same
	root   map[string][]byte // these never take another file's place
}

// file is a file that no text of an entry is part of. It is made when it is asked for, and
// not kept: a preview seldom shows one, and a build writes each once.
type file struct {
	asset bool      // published before the pages that use it
	print siteprint // stands for all that it is made of; the zero one for all that the site is made of
	make  func(to []byte) ([]byte, error)
}

func newSite(p *playbook.Playbook, t *theme.Theme, a *assets, g *guard, press *press, index *index, print siteprint) *Site {
	s := &Site{
		plan:  &plan{pages: map[string]pages.Page{}, files: map[string]*file{}},
		dress: newDress(t),
		print: print,
		book:  pages.Plan(p, looks(t)),
		press: press,
		guard: g,
		index: index,
	}
	s.right = s.rights()
	for _, name := range slices.Sorted(maps.Keys(p.UsedAssets())) {
		s.add(p.AssetAddress(name), a.file(name, p.Renamed(name), g))
	}
	s.count = len(s.book.Pages)
	var listed []string
	for _, page := range s.book.Pages {
		if s.plan.has(page.Address) {
			continue
		}
		s.pages[page.Address] = page
		s.order = append(s.order, page.Address)
		if page.Layout != "redirect" && page.Layout != "notfound" && page.Layout != "search" {
			listed = append(listed, page.Address)
		}
	}
	slices.Sort(listed)
	for _, f := range feeds.Plan(p, listed) {
		s.add(f.Address, &file{make: f.Append})
	}
	s.addForm(p)
	press.forget(s.plan)
	return s
}

func newDress(t *theme.Theme) *dress {
	d := &dress{theme: t, assets: map[string][]byte{}, root: map[string][]byte{}}
	for _, a := range t.Assets() {
		d.assets[a.Path] = a.Bytes
	}
	for _, a := range t.RootFiles() {
		d.root[a.Path] = a.Bytes
	}
	return d
}

// looks is what pages must know of a theme.
func looks(t *theme.Theme) pages.Options {
	return pages.Options{Stylesheets: t.Stylesheets(), Scripts: t.Scripts(), SearchIndex: playbook.SearchIndexAddress}
}

// reworded is the same site with the texts of p.
func (s *Site) reworded(p *playbook.Playbook) *Site {
	out := *s
	if s.index.playbook != p {
		out.book, out.index = s.book.Reworded(p), newIndex(p, s.index.builder, s.index.done)
		out.right = out.rights()
	}
	return &out
}

// dressed is the same site in another theme.
func (s *Site) dressed(t *theme.Theme, print siteprint) *Site {
	out := *s
	out.dress, out.print, out.book = newDress(t), print, s.book.Dressed(looks(t))
	out.right = out.rights()
	return &out
}

// has says whether an address is taken: the first wins, and the checker reports the second.
func (p *plan) has(address string) bool {
	_, page := p.pages[address]
	return page || p.files[address] != nil
}

func (p *plan) add(address string, f *file) {
	if !p.has(address) {
		p.files[address] = f
		p.order = append(p.order, address)
	}
}

// Addresses lists every file of the site: assets first, pages next.
func (s *Site) Addresses() []string {
	s.index.load()
	out := slices.Clone(s.index.names)
	out = append(out, slices.Sorted(maps.Keys(s.assets))...)
	for _, address := range s.order {
		if _, taken := s.assets[address]; !taken {
			out = append(out, address)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(s.root)) {
		if !slices.Contains(out, address) {
			out = append(out, address)
		}
	}
	return out
}

// Samples has one page of each layout and folder: where one of these can be made, the
// others most likely can.
func (s *Site) Samples() []string {
	var out []string
	seen := map[[2]string]bool{}
	for _, page := range s.book.Pages {
		kind := [2]string{page.Layout, path.Dir(page.Address)}
		if !seen[kind] {
			seen[kind] = true
			out = append(out, page.Address)
		}
	}
	return out
}

// IsAsset says whether the file at address must be there before pages are.
func (s *Site) IsAsset(address string) bool {
	if _, page := s.pages[address]; page {
		return false
	}
	f := s.files[address]
	return f == nil || f.asset
}

// Has says whether the site has a file at address.
func (s *Site) Has(address string) bool {
	if ofIndex(address) && s.index.has(address) {
		return true
	}
	_, asset := s.assets[address]
	_, root := s.root[address]
	return asset || root || s.plan.has(address)
}

// Read returns the file at address. What a layout's author did wrong comes as a
// Mistake; Read never fails otherwise for an address that the site has.
func (s *Site) Read(address string) ([]byte, error) {
	if ofIndex(address) && s.index.has(address) {
		return s.index.append(nil, address)
	}
	if b, ok := s.assets[address]; ok {
		return b, nil
	}
	if f := s.files[address]; f != nil {
		return f.make(nil)
	}
	if page, ok := s.pages[address]; ok {
		return s.page(page)
	}
	if b, ok := s.root[address]; ok {
		return b, nil
	}
	return nil, fmt.Errorf("%s: no such page", address)
}

func (s *Site) page(page pages.Page) ([]byte, error) {
	b, err := s.press.page(s, page)
	return b, mistaken(err)
}

// mistaken says of a theme's problem that it is its author's.
func mistaken(err error) error {
	var problem *theme.Problem
	if errors.As(err, &problem) {
		return &Mistake{problem.Diagnostic}
	}
	return err
}

// has says whether the theme has a file at an address that goes before a page.
func (d *dress) has(address string) bool { return d.assets[address] != nil }

// bytes are those of the theme's file at an address, nil if there is none.
func (d *dress) bytes(address string) []byte {
	if b := d.assets[address]; b != nil {
		return b
	}
	return d.root[address]
}

// Mistake is a diagnostic that showed only when a page was rendered.
type Mistake struct{ Diagnostic diag.Diagnostic }

func (m *Mistake) Error() string { return m.Diagnostic.Text }

// Dressed says whether two sites have the same theme, with which what can be made in one
// most likely can be in the other.
func (s *Site) Dressed(like *Site) bool { return s.theme == like.theme }
