package check

import (
	"reflect"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// Checker checks a playbook again and again. It finds exactly what Run does, and looks again
// only at what has changed since the last run: what it remembers is used again as long as
// all that was read for it is the same. It may be used by several goroutines at once.
//
// It remembers findings and signatures, no texts besides those of the last playbook.
type Checker struct {
	mu    sync.Mutex
	last  *run
	twins twins // of the last run
}

// run is what is remembered of one.
type run struct {
	p     *playbook.Playbook
	house *house
	files []*checked // by place in Playbook.Entries
	read  int        // files whose own rules were run, for tests
	facts *inFacts
	album album
}

// checked is what the rules of one file found in it.
type checked struct {
	entry     *playbook.Entry
	text      *playbook.Text
	influence bool
	found     diag.List
	mark      *mark // nil for short texts
}

// Run checks a playbook by every rule that its settings do not turn off.
func (c *Checker) Run(p *playbook.Playbook, o Options) diag.List {
	c.mu.Lock()
	defer c.mu.Unlock()
	before := c.last
	if before == nil || !before.house.holds(p) {
		before = &run{house: newHouse(p)}
		c.twins = twins{}
	}
	now := &run{p: p, house: before.house}
	if p.Alike(before.p) {
		now.readChanged(before)
		now.facts = before.facts.of(p)
	} else {
		now.readAll(before)
		now.facts = findInFacts(p, now.house.rules)
	}
	now.album = now.leafThrough(before, o)
	c.compareTexts(now)
	c.last = now
	return now.list(c.twins.found(now))
}

// readChanged runs the rules of those files that say something else than before.
func (r *run) readChanged(before *run) {
	r.files = append([]*checked(nil), before.files...)
	f := file{house: r.house}
	for i, e := range r.p.Entries {
		if was := r.files[i]; was.text != r.p.Text(e) {
			r.files[i] = f.look(e, r.p.Text(e), was.influence)
			r.read++
		}
	}
}

// readAll runs the rules of all files of which not all that they read is as it was.
func (r *run) readAll(before *run) {
	known := before.byText()
	r.files = make([]*checked, len(r.p.Entries))
	reads := make([]int, len(r.p.Entries))
	parallel.Each(len(r.files), 32, func() func(int) {
		f := file{house: r.house}
		return func(i int) {
			e := r.p.Entries[i]
			text, influence := r.p.Text(e), influence(r.p, e)
			if was := known[text]; was != nil && sameReading(was.reading(), reading{writtenIn(e), influence, text}) {
				again := *was
				again.entry = e
				r.files[i] = &again
				return
			}
			r.files[i] = f.look(e, text, influence)
			reads[i] = 1
		}
	})
	for _, n := range reads {
		r.read += n
	}
}

func (f *file) look(e *playbook.Entry, text *playbook.Text, influence bool) *checked {
	out := &checked{entry: e, text: text, influence: influence}
	out.found = f.check(out.reading())
	if e.Kind != playbook.KindPage {
		out.mark = markOf(text.Body.Text)
	}
	return out
}

func (c *checked) reading() reading { return reading{writtenIn(c.entry), c.influence, c.text} }

func sameReading(a, b reading) bool { return reflect.DeepEqual(&a, &b) }

func (r *run) byText() map[*playbook.Text]*checked {
	out := make(map[*playbook.Text]*checked, len(r.files))
	for _, f := range r.files {
		out[f.text] = f
	}
	return out
}

// list puts together what was found by all rules.
func (r *run) list(similar []finding) diag.List {
	var found diag.List
	for _, f := range r.files {
		found = append(found, f.found...)
	}
	for _, list := range append(r.facts.found, r.album.found, similar) {
		for _, f := range list {
			found = append(found, f.in(r.p))
		}
	}
	out := Apply(r.house.settings, found)
	out.Sort()
	return out
}
