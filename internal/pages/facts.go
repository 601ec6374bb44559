package pages

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// facts put an entry's situation in words. A value that lists can be filtered by
// links to the list, already filtered.
func (s *site) facts(e *playbook.Entry) []Fact {
	f := factList{s: s, address: e.Address()}
	f.out = strings.Repeat("../", max(0, strings.Count(f.address, "/")-1))
	f.expect(e)
	if sit := e.Situation; sit != nil {
		f.add("way", string(sit.Way))
		f.add("toward", e.Derived.Toward...)
		f.add("action", string(sit.Action))
		f.add("magnitude", string(sit.Magnitude))
		f.add("receptivity", string(sit.Receptivity))
		f.add("style", strs(sit.Style)...)
		f.add("setting", e.Derived.Setting)
	}
	if st := e.Story; st != nil {
		f.add("outcome", string(st.Outcome))
		f.add("followers", string(st.Followers))
		f.add("authority", string(st.Authority))
		f.add("hat", string(st.HatAfter))
		f.add("intentional", string(st.Intentional))
		f.add("told-by", string(st.ToldBy))
		f.add("when", strings.Replace(string(e.Derived.When), "-", " ", 1))
		f.add("team", e.Derived.Team)
	}
	return f.list
}

type factList struct {
	s       *site
	address string
	out     string // leads out of folders within that of the kind, to its index
	list    []Fact
	links   []NavLink // of all facts, which have a part each
}

// expect makes room for the facts that e can have.
func (f *factList) expect(e *playbook.Entry) {
	facts, more := 0, 0 // values, where there can be several
	if sit := e.Situation; sit != nil {
		facts, more = 7, len(sit.Toward)+len(sit.Style)
	}
	if e.Story != nil {
		facts += 8
	}
	if facts > 0 {
		f.list, f.links = make([]Fact, 0, facts), make([]NavLink, 0, facts+more)
	}
}

func (f *factList) add(name string, values ...string) {
	if len(values) == 0 || values[0] == "" {
		return
	}
	t := f.s.topics[name]
	fact := Fact{Name: name, Label: t.label}
	if t.term != nil {
		fact.Href, fact.Definition = t.explained.from(f.address), t.term.Text
	}
	from := len(f.links)
	for _, v := range values {
		w := t.word(v)
		link := NavLink{Title: w.label, Lang: w.lang}
		if w.filtered != "" {
			link.Href = f.out + w.filtered
		}
		f.links = append(f.links, link)
	}
	fact.Values = f.links[from:len(f.links):len(f.links)]
	f.list = append(f.list, fact)
}
