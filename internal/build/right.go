package build

import (
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/leak"
	"github.com/microleadership/playbook/internal/playbook"
)

// right is what may be named: the author of a principle has told a story that is to be
// anonymous, and the principle goes on naming its author. It is found out when a protected
// name has been found somewhere, which seldom happens: texts have to be read for it.
type right struct {
	anywhere []bool // by the number of a name: somebody free to do so names it
	around   []bool // and so that it can stand on any page: in the settings, a layout, a card
}

// rights finds out, once for a site, what may be named in it.
func (s *Site) rights() func() right {
	return sync.OnceValue(func() right {
		p, g := s.index.playbook, s.guard
		r := right{make([]bool, len(g.names)), make([]bool, len(g.names))}
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
			if e.Story.Promise() != "" {
				continue
			}
			note(r.around, cardText(e))
			note(r.anywhere, strings.Join(append(e.Derived.Authors, p.Text(e).Source), "\n"))
		}
		for i, named := range r.around {
			r.anywhere[i] = r.anywhere[i] || named
		}
		return r
	})
}

func settingsText(s playbook.Settings) string {
	lines := []string{s.Title, s.Description, s.BaseURL, s.Author, s.License, s.Repository.URL, s.Share.Email}
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

// tells says whether a story itself says a name, in what of it is published.
func (s *Site) tells(e *playbook.Entry, name int) bool {
	body := &s.index.playbook.Text(e).Body
	lines := []string{
		e.Address(), e.Title, e.Summary, strings.Join(e.Aliases, "\n"), strings.Join(e.Asks, "\n"), strings.Join(e.Tags, "\n"),
		strings.Join(e.RedirectFrom, "\n"), body.Text, strings.Join(body.Chunks, "\n"),
	}
	for _, src := range e.Sources {
		lines = append(lines, src.Title, src.URL, src.Quoted)
	}
	for _, l := range body.Links {
		lines = append(lines, l.Target)
	}
	return has(s.guard.scanner.Scan("", []byte(strings.Join(lines, "\n"))), name)
}

func has(hits []leak.Hit, name int) bool {
	for _, h := range hits {
		if h.Name == name {
			return true
		}
	}
	return false
}
