package pages

import (
	"github.com/microleadership/playbook/internal/playbook"
)

var indexTexts = map[playbook.Kind][2]string{
	playbook.KindPrinciple: {"Principles", "Why small acts of leadership work, and where they stop."},
	playbook.KindExample:   {"Examples", "Acts you could try today, with words you could use."},
	playbook.KindStory:     {"Stories", "What happened when somebody tried, followed or not."},
}

// indexed are the kinds that have an index.
var indexed = []playbook.Kind{playbook.KindPrinciple, playbook.KindExample, playbook.KindStory}

func (s *site) index(p Page) any {
	kind := indexed[p.number]
	text := indexTexts[kind]
	return s.list(p.Address, text[0], text[1], string(kind), s.Published(kind))
}

func (s *site) attempts(Page) any {
	var entries []*playbook.Entry
	for _, e := range s.Published(playbook.KindStory) {
		if e.IsAttempt() {
			entries = append(entries, e)
		}
	}
	v := s.list(playbook.AttemptsAddress, "Attempts", "What did not land, told as honestly as what did.", string(playbook.KindStory), entries)
	// What to try next is why attempts are printed at all, so this list alone reads texts. It
	// is made again when one of these changes; the indexes, which show the same cards, are not.
	for i, e := range entries {
		if next := s.next(e, s.Text(e)); next != "" {
			v.Cards[i].Next, v.Cards[i].NextLabel = next, nextTitle(e.Story)
		}
	}
	return v
}

func (s *site) list(address, title, description, kind string, entries []*playbook.Entry) ListView {
	v := ListView{Chrome: s.chrome(address, title, description), Kind: kind, Cards: s.cards(address, entries)}
	v.Layout = "list"
	v.Facets = s.filters(v.Cards)
	return v
}
