package news

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// coverage tells which cells of the map were gained and lost, or nil when it is as it was.
func coverage(before, after *Snapshot, m *matching) *MapChanges {
	had, has := cells(before, m.now), cells(after, func(address string) string { return address })
	c := &MapChanges{Before: before.Coverage, After: after.Coverage, Gained: m.without(has, had), Lost: m.without(had, has)}
	if c.Before == c.After && len(c.Gained)+len(c.Lost) == 0 {
		return nil
	}
	return c
}

// place is a cell by the principle's address after.
type place struct{ principle, table, column string }

func cells(s *Snapshot, now func(string) string) map[place]Item {
	out := map[place]Item{}
	for i := range s.Entries {
		e := &s.Entries[i]
		if e.Kind != playbook.KindPrinciple {
			continue
		}
		for _, column := range e.Covers.Toward {
			out[place{now(e.Address), "toward", column}] = e.item()
		}
		for _, column := range e.Covers.Styles {
			out[place{now(e.Address), "style", column}] = e.item()
		}
	}
	return out
}

// without lists the cells of a that are not in b.
func (m *matching) without(a, b map[place]Item) []Cell {
	created := map[string]bool{}
	for _, e := range m.created {
		created[e.Address] = true
	}
	var out []Cell
	for at, principle := range a {
		if _, both := b[at]; both {
			continue
		}
		c := Cell{Principle: principle, Table: at.table, Column: at.column, seen: already}
		switch e := m.at[at.principle]; {
		case e == nil:
			c.seen = nowhere
		case created[at.principle]:
			c.seen = soon
		default:
			c.Principle = e.item() // as it is called now
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(x, y Cell) int {
		return cmp.Or(cmp.Compare(x.Principle.Address, y.Principle.Address), -cmp.Compare(x.Table, y.Table), cmp.Compare(x.Column, y.Column))
	})
	return out
}
