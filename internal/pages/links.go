package pages

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// links are where the links lead that all pages have.
type links struct {
	nav, footer []target
	own         map[string]bool // the targets, which show the link to themselves in another way
	folders     map[string]bool // that links lead into, with those around them
}

// target is where a link of every page leads.
type target struct {
	title, to, lang string
}

// elsewhere says whether it leads to another site.
func (t target) elsewhere() bool { return strings.Contains(t.to, "://") }

func newLinks(p *playbook.Playbook, c *common, o Options) links {
	l := links{nav: navigation(p.Settings), footer: footer(p.Settings, c.plain), own: map[string]bool{}, folders: map[string]bool{}}
	for _, list := range [][]target{l.nav, l.footer} {
		for _, t := range list {
			l.own[t.to] = true
			l.lead(t.to)
		}
	}
	for _, list := range [][]string{o.Stylesheets, o.Scripts, {o.SearchIndex}} {
		for _, to := range list {
			l.lead(to)
		}
	}
	return l
}

// lead notes the folders that an address is in.
func (l *links) lead(to string) {
	for i, c := range to {
		if c == '/' {
			l.folders[to[:i]] = true
		}
	}
}

// key tells the folders apart from which links read differently.
func (l *links) key(address string) frameKey {
	folder := address[:max(0, strings.LastIndexByte(address, '/'))]
	key := frameKey{folder: folder}
	for key.folder != "" && !l.folders[key.folder] {
		key.folder = key.folder[:max(0, strings.LastIndexByte(key.folder, '/'))]
		key.deeper++
	}
	return key
}

// navigation is what playbook.yaml says, or else the three kinds.
func navigation(s playbook.Settings) []target {
	if len(s.Navigation) == 0 {
		return []target{
			{"Principles", playbook.KindPrinciple.Address(), ""},
			{"Examples", playbook.KindExample.Address(), ""},
			{"Stories", playbook.KindStory.Address(), ""},
		}
	}
	var out []target
	for _, item := range s.Navigation {
		out = append(out, target{item.Title, item.To, s.Language})
	}
	return out
}

// footer leads to the pages that are not ways in: reference, and about.
func footer(s playbook.Settings, plain []*playbook.Entry) []target {
	out := []target{
		{"A–Z", playbook.AZAddress, ""},
		{"Tags", playbook.TagsAddress, ""},
		{"Finder", playbook.FinderAddress, ""},
		{"Barriers", playbook.BarriersAddress, ""},
		{"Attempts", playbook.AttemptsAddress, ""},
		{"What is missing", playbook.CoverageAddress, ""},
		{"Share a story", playbook.ShareAddress, ""},
	}
	for _, e := range plain {
		out = append(out, target{e.Title, e.Address(), lang(s, e)})
	}
	return out
}
