package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// Match is an entry whose text is similar to another's.
type Match struct {
	Entry *playbook.Entry
	Share float64 // how much of the shingles of both texts is common to them
}

// maxMatches is how many texts are compared in full for Similar: those whose marks
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
			if agreement := own.agreement(m); agreement >= similar/2 {
				candidates = append(candidates, likely{other, agreement})
			}
		}
	}
	slices.SortFunc(candidates, func(a, b likely) int {
		return cmp.Or(-cmp.Compare(a.agreement, b.agreement), strings.Compare(a.entry.File, b.entry.File))
	})
	var out []Match
	full := comparer{p: p}
	for _, other := range candidates[:min(maxMatches, len(candidates))] {
		if share := full.share(e, other.entry); share >= similar {
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
	known := map[playbook.Version]*mark{} // nil for short texts
	if c.last != nil {
		for i := range c.last.files {
			if f := &c.last.files[i]; f.version != (playbook.Version{}) {
				known[f.version] = f.mark
			}
		}
	}
	return func(e *playbook.Entry) *mark {
		if m, ok := known[p.Version(e)]; ok {
			return m
		}
		return markOf(appendShingles(nil, p.Text(e).Body.Text))
	}
}
