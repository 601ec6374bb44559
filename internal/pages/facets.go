package pages

import "github.com/microleadership/playbook/internal/playbook"

// Facets lists what a reader can filter e by. Search and lists use the same ones.
func Facets(e *playbook.Entry) []FacetValue {
	var out []FacetValue
	add := func(name string, values ...string) {
		if len(values) > 0 && values[0] != "" {
			out = append(out, FacetValue{name, values})
		}
	}
	add("lens", string(e.Derived.Lens))
	if sit := e.Situation; sit != nil {
		add("way", string(sit.Way))
		add("toward", sit.Toward...)
		add("action", string(sit.Action))
		add("magnitude", string(sit.Magnitude))
		add("receptivity", string(sit.Receptivity))
		add("style", strs(sit.Style)...)
		add("setting", sit.Setting)
	}
	add("maturity", e.Derived.Maturity.String())
	if e.Story != nil {
		add("outcome", string(e.Story.Outcome))
	}
	return out
}

// strs turns values of a string type into strings.
func strs[T ~string](values []T) []string {
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
		out := make([]string, len(values))
		for i, v := range values {
			out[i] = v.ID
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
	counts := map[string]map[string]int{}
	for _, c := range cards {
		for _, f := range c.Facets {
			for _, v := range f.Values {
				if counts[f.Name] == nil {
					counts[f.Name] = map[string]int{}
				}
				counts[f.Name][v]++
			}
		}
	}
	var out []Facet
	for _, f := range FacetValues(s.Settings) {
		facet := Facet{Name: f.Name, Label: names[f.Name][0]}
		for _, v := range f.Values {
			if n := counts[f.Name][v]; n > 0 {
				facet.Options = append(facet.Options, FacetOption{v, Label(s.Settings, f.Name, v), n, labelLang(s.Settings, f.Name, v)})
			}
		}
		if len(facet.Options) > 1 {
			out = append(out, facet)
		}
	}
	return out
}
