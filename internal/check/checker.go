package check

import (
	"slices"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Checker checks a playbook again and again. It finds exactly what Run does, and looks again
// only at what has changed since the last run: what it remembers is used again as long as
// all that was read for it is the same. It may be used by several goroutines at once.
//
// It remembers findings and marks of texts, no texts. Files are known by their Version, so the
// text of one that has not changed is not even asked for; those without one are never known.
type Checker struct {
	mu   sync.Mutex
	last *run
}

// run is what is remembered of one.
type run struct {
	p        *playbook.Playbook // nil when it was loaded
	holds    string             // what the settings hold files to
	files    []checked          // by place in Playbook.Entries
	was      []int32            // the place of each among the files of the run before, or -1
	facts    *inFacts
	spots    spots
	album    album
	compared comparisons

	read   int // files whose own rules were run, for tests
	inFull int // texts that were compared in full, for tests
}

// Run checks a playbook by every rule that its settings do not turn off.
func (c *Checker) Run(p *playbook.Playbook, o Options) diag.List {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := newHouse(p.Settings)
	before := c.last
	if before == nil || before.holds != h.String() {
		before = &run{}
	}
	now := &run{p: p, holds: h.String()}
	now.recall(before)
	now.readChanged(before, h)
	if p.Alike(before.p) {
		now.facts = before.facts.of(p)
	} else {
		now.facts = findInFacts(p, h.rules)
	}
	now.album = now.leafThrough(before, h, o)
	found := slices.Concat(now.facts.found, now.album.found, now.findTwins(before, h))
	c.last = now
	return now.list(found, before)
}

// Forget makes the Checker one that remembers nothing.
func (c *Checker) Forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = nil
}

// list puts together what was found by all rules.
func (r *run) list(inFacts []finding, before *run) diag.List {
	var found diag.List
	for i := range r.files {
		found = append(found, r.files[i].found...)
	}
	out := Apply(r.p.Settings, append(found, r.place(inFacts, before)...))
	out.Sort()
	return out
}
