package pages

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// sorts are what a field of the map can have, the strongest first: what happened says more
// than what was invented or advised, and an attempt raises nothing that is there already.
var sorts = []struct {
	name, one, many string
	of              func(playbook.Cell) int
}{
	{"story", "story that was followed", "stories that were followed", func(c playbook.Cell) int { return c.Stories }},
	{"invented", "invented story", "invented stories", func(c playbook.Cell) int { return c.Illustrative }},
	{"example", "example", "examples", func(c playbook.Cell) int { return c.Examples }},
	{"attempt", "attempt", "attempts", func(c playbook.Cell) int { return c.Attempts }},
}

// markOf is the strongest of what a field has.
func markOf(c playbook.Cell) string {
	for _, sort := range sorts {
		if sort.of(c) > 0 {
			return sort.name
		}
	}
	return "none"
}

func (m *coverageMap) counts(e *playbook.Entry, column string, cell playbook.Cell) []CoverageCount {
	var out []CoverageCount
	for _, sort := range sorts {
		if n := sort.of(cell); n > 0 {
			out = append(out, CoverageCount{sort.name, n, noun(n, sort.one, sort.many), m.where(e, column, sort.of, n)})
		}
	}
	return out
}

// where readers find n entries of one sort: on the page of the only one, or in the list of
// their principle. A list of all principles' entries for that audience would be longer, and
// most of it about something else.
func (m *coverageMap) where(e *playbook.Entry, column string, of func(playbook.Cell) int, n int) string {
	for _, list := range []struct {
		group   string
		entries []*playbook.Entry
	}{{"examples", e.Derived.Examples}, {"stories", e.Derived.Stories}, {"attempts", e.Derived.Attempts}} {
		for _, found := range list.entries {
			var c playbook.Cell
			if c.Add(found); of(c) == 0 || !slices.Contains(m.columns(found), column) {
				continue
			}
			if n == 1 {
				return found.LinkFrom(playbook.CoverageAddress)
			}
			return e.LinkFrom(playbook.CoverageAddress) + "#group-" + list.group
		}
	}
	return e.LinkFrom(playbook.CoverageAddress)
}
