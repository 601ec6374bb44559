package pages

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

var indexTexts = map[playbook.Kind][2]string{
	playbook.KindPrinciple: {"Principles", "Why small acts of leadership work, and where they stop."},
	playbook.KindExample:   {"Examples", "Acts you could try today, with words you could use."},
	playbook.KindStory:     {"Stories", "What happened when somebody tried, followed or not."},
}

func (s *site) index(kind playbook.Kind, entries []*playbook.Entry) any {
	text := indexTexts[kind]
	return s.list(kind.Address(), text[0], text[1], string(kind), entries)
}

func (s *site) attempts() any {
	var entries []*playbook.Entry
	for _, e := range s.Published(playbook.KindStory) {
		if IsAttempt(e) {
			entries = append(entries, e)
		}
	}
	return s.list(playbook.AttemptsAddress, "Attempts", "What did not land, told as honestly as what did.", string(playbook.KindStory), entries)
}

func (s *site) list(address, title, description, kind string, entries []*playbook.Entry) ListView {
	v := ListView{Chrome: s.chrome(address, title, description), Kind: kind, Cards: s.cards(address, entries)}
	v.Layout = "list"
	v.Facets = s.filters(v.Cards)
	return v
}

// tagCount is a tag with its entries. Tags that share an address (Meetings, meetings)
// are one tag, called as it was first written.
type tagCount struct {
	name    string
	address string
	entries []*playbook.Entry
}

func (s *site) tagCounts() []tagCount {
	byAddress := map[string]*tagCount{}
	addresses := map[string]string{} // of tags, as they are written: there are few, and used often
	for _, e := range s.Published() {
		for _, tag := range e.Tags {
			a, known := addresses[tag]
			if !known && playbook.Slug(tag) != "" {
				a = playbook.TagAddress(tag)
			}
			if addresses[tag] = a; a == "" {
				continue
			}
			if byAddress[a] == nil {
				byAddress[a] = &tagCount{name: tag, address: a}
			}
			if t := byAddress[a]; !slices.Contains(t.entries, e) {
				t.entries = append(t.entries, e)
			}
		}
	}
	var out []tagCount
	for _, t := range byAddress {
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b tagCount) int { return strings.Compare(a.address, b.address) })
	return out
}

func (s *site) tags() any {
	v := TagsView{Chrome: s.chrome(playbook.TagsAddress, "Tags", "Every entry by keyword.")}
	v.Layout = "tags"
	for _, t := range s.tagCounts() {
		v.Tags = append(v.Tags, TagCount{t.name, playbook.Relative(playbook.TagsAddress, t.address), len(t.entries)})
	}
	return v
}

func (s *site) tag(t tagCount) any {
	return s.list(t.address, "Tagged “"+t.name+"”", "Every entry tagged “"+t.name+"”.", "", t.entries)
}
