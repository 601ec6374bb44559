package check

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// sheet is one text among the others, by file: for each the first one before it that is
// similar is its twin. Not each is compared with each: MinHash signatures, cut into bands,
// put the likely ones into common crowds.
type sheet struct {
	at   int32           // its place in Playbook.Entries
	root *playbook.Entry // its original: translations are not compared
	mark *mark
}

// twin is a text and the first one before it that is similar.
type twin struct {
	entry, other *playbook.Entry
	share        float64
}

// findTwins compares the texts that are likely to be similar, and tells the rule of those that are.
func (r *run) findTwins(before *run, h *house) []finding {
	if !slices.ContainsFunc(h.rules, func(r rule) bool { return r.twins != nil }) {
		return nil
	}
	list := r.compareTexts(before)
	var out []finding
	for _, rule := range h.rules {
		if rule.twins == nil {
			continue
		}
		c := checker{scene: r.facts.scene, rule: rule.Rule}
		for _, t := range list {
			rule.twins(&c, t.entry, t.other, t.share)
		}
		out = append(out, c.found...)
	}
	return out
}

// desk is where the texts of one run are compared.
type desk struct {
	now, before *run
	sheets      []sheet
	crowds      [bands]crowds
}

// outcome is what was found out about one sheet.
type outcome struct {
	twin     int // the number of a sheet, or -1
	share    float64
	compared []comparison
	inFull   int
}

func (r *run) compareTexts(before *run) (found []twin) {
	d := desk{now: r, before: before, sheets: make([]sheet, 0, len(r.files))}
	for _, i := range r.facts.order {
		if m := r.files[i].mark; m != nil {
			d.sheets = append(d.sheets, sheet{int32(i), r.facts.root(r.p.Entries[i]), m})
		}
	}
	d.crowds = findCrowds(d.sheets)
	outcomes := make([]*outcome, len(r.files)) // by place
	parallel.Each(len(d.sheets), 64, func() func(int) {
		c := comparer{p: r.p}
		return func(i int) { outcomes[d.sheets[i].at] = d.compare(&c, i) }
	})
	for i := range d.sheets {
		if o := outcomes[d.sheets[i].at]; o != nil {
			r.inFull += o.inFull
			if o.twin >= 0 {
				found = append(found, twin{d.entry(i), d.entry(o.twin), o.share})
			}
		}
	}
	r.compared = newComparisons(outcomes)
	return found
}

func (d *desk) entry(sheet int) *playbook.Entry { return d.now.p.Entries[d.sheets[sheet].at] }

// compare finds the first sheet before number i that is similar enough. Most are in no crowd.
func (d *desk) compare(c *comparer, i int) *outcome {
	var tried [maxPerEntry]int32
	n := 0
	var o *outcome
	for number := range d.crowds {
		for _, other := range d.crowds[number].with(i) {
			if other < 0 || int(other) >= i {
				break
			}
			if n == maxPerEntry || slices.Contains(tried[:n], other) || d.sheets[i].root == d.sheets[other].root {
				continue
			}
			tried[n] = other
			n++
			if d.sheets[i].mark.agreement(d.sheets[other].mark) < similar/2 {
				continue
			}
			if o == nil {
				o = &outcome{twin: -1}
			}
			if share := d.share(c, o, i, int(other)); share >= similar {
				o.twin, o.share = int(other), share
				return o
			}
		}
	}
	return o
}

// share is how much of two sheets is common to them, from the run before if it can be.
func (d *desk) share(c *comparer, o *outcome, i, other int) float64 {
	a, b := d.sheets[i].at, d.sheets[other].at
	share, known := d.before.compared.of(d.now.was[a], d.now.was[b])
	if !known {
		share = c.share(d.entry(i), d.entry(other))
		o.inFull++
	}
	o.compared = append(o.compared, comparison{b, share})
	return share
}
