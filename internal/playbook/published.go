package playbook

import (
	"cmp"
	"slices"
)

// Published returns the published entries of the given kinds, or of all kinds, in order.
// The list belongs to the playbook: whoever wants another order takes a copy.
func (p *Playbook) Published(kinds ...Kind) []*Entry {
	if len(kinds) == 0 {
		return slices.Clip(p.published)
	}
	from, to := p.section(kinds[0])
	for _, k := range kinds[1:] {
		start, end := p.section(k)
		if start != to { // they do not follow one another
			return p.pick(kinds)
		}
		to = end
	}
	return p.published[from:to:to]
}

// Number is the place of an assembled entry in Playbook.Entries.
func (e *Entry) Number() int { return e.number }

// section is where the entries of a kind stand among the published ones, which come by kind.
func (p *Playbook) section(kind Kind) (from, to int) {
	rank := kind.rank()
	place := func(rank int) int {
		i, _ := slices.BinarySearchFunc(p.published, rank, func(e *Entry, rank int) int { return cmp.Compare(e.Kind.rank(), rank) })
		return i
	}
	return place(rank), place(rank + 1)
}

// rank is the place of a kind in the order in which readers meet them.
func (k Kind) rank() int { return slices.Index(Kinds(), k) }

func (p *Playbook) pick(kinds []Kind) []*Entry {
	var out []*Entry
	for _, e := range p.published {
		if slices.Contains(kinds, e.Kind) {
			out = append(out, e)
		}
	}
	return out
}
