package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// compareTexts brings the twins up to date with a run.
func (c *Checker) compareTexts(r *run) {
	if !slices.ContainsFunc(r.house.rules, func(r rule) bool { return r.twins != nil }) {
		c.twins = twins{}
		return
	}
	sheets := make([]candidate, 0, len(r.files))
	for _, i := range r.facts.order {
		if f := r.files[i]; f.mark != nil {
			sheets = append(sheets, candidate{subject: subject{f.entry.File, r.facts.root(f.entry).File, f.text}, mark: f.mark, entry: f.entry})
		}
	}
	c.twins.update(sheets)
}

// found tells the rule of each two texts that are similar.
func (t *twins) found(r *run) []finding {
	var out []finding
	for _, rule := range r.house.rules {
		if rule.twins == nil {
			continue
		}
		c := checker{scene: r.facts.scene, rule: rule.Rule}
		for _, s := range t.sheets {
			if s.twin != nil {
				rule.twins(&c, s.entry, s.twin.entry, s.share)
			}
		}
		out = append(out, c.found...)
	}
	return out
}

// Match is an entry whose text is similar to another's.
type Match struct {
	Entry *playbook.Entry
	Share float64 // how much of the shingles of both texts is common to them
}

// maxMatches is how many texts are compared in full for Similar: those whose signatures
// agree the most.
const maxMatches = 32

// Similar lists the near-duplicates of e, the most similar first; of many copies as many as a
// person may want to look at. It is quick after a run of p, and correct without one.
func (c *Checker) Similar(p *playbook.Playbook, e *playbook.Entry) []Match {
	e, ok := p.ByFile(e.File)
	if !ok || e.Kind == playbook.KindPage {
		return nil
	}
	s := scene{original: originals(p)}
	markOf := c.marks(p)
	own := markOf(e)
	if own == nil {
		return nil
	}
	type likely struct {
		entry     *playbook.Entry
		agreement float64
	}
	var candidates []likely
	for _, other := range p.Entries {
		if other.Kind == playbook.KindPage || s.translations(e, other) {
			continue
		}
		if m := markOf(other); m != nil {
			if agreement := own.signature.agreement(&m.signature); agreement >= similar/2 {
				candidates = append(candidates, likely{other, agreement})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b likely) int {
		return cmp.Or(-cmp.Compare(a.agreement, b.agreement), strings.Compare(a.entry.File, b.entry.File))
	})
	var out []Match
	var full comparison
	full.begin(p.Text(e))
	for _, other := range candidates[:min(maxMatches, len(candidates))] {
		if share := full.with(p.Text(other.entry)); share >= similar {
			out = append(out, Match{other.entry, share})
		}
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(-cmp.Compare(a.Share, b.Share), strings.Compare(a.Entry.File, b.Entry.File))
	})
	return out
}

// marks returns a way to the marks of p's texts: those that are remembered, or else new ones.
func (c *Checker) marks(p *playbook.Playbook) func(*playbook.Entry) *mark {
	c.mu.Lock()
	defer c.mu.Unlock()
	known := map[*playbook.Text]*mark{} // nil for short texts
	if c.last != nil {
		for _, f := range c.last.files {
			if f.entry.Kind != playbook.KindPage {
				known[f.text] = f.mark
			}
		}
	}
	return func(e *playbook.Entry) *mark {
		text := p.Text(e)
		if m, ok := known[text]; ok {
			return m
		}
		return markOf(text.Body.Text)
	}
}
