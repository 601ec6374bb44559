package build

import (
	"fmt"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/leak"
	"github.com/microleadership/playbook/internal/playbook"
)

// guard keeps the promises of stories: it knows who must not be found in what is published.
// It is made from facts only, so a site keeps it while only texts change. There is none
// when nothing has been promised, and then nothing is searched.
type guard struct {
	scanner *leak.Scanner
	sum     string // stands for what it searches for
	names   []protected
	stories map[string]*playbook.Entry   // those that promise something, by the addresses that are theirs alone
	shown   map[string][]*playbook.Entry // the same, by the pictures that they show
}

// protected is a name that must not be found.
type protected struct {
	whose   []string          // in words, in order: “an author of content/stories/the-map.md”
	stories []*playbook.Entry // that promise it; nil for all that promise anything
}

// protects says whether a story promises that the name is not found.
func (n *protected) protects(e *playbook.Entry) bool {
	return n.stories == nil || slices.Contains(n.stories, e)
}

func newGuard(p *playbook.Playbook, h history) *guard {
	g := &guard{stories: map[string]*playbook.Entry{}, shown: map[string][]*playbook.Entry{}}
	var names []string
	place := map[string]int{}
	add := func(name, whose string, e *playbook.Entry) {
		i, known := place[name]
		if !known {
			i = len(names)
			place[name], names, g.names = i, append(names, name), append(g.names, protected{})
		}
		n := &g.names[i]
		if !slices.Contains(n.whose, whose) {
			n.whose = append(n.whose, whose)
		}
		switch {
		case e == nil:
			n.stories = nil
		case !known || n.stories != nil:
			n.stories = append(n.stories, e)
		}
	}
	promised := promising(p)
	if len(promised) == 0 {
		return nil
	}
	for i, name := range p.Settings.Names {
		add(name, fmt.Sprintf("number %d of the names in playbook.yaml", i+1), nil)
	}
	languages := translations(p)
	for _, e := range promised {
		tellings := languages[p.Original(e)]
		if tellings == nil {
			tellings = []*playbook.Entry{e}
		}
		for _, telling := range tellings {
			g.watch(p, telling)
		}
		if e.Story.Credit == playbook.CreditNamed || e.Story.Provenance == playbook.Illustrative {
			continue
		}
		protect := func(name, whose string) {
			if e.Story.Credit == playbook.CreditTeam && strings.EqualFold(name, e.Story.Team) {
				return // a team that shares an account is named as a team
			}
			for _, telling := range tellings {
				add(name, whose+" "+e.File, telling)
			}
		}
		for _, name := range e.Authors {
			protect(name, "an author of")
		}
		for _, name := range slices.Concat(h[e.File].Authors, h[e.File].Also) {
			if person(name) {
				protect(name, "somebody who has changed")
			}
		}
	}
	g.sum = fmt.Sprintf("%q", names)
	if g.scanner = leak.New(names); g.scanner.Empty() {
		return nil
	}
	return g
}

// print stands for the names that are searched for.
func (g *guard) print() string {
	if g == nil {
		return ""
	}
	return g.sum
}

// promising are the published stories that promise to name somebody not.
func promising(p *playbook.Playbook) []*playbook.Entry {
	var out []*playbook.Entry
	for _, e := range p.Published(playbook.KindStory) {
		if e.Story.Promise() != "" {
			out = append(out, e)
		}
	}
	return out
}

// translations are the published stories that are told in several languages, by their originals.
func translations(p *playbook.Playbook) map[*playbook.Entry][]*playbook.Entry {
	out := map[*playbook.Entry][]*playbook.Entry{}
	for _, e := range p.Published(playbook.KindStory) {
		if of := p.Original(e); of != e {
			if out[of] == nil && of.Derived.Published {
				out[of] = []*playbook.Entry{of}
			}
			out[of] = append(out[of], e)
		}
	}
	return out
}

// watch notes which addresses are a story's alone, and which pictures it shows.
func (g *guard) watch(p *playbook.Playbook, e *playbook.Entry) {
	g.stories[e.Address()] = e
	for _, address := range e.Redirects() {
		g.stories[address] = e
	}
	for file := range p.AssetsOf(e) {
		address := p.AssetAddress(file)
		if !slices.Contains(g.shown[address], e) {
			g.shown[address] = append(g.shown[address], e)
		}
	}
}
