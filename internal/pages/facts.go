package pages

import (
	"net/url"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// facts put an entry's situation in words. A value that lists can be filtered by
// links to the list, already filtered.
func (s *site) facts(e *playbook.Entry) []Fact {
	f := factList{s: s, e: e}
	if sit := e.Situation; sit != nil {
		f.add("way", string(sit.Way))
		f.add("toward", sit.Toward...)
		f.add("action", string(sit.Action))
		f.add("magnitude", string(sit.Magnitude))
		f.add("receptivity", string(sit.Receptivity))
		f.add("style", strs(sit.Style)...)
		f.add("setting", sit.Setting)
	}
	if st := e.Story; st != nil {
		f.add("outcome", string(st.Outcome))
		f.add("followers", string(st.Followers))
		f.add("authority", string(st.Authority))
		f.add("hat", string(st.HatAfter))
		f.add("intentional", string(st.Intentional))
		f.add("told-by", string(st.ToldBy))
		f.add("when", strings.Replace(string(st.When), "-", " ", 1))
		f.add("team", st.Team)
	}
	return f.list
}

type factList struct {
	s    *site
	e    *playbook.Entry
	list []Fact
}

func (f *factList) add(name string, values ...string) {
	if len(values) == 0 || values[0] == "" {
		return
	}
	fact := Fact{Name: name, Label: names[name][0]}
	if term := f.s.term(names[name][1]); term != nil {
		fact.Href = playbook.Relative(f.e.Address(), playbook.GlossaryAddress+"#"+term.ID)
		fact.Definition = term.Text
	}
	for _, v := range values {
		fact.Values = append(fact.Values, NavLink{
			Title: Label(f.s.Settings, name, v), Href: f.filtered(name, v), Lang: labelLang(f.s.Settings, name, v),
		})
	}
	f.list = append(f.list, fact)
}

// filtered is the index of e's kind with one filter set, or "" when it has no such filter.
func (f *factList) filtered(name, value string) string {
	for _, facet := range FacetValues(f.s.Settings) {
		if facet.Name == name {
			query := url.Values{name: {value}}.Encode()
			return playbook.Relative(f.e.Address(), f.e.Kind.Address()) + "?" + query
		}
	}
	return ""
}

func (s *site) term(name string) *playbook.Term {
	if name == "" {
		return nil
	}
	return s.Term(name)
}
