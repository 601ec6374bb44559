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
	promised := promising(p)
	if len(promised) == 0 {
		return nil
	}
	g := &guard{stories: map[string]*playbook.Entry{}, shown: map[string][]*playbook.Entry{}}
	n := nameBook{guard: g, place: map[string]int{}}
	for i, name := range p.Settings.Names {
		n.add(name, fmt.Sprintf("number %d of the names in playbook.yaml", i+1))
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
		if e.Story.HidesTeller() {
			n.addTellers(e, h[e.File], tellings)
		}
	}
	g.sum = fmt.Sprintf("%q", n.names)
	if g.scanner = leak.New(n.names); g.scanner.Empty() {
		return nil
	}
	return g
}

// nameBook collects names for a guard, each once.
type nameBook struct {
	*guard
	names []string
	place map[string]int
}

// add takes a name up. Without stories, all that promise anything protect it.
func (b *nameBook) add(name, whose string, stories ...*playbook.Entry) {
	i, known := b.place[name]
	if !known {
		i = len(b.names)
		b.place[name], b.names, b.guard.names = i, append(b.names, name), append(b.guard.names, protected{stories: slices.Clone(stories)})
	}
	n := &b.guard.names[i]
	if !slices.Contains(n.whose, whose) {
		n.whose = append(n.whose, whose)
	}
	if known && n.stories != nil {
		n.stories = append(n.stories, stories...)
	}
}

// addTellers takes up everybody who may have told a story, which protects them in all languages.
func (b *nameBook) addTellers(e *playbook.Entry, c playbook.Change, tellings []*playbook.Entry) {
	add := func(name, whose string) {
		if e.Story.Credit == playbook.CreditTeam && strings.EqualFold(name, e.Story.Team) {
			return // a team that shares an account is named as a team
		}
		b.add(name, whose+" "+e.File, tellings...)
	}
	for _, name := range e.Authors {
		add(name, "an author of")
	}
	for _, name := range slices.Concat(c.Authors, c.Also) {
		if person(name) {
			add(name, "somebody who has changed")
		}
	}
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
