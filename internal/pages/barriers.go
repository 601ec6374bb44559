package pages

import (
	"github.com/microleadership/playbook/internal/playbook"
)

// barrierLinks lead from a principle to what it helps past.
func barrierLinks(here string, e *playbook.Entry) []NavLink {
	var out []NavLink
	for _, text := range e.Principle.Barriers {
		out = append(out, NavLink{Title: text, Href: playbook.Relative(here, playbook.BarriersAddress+"#"+playbook.Slug(text))})
	}
	return out
}

// barriers groups the principles by what they help past. Two principles name the same
// barrier when they use the same words.
func (s *site) barriers(Page) any {
	v := BarriersView{Chrome: s.chrome(playbook.BarriersAddress, "What holds people back", "What people tell themselves, and the smallest step past it.")}
	v.Layout = "barriers"
	place := map[string]int{}
	for _, e := range s.Published(playbook.KindPrinciple) {
		for _, text := range e.Principle.Barriers {
			id := playbook.Slug(text)
			i, ok := place[id]
			if !ok {
				i = len(v.Barriers)
				place[id] = i
				v.Barriers = append(v.Barriers, Barrier{ID: id, Title: text, Lang: s.lang(e)})
			}
			v.Barriers[i].Steps = append(v.Barriers[i].Steps, s.card(playbook.BarriersAddress, e))
		}
	}
	return v
}
