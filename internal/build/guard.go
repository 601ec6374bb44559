package build

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

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
	stories map[string]*playbook.Entry // those that promise something, by the addresses that are theirs alone
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
	g := &guard{stories: map[string]*playbook.Entry{}}
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
	for _, e := range promised {
		g.watch(e)
		if e.Story.Credit == playbook.CreditNamed || e.Story.Provenance == playbook.Illustrative {
			continue
		}
		for _, name := range e.Authors {
			add(name, "an author of "+e.File, e)
		}
		for _, name := range h[e.File].Authors {
			if person(name) {
				add(name, "somebody who has changed "+e.File, e)
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

// watch notes which addresses are a story's alone.
func (g *guard) watch(e *playbook.Entry) {
	g.stories[e.Address()] = e
	for _, from := range e.RedirectFrom {
		if address := playbook.RedirectAddress(from); address != "" {
			g.stories[address] = e
		}
	}
}

// person says whether a name in version control can be a person's. Machines commit too,
// and people by words that stand on every page: root, dev, build.
func person(name string) bool {
	if strings.HasSuffix(name, "[bot]") {
		return false
	}
	return strings.ContainsRune(strings.TrimSpace(name), ' ') || utf8.RuneCountInString(name) > 3 && name != strings.ToLower(name) ||
		strings.ContainsFunc(name, func(r rune) bool { return r >= 0x2E80 }) // a name in Chinese is two or three signs long
}
