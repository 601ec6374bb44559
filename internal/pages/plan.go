// Package pages decides which pages a playbook has, where they stand, and what
// each of them shows. It hands layouts plain views: every address relative, every
// label in a reader's words, nothing left to compute.
package pages

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// Page is a page that can be rendered: its view is made when it is asked for, so
// that serving one page does not cost all of them.
type Page struct {
	Address string // relative to the site's root
	Layout  string
	View    func() any
}

// Options is what pages must know besides the playbook. All addresses are relative
// to the site's root.
type Options struct {
	Stylesheets []string
	Scripts     []string
	SearchIndex string
}

// site is what all views are made from.
type site struct {
	*playbook.Playbook
	Options
	intros   map[string]*playbook.Entry // by the address of the page they introduce
	versions map[*playbook.Entry][]*playbook.Entry
}

// Plan lists the pages of a playbook, in a stable order.
func Plan(p *playbook.Playbook, opts Options) []Page {
	s := &site{p, opts, map[string]*playbook.Entry{}, versions(p)}
	var plain []*playbook.Entry
	for _, e := range p.Published(playbook.KindPage) {
		if e.IsIntro() {
			s.intros[e.PageAddress()] = e
		} else {
			plain = append(plain, e)
		}
	}
	out := []Page{
		{playbook.HomeAddress, "home", s.home},
		{playbook.AZAddress, "az", s.az},
		{playbook.TagsAddress, "tags", s.tags},
		{playbook.AttemptsAddress, "list", s.attempts},
		{playbook.BarriersAddress, "barriers", s.barriers},
		{playbook.SearchAddress, "search", s.search},
		{playbook.NotFoundAddress, "notfound", s.notFound},
	}
	for _, kind := range []playbook.Kind{playbook.KindPrinciple, playbook.KindExample, playbook.KindStory} {
		entries := p.Published(kind)
		out = append(out, Page{kind.Address(), "list", func() any { return s.index(kind, entries) }})
		for i, e := range entries {
			out = append(out, Page{e.Address(), "entry", func() any { return s.entry(e, at(entries, i-1), at(entries, i+1)) }})
		}
	}
	for _, e := range plain {
		out = append(out, Page{e.Address(), "page", func() any { return s.page(e) }})
	}
	for _, t := range s.tagCounts() {
		out = append(out, Page{t.address, "list", func() any { return s.tag(t) }})
	}
	return distinct(append(out, s.redirects()...))
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
			out = append(out, Page{address, "redirect", func() any {
				c := s.chrome(address, e.Title, e.Summary)
				c.Layout, c.NoIndex, c.Lang = "redirect", true, s.lang(e)
				return RedirectView{c, playbook.Relative(address, e.PageAddress())}
			}})
		}
	}
	return out
}
