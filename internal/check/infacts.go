package check

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// inFacts is what was found in the facts of a playbook. It holds for all that are Alike.
type inFacts struct {
	*scene
	found []finding
}

func findInFacts(p *playbook.Playbook, rules []rule) *inFacts {
	s := newScene(p)
	found := make([][]finding, len(p.Entries)+len(rules))
	shown := make([][]shownAsset, len(p.Entries))
	parallel.Each(len(p.Entries), 32, func() func(int) {
		c := checker{scene: s}
		return func(i int) {
			shown[i] = c.follow(p.Entries[i])
			found[i] = c.checkEntry(p.Entries[i], rules)
		}
	})
	for i, list := range shown {
		if list != nil {
			s.shown[p.Entries[i]] = list
		}
	}
	ofRules := found[len(p.Entries):]
	parallel.Each(len(rules), 1, func() func(int) {
		return func(i int) {
			if rules[i].whole != nil {
				c := checker{scene: s, rule: rules[i].Rule}
				rules[i].whole(&c)
				ofRules[i] = c.found
			}
		}
	})
	s.hints = nil // of which no more is asked
	return &inFacts{s, slices.Concat(found...)}
}

// of is the same of another playbook that is Alike, so that nothing holds the old texts.
func (f *inFacts) of(p *playbook.Playbook) *inFacts {
	s := *f.scene
	s.facts, s.settings = p, &p.Settings
	return &inFacts{&s, f.found}
}

// follow finds out where the links of e lead.
func (c *checker) follow(e *playbook.Entry) (shown []shownAsset) {
	c.targets = c.targets[:0]
	for i := range e.Outline.Links {
		t := c.Follow(e, i)
		c.targets = append(c.targets, t)
		if t.Asset != "" {
			shown = append(shown, shownAsset{i + 1, t.Asset})
		}
	}
	return shown
}

func (c *checker) checkEntry(e *playbook.Entry, rules []rule) []finding {
	c.found = nil
	for _, r := range rules {
		if r.entry != nil {
			c.rule = r.Rule
			r.entry(c, e)
		}
	}
	return c.found
}

// album is what was found in images.
type album struct {
	version string
	assets  bool // whether there was anything to look at
	seen    map[string]*metadata
	found   []finding
}

// leafThrough looks at the images again unless neither they nor the facts have changed.
func (r *run) leafThrough(before *run, h *house, o Options) album {
	now := album{o.AssetsVersion, o.Assets != nil && len(r.p.Assets) > 0, map[string]*metadata{}, nil}
	if !now.assets {
		return now
	}
	search := imageSearch{assets: o.Assets, seen: now.seen}
	if before.album.assets && now.version != "" && now.version == before.album.version {
		if r.p.Alike(before.p) {
			return before.album
		}
		search.before = before.album.seen
	}
	for _, rule := range h.rules {
		if rule.images != nil {
			c := checker{scene: r.facts.scene, rule: rule.Rule}
			rule.images(&c, search)
			now.found = append(now.found, c.found...)
		}
	}
	return now
}
