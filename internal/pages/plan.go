// Package pages decides which pages a playbook has, where they stand, and what
// each of them shows. It hands layouts plain views: every address relative, every
// label in a reader's words, nothing left to compute.
package pages

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// Page is a page that can be rendered.
type Page struct {
	Address string // relative to the site's root
	Layout  string
	view    func(*site) any
}

// Options is what pages must know besides the playbook. All addresses are relative
// to the site's root.
type Options struct {
	Stylesheets []string
	Scripts     []string
	SearchIndex string
}

// Book is the pages of a playbook. A page's view is made when it is asked for, so
// that serving one page does not cost all of them.
type Book struct {
	Pages []Page // in a stable order
	site  site
}

// View is what a layout shows of a page.
type View struct {
	Data  any
	Texts []*playbook.Entry // the entries whose text it shows; of all others it tells no more than facts
}

// View makes the view of a page of this book.
func (b *Book) View(p Page) View {
	s := b.site // a copy, to note what this page reads
	s.texts = &[]*playbook.Entry{}
	return View{p.view(&s), *s.texts}
}

// Reworded is the same book of a playbook that differs in texts only.
func (b *Book) Reworded(p *playbook.Playbook) *Book {
	out := *b
	out.site.Playbook = p
	return &out
}

// Dressed is the same book with the looks of another theme.
func (b *Book) Dressed(o Options) *Book {
	out := *b
	out.site.Options = o
	return &out
}

// site is what all views are made from. It may be used by several pages at once.
type site struct {
	*playbook.Playbook
	Options
	intros   map[string]*playbook.Entry // by the address of the page they introduce
	versions map[*playbook.Entry][]*playbook.Entry
	texts    *[]*playbook.Entry // those that the page being made has asked for
}

// Text is what e's file says. All pages ask here, never the playbook, so that it is known
// which pages a changed text changes.
func (s *site) Text(e *playbook.Entry) *playbook.Text {
	if s.texts != nil && !slices.Contains(*s.texts, e) {
		*s.texts = append(*s.texts, e)
	}
	return s.Playbook.Text(e)
}

// Plan lists the pages of a playbook.
func Plan(p *playbook.Playbook, opts Options) *Book {
	s := site{p, opts, map[string]*playbook.Entry{}, versions(p), nil}
	var plain []*playbook.Entry
	for _, e := range p.Published(playbook.KindPage) {
		if e.IsIntro() {
			s.intros[e.PageAddress()] = e
		} else {
			plain = append(plain, e)
		}
	}
	out := []Page{
		{playbook.HomeAddress, "home", (*site).home},
		{playbook.AZAddress, "az", (*site).az},
		{playbook.TagsAddress, "tags", (*site).tags},
		{playbook.AttemptsAddress, "list", (*site).attempts},
		{playbook.BarriersAddress, "barriers", (*site).barriers},
		{playbook.SearchAddress, "search", (*site).search},
		{playbook.NotFoundAddress, "notfound", (*site).notFound},
	}
	for _, kind := range []playbook.Kind{playbook.KindPrinciple, playbook.KindExample, playbook.KindStory} {
		entries := p.Published(kind)
		out = append(out, Page{kind.Address(), "list", func(s *site) any { return s.index(kind, entries) }})
		for i, e := range entries {
			out = append(out, Page{e.Address(), "entry", func(s *site) any { return s.entry(e, at(entries, i-1), at(entries, i+1)) }})
		}
	}
	for _, e := range plain {
		out = append(out, Page{e.Address(), "page", func(s *site) any { return s.page(e) }})
	}
	for _, t := range s.tagCounts() {
		out = append(out, Page{t.address, "list", func(s *site) any { return s.tag(t) }})
	}
	return &Book{distinct(append(out, s.redirects()...)), s}
}

// distinct keeps the first of pages that claim one address; the checker reports the rest.
func distinct(list []Page) []Page {
	seen := map[string]bool{}
	return slices.DeleteFunc(list, func(p Page) bool {
		twice := seen[p.Address]
		seen[p.Address] = true
		return twice
	})
}

func at(entries []*playbook.Entry, i int) *playbook.Entry {
	if i < 0 || i >= len(entries) {
		return nil
	}
	return entries[i]
}

// redirects are small pages at old addresses that lead to the new ones: static
// hosting has no other way.
func (s *site) redirects() []Page {
	var out []Page
	for _, e := range s.Published() {
		for _, from := range e.RedirectFrom {
			address := playbook.RedirectAddress(from)
			if address == "" {
				continue // the checker says why
			}
			out = append(out, Page{address, "redirect", func(s *site) any {
				c := s.chrome(address, e.Title, e.Summary)
				c.Layout, c.NoIndex, c.Lang = "redirect", true, s.lang(e)
				return RedirectView{c, playbook.Relative(address, e.PageAddress())}
			}})
		}
	}
	return out
}
