package pages

import (
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// Facets lists what a reader can filter e by. Search and lists use the same ones.
func Facets(e *playbook.Entry) []FacetValue {
	out := make([]FacetValue, 0, 10)
	add := func(name string, values []string) {
		if len(values) > 0 && values[0] != "" {
			out = append(out, FacetValue{name, values})
		}
	}
	add("lens", alone(string(e.Derived.Lens)))
	if sit := e.Situation; sit != nil {
		add("way", alone(string(sit.Way)))
		add("toward", e.Derived.Toward)
		add("action", alone(string(sit.Action)))
		add("magnitude", alone(string(sit.Magnitude)))
		add("receptivity", alone(string(sit.Receptivity)))
		add("style", strs(sit.Style))
		add("setting", alone(e.Derived.Setting))
	}
	add("maturity", alone(e.Derived.Maturity.String()))
	if e.Story != nil {
		add("outcome", alone(string(e.Story.Outcome)))
	}
	return slices.Clone(out) // of their size: they are kept for every entry
}

// lone has a list for each value that stands alone, shared by all entries that have it.
var lone = func() map[string][]string {
	out := map[string][]string{"": nil}
	for _, f := range FacetValues(playbook.DefaultSettings()) {
		for i, v := range f.Values {
			out[v] = f.Values[i : i+1 : i+1]
		}
	}
	return out
}()

func alone(value string) []string {
	if list, ok := lone[value]; ok {
		return list
	}
	return []string{value}
}

// strs turns values of a string type into strings.
func strs[T ~string](values []T) []string {
	if len(values) == 1 {
		return alone(string(values[0]))
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// FacetValues lists every filter there is with its possible values, in the order in
// which lists show them. The stylesheet of the filters is made from it.
func FacetValues(settings playbook.Settings) []FacetValue {
	ids := func(values []playbook.Value) []string {
		out := make([]string, len(values), len(values)+1)
		for i, v := range values {
			out[i] = v.ID
		}
		if settings.Privacy.Group > 1 && !slices.Contains(out, playbook.Other) {
			out = append(out, playbook.Other)
		}
		return out
	}
	return []FacetValue{
		{"way", playbook.Way("").Values()},
		{"toward", ids(settings.Vocabularies.Toward)},
		{"style", playbook.Style("").Values()},
		{"receptivity", playbook.Receptivity("").Values()},
		{"setting", ids(settings.Vocabularies.Setting)},
		{"action", playbook.Action("").Values()},
		{"magnitude", playbook.Magnitude("").Values()},
		{"outcome", playbook.Outcome("").Values()},
		{"maturity", playbook.Maturities()},
		{"lens", playbook.Lens("").Values()},
	}
}

// filters are the facets by which these cards differ: one that leaves all of them, or
// has a single choice, helps nobody.
func (s *site) filters(cards []Card) []Facet {
	counts := make([][]int, len(s.filterable))
	for i, t := range s.filterable {
		counts[i] = make([]int, len(t.values))
	}
	for i := range cards {
		for _, f := range cards[i].Facets {
			t := s.topics[f.Name]
			for _, v := range f.Values {
				if w, ok := t.words[v]; ok && w.number >= 0 {
					counts[t.filter][w.number]++
				}
			}
		}
	}
	var out []Facet
	for i, t := range s.filterable {
		facet := Facet{Name: t.name, Label: t.label}
		for _, v := range t.values {
			w := t.words[v]
			if n := counts[i][w.number]; n > 0 {
				facet.Options = append(facet.Options, FacetOption{v, w.label, n, w.lang})
			}
		}
		if len(facet.Options) > 1 {
			out = append(out, facet)
		}
	}
	return out
}
