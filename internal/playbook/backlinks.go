package playbook

import (
	"cmp"
	"iter"
	"slices"
)

// linkBack gives each entry the entries that point to it and that it does not list already.
func (p *Playbook) linkBack() {
	last := make([]*Entry, len(p.Entries)) // which entry was last seen to point to each: a text may name one often
	for _, from := range p.published {
		for to := range p.pointsTo(from) {
			if last[to.number] == from {
				continue
			}
			last[to.number] = from
			if to != from && !p.lists(to, from) {
				to.Derived.Backlinks = append(to.Derived.Backlinks, from)
			}
		}
	}
}

// pointsTo are the published entries that e relates to or links to in its text.
func (p *Playbook) pointsTo(e *Entry) iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, r := range e.Derived.Related {
			if !yield(r.Entry) {
				return
			}
		}
		for i, l := range e.Outline.Links {
			to, _ := p.ByFile(e.Outline.Files[i])
			if e.Outline.Files[i] == "" {
				to = p.ResolveLink(e, l).Entry
			}
			if to != nil && to.Derived.Published && !yield(to) {
				return
			}
		}
	}
}

// lists says whether other already stands in one of e's lists.
func (p *Playbook) lists(e, other *Entry) bool {
	d := &e.Derived
	if inOrder(d.Examples, other) || inOrder(d.Stories, other) || inOrder(d.Attempts, other) ||
		slices.ContainsFunc(d.Related, func(r RelatedEntry) bool { return r.Entry == other }) {
		return true
	}
	for to := range p.named(e) {
		if to == other {
			return true
		}
	}
	return false
}

// inOrder says whether an entry is in a list in reading order, which may be as long as the playbook.
func inOrder(list []*Entry, e *Entry) bool {
	_, found := slices.BinarySearchFunc(list, e.number, func(a *Entry, number int) int { return cmp.Compare(a.number, number) })
	return found
}
