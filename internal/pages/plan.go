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
	view    func(*site, Page) any
	number  int // of the entry or tag that it shows, among those that the view looks in
}

// Options is what pages must know besides the playbook. All addresses are relative
// to the site's root.
type Options struct {
	Stylesheets []string
	Scripts     []string
	SearchIndex string
}

// Book is the pages of a playbook. A page's view is made when it is asked for, so
// that serving one page does not cost all of them. Views share what is the same in many
// of them, so nobody may change what is in one.
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
	data := p.view(&s, p)
	return View{data, s.texts}
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
	out.site.Options, out.site.frames = o, newFrames(b.site.Playbook, b.site.common, o)
	return &out
}

// site is what all views are made from. It may be used by several pages at once.
type site struct {
	*playbook.Playbook
	Options
	*common
	frames *frames
	texts  []*playbook.Entry // those that the page being made has asked for
}

// Text is what e's file says. All pages ask here, never the playbook, so that it is known
// which pages a changed text changes.
func (s *site) Text(e *playbook.Entry) *playbook.Text {
	if !slices.Contains(s.texts, e) {
		s.texts = append(s.texts, e)
	}
	return s.Playbook.Text(e)
}

// Plan lists the pages of a playbook.
func Plan(p *playbook.Playbook, opts Options) *Book {
	shared := newCommon(p)
	s := site{Playbook: p, Options: opts, common: shared, frames: newFrames(p, shared, opts)}
	published := p.Published()
	out := make([]Page, 0, len(published)+len(s.tagged)+16)
	out = append(out,
		Page{playbook.HomeAddress, "home", (*site).home, 0},
		Page{playbook.AZAddress, "az", (*site).az, 0},
		Page{playbook.TagsAddress, "tags", (*site).tags, 0},
		Page{playbook.AttemptsAddress, "list", (*site).attempts, 0},
		Page{playbook.BarriersAddress, "barriers", (*site).barriers, 0},
		Page{playbook.FinderAddress, "finder", (*site).finder, 0},
		Page{playbook.CoverageAddress, "coverage", (*site).coverage, 0},
		Page{playbook.ShareAddress, "share", (*site).share, 0},
		Page{playbook.SearchAddress, "search", (*site).search, 0},
		Page{playbook.NotFoundAddress, "notfound", (*site).notFound, 0},
	)
	number := 0
	for i, kind := range indexed {
		out = append(out, Page{kind.Address(), "list", (*site).index, i})
		for _, e := range p.Published(kind) {
			for published[number] != e {
				number++
			}
			out = append(out, Page{e.Address(), "entry", (*site).entry, number})
		}
	}
	for i, e := range s.plain {
		out = append(out, Page{e.Address(), "page", (*site).page, i})
	}
	for i, t := range s.tagged {
		out = append(out, Page{t.address.fromRoot(), "list", (*site).tag, i})
	}
	return &Book{distinct(append(out, s.redirects()...)), s}
}

// distinct keeps the first of pages that claim one address; the checker reports the rest.
func distinct(list []Page) []Page {
	seen := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(p Page) bool {
		twice := seen[p.Address]
		seen[p.Address] = true
		return twice
	})
}

// redirects are small pages at old addresses that lead to the new ones: static
// hosting has no other way.
func (s *site) redirects() []Page {
	var out []Page
	for i, e := range s.Published() {
		for _, from := range e.RedirectFrom {
			if address := playbook.RedirectAddress(from); address != "" { // if it is, the checker says why
				out = append(out, Page{address, "redirect", (*site).redirect, i})
			}
		}
	}
	return out
}

func (s *site) redirect(p Page) any {
	e := s.Published()[p.number]
	c := s.chrome(p.Address, e.Title, e.Summary)
	c.Layout, c.NoIndex, c.Lang = "redirect", true, s.lang(e)
	return RedirectView{c, e.LinkFrom(p.Address)}
}
