package build

import (
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/playbook"
)

// right is what may be named: the author of a principle has told a story that is to be
// anonymous, and the principle goes on naming its author. It is found out when a protected
// name has been found somewhere, which seldom happens: texts have to be read for it.
type right struct {
	anywhere []bool                  // by the number of a name: somebody free to do so names it
	around   []bool                  // and so that it can stand on any page: in the settings, a layout, a card
	told     map[string]map[int]bool // the names that protected stories say themselves, by their files
	index    map[int]bool            // those of all of them
	linked   map[linkFrom]bool       // where a link to a protected story is called by its name
}

// linkFrom is a page and a protected name.
type linkFrom struct {
	address string
	name    int
}

// rights finds out, once for a site, what may be named in it.
func (s *Site) rights() func() right {
	return sync.OnceValue(func() right {
		p, g := s.index.playbook, s.guard
		r := right{make([]bool, len(g.names)), make([]bool, len(g.names)), map[string]map[int]bool{}, map[int]bool{}, map[linkFrom]bool{}}
		note := func(to []bool, text string) {
			for _, hit := range g.scanner.Scan("", []byte(text)) {
				to[hit.Name] = true
			}
		}
		note(r.around, settingsText(p.Settings))
		if page, ok := s.pages[playbook.NotFoundAddress]; ok { // nothing but what layouts and settings say
			if b, err := s.theme.AppendPage(nil, page.Layout, s.book.View(page).Data); err == nil {
				note(r.around, string(b))
			}
		}
		for _, e := range p.Published() {
			t := p.Text(e)
			for i, l := range t.Body.Links {
				r.link(g, e, p.Follow(e, i).Entry, l, t.Body.Chunks[i+1])
			}
			if g.stories[e.Address()] != nil {
				r.tells(g, e, &t.Body)
				continue
			}
			note(r.around, cardText(e))
			note(r.anywhere, strings.Join(append(slices.Clone(e.Derived.Authors), t.Source), "\n"))
		}
		for i, named := range r.around {
			r.anywhere[i] = r.anywhere[i] || named
		}
		return r
	})
}

// link notes whom a link names that leads from one entry to another; next is what follows its address.
func (r *right) link(g *guard, from, to *playbook.Entry, l playbook.Link, next string) {
	if to == nil || g.stories[to.Address()] == nil || l.Kind == playbook.LinkWikiLabel {
		return
	}
	said, _, _ := strings.Cut(next, "</a>")
	for _, hit := range g.scanner.Scan("", []byte(`<a href="`+said)) {
		if g.own(to.Address(), hit.Name) != nil {
			r.linked[linkFrom{from.Address(), hit.Name}] = true
		}
	}
}

// tells notes which protected names a story itself says, in what of it is published.
func (r *right) tells(g *guard, e *playbook.Entry, body *playbook.Body) {
	lines := []string{
		e.Address(), e.Title, e.Summary, strings.Join(e.Aliases, "\n"), strings.Join(e.Asks, "\n"), strings.Join(e.Tags, "\n"),
		strings.Join(e.RedirectFrom, "\n"), e.Derived.Team, strings.Join(e.Derived.Authors, "\n"), body.Text, strings.Join(body.Chunks, "\n"),
	}
	for _, src := range e.Sources {
		lines = append(lines, src.Title, src.URL, src.Quoted)
	}
	for _, l := range body.Links {
		lines = append(lines, l.Target)
	}
	told := map[int]bool{}
	for _, hit := range g.scanner.Scan("", []byte(strings.Join(lines, "\n"))) {
		if g.own(e.Address(), hit.Name) != nil {
			told[hit.Name], r.index[hit.Name] = true, true
		}
	}
	r.told[e.File] = told
}

func settingsText(s playbook.Settings) string {
	lines := []string{s.Title, s.Description, s.BaseURL, s.Author, s.License, s.Repository.URL, s.Repository.Branch, s.Share.Email}
	lines = append(lines, s.Teams...)
	for _, item := range s.Navigation {
		lines = append(lines, item.Title, item.To)
	}
	for _, list := range [][]playbook.Value{s.Vocabularies.Toward, s.Vocabularies.Setting} {
		for _, v := range list {
			lines = append(lines, v.ID, v.Label)
		}
	}
	return strings.Join(lines, "\n")
}

// cardText is what other pages may show of an entry.
func cardText(e *playbook.Entry) string {
	lines := []string{e.PageAddress(), e.Title, e.Summary, strings.Join(e.Aliases, "\n"), strings.Join(e.Tags, "\n")}
	switch {
	case e.Principle != nil:
		lines = append(lines, e.Principle.Statement, e.Principle.Practice)
	case e.Example != nil:
		lines = append(lines, e.Example.Act, e.Example.Phrase)
	}
	return strings.Join(lines, "\n")
}
