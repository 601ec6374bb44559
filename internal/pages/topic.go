package pages

import (
	"net/url"

	"github.com/microleadership/playbook/internal/playbook"
)

// topic is what a fact or filter is about, with all that readers see of it.
type topic struct {
	name, label string
	term        *playbook.Term // of the glossary, or nil
	explained   below          // where the glossary explains the label, or ""
	values      []string       // to choose from, in the order of lists; nil for what lists cannot be filtered by
	words       map[string]word
	filter      int // its place among what lists can be filtered by
	settings    *playbook.Settings
}

// word is a value of a topic as readers see it.
type word struct {
	label, lang string
	filtered    string // the index beside it, showing what has this value; or ""
	number      int    // its place among the values to choose from, or -1
}

// newTopics also returns those that lists can be filtered by, in their order.
func newTopics(p *playbook.Playbook) (map[string]*topic, []*topic) {
	settings := p.Settings // not the playbook's own, which would keep its texts
	out := make(map[string]*topic, len(names))
	for name, about := range names {
		t := &topic{name: name, label: about[0], words: map[string]word{}, filter: -1, settings: &settings}
		if about[1] != "" {
			t.term = p.Term(about[1])
		}
		if t.term != nil {
			t.explained = newBelow(playbook.GlossaryAddress + "#" + t.term.ID)
		}
		out[name] = t
	}
	var filterable []*topic
	for i, f := range FacetValues(settings) {
		t := out[f.Name]
		t.values, t.filter = f.Values, i
		filterable = append(filterable, t)
	}
	for name, t := range out {
		t.words[""] = t.newWord("", -1)
		for v := range labels[name] {
			t.words[v] = t.newWord(v, -1)
		}
		for i, v := range t.values {
			t.words[v] = t.newWord(v, i)
		}
	}
	return out, filterable
}

// word is a value, be it one of those to choose from or not.
func (t *topic) word(value string) word {
	if w, ok := t.words[value]; ok {
		return w
	}
	return t.newWord(value, -1)
}

func (t *topic) newWord(value string, number int) word {
	w := word{label: Label(*t.settings, t.name, value), lang: labelLang(*t.settings, t.name, value), number: number}
	if t.filter >= 0 {
		w.filtered = "index.html?" + url.Values{t.name: {value}}.Encode()
	}
	return w
}
