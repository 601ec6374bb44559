package pages

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// tagged is a tag with its entries. Tags that share an address (Meetings, meetings)
// are one tag, called as it was first written.
type tagged struct {
	name    string
	address below
	entries []*playbook.Entry
}

// tags also returns the address of each tag as it is written: there are few, and used often.
func tags(published []*playbook.Entry) ([]tagged, map[string]below) {
	byAddress := map[below]*tagged{}
	addresses := map[string]below{}
	for _, e := range published {
		for _, tag := range e.Derived.Tags {
			a, known := addresses[tag]
			if !known {
				if playbook.Slug(tag) != "" {
					a = newBelow(playbook.TagAddress(tag))
				}
				addresses[tag] = a
			}
			if a == "" {
				continue
			}
			t := byAddress[a]
			if t == nil {
				t = &tagged{name: tag, address: a}
				byAddress[a] = t
			}
			if n := len(t.entries); n == 0 || t.entries[n-1] != e { // an entry may write a tag twice
				t.entries = append(t.entries, e)
			}
		}
	}
	out := make([]tagged, 0, len(byAddress))
	for _, t := range byAddress {
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b tagged) int { return strings.Compare(string(a.address), string(b.address)) })
	return out, addresses
}

func (s *site) tags(Page) any {
	v := TagsView{Chrome: s.chrome(playbook.TagsAddress, "Tags", "Every entry by keyword.")}
	v.Layout = "tags"
	for _, t := range s.tagged {
		v.Tags = append(v.Tags, TagCount{t.name, t.address.from(playbook.TagsAddress), len(t.entries)})
	}
	return v
}

func (s *site) tag(p Page) any {
	t := &s.tagged[p.number]
	return s.list(p.Address, "Tagged “"+t.name+"”", "Every entry tagged “"+t.name+"”.", "", t.entries)
}
