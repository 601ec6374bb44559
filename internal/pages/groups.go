package pages

import "github.com/microleadership/playbook/internal/playbook"

var reasons = map[playbook.Rel]string{"refines": "Refines", "contrasts": "Contrasts with", "see-also": "See also"}

// groups are the entries that e is connected to, each in one group, those that a
// reader is most likely to want next first.
func (s *site) groups(e *playbook.Entry) []Group {
	here := e.Address()
	d := &e.Derived
	out := make([]Group, 0, len(groupIDs))
	add := func(id, title string, cards []Card) {
		if len(cards) > 0 {
			out = append(out, Group{id, title, cards})
		}
	}
	add("examples", "Put into practice", s.cards(here, d.Examples))
	add("stories", "Stories in which people followed", s.cards(here, d.Stories))
	add("attempts", "Attempts that did not land", s.cards(here, d.Attempts))
	add("principles", "What it rests on", s.cards(here, s.Named(e)))
	add("related", "Related", s.related(here, d.Related))
	add("backlinks", "Mentioned by", s.cards(here, d.Backlinks))
	if len(out) == 0 {
		return nil
	}
	return out
}

func (s *site) related(here string, related []playbook.RelatedEntry) []Card {
	out := make([]Card, len(related))
	for i, r := range related {
		out[i] = s.card(here, r.Entry)
		out[i].Reason = reasons[r.Rel]
	}
	return out
}

// maturity explains how far an idea has come, by what it rests on.
func maturity(e *playbook.Entry) *Maturity {
	m := e.Derived.Maturity
	if m == playbook.NoMaturity {
		return nil
	}
	return &Maturity{Name: m.String(), Label: labels["maturity"][m.String()], Reason: evidence(e.Derived.Evidence), Step: int(m)}
}

func evidence(v playbook.Evidence) string {
	var parts []string
	if v.Examples > 0 {
		parts = append(parts, count(v.Examples, "example", "examples"))
	}
	if v.Followed > 0 {
		text := count(v.Followed, "story that was followed", "stories that were followed")
		if v.Teams > 1 {
			text += " in " + count(v.Teams, "team", "teams")
		}
		parts = append(parts, text)
	}
	if v.Partly > 0 {
		parts = append(parts, count(v.Partly, "story that some followed", "stories that some followed"))
	}
	if v.Illustrative > 0 {
		parts = append(parts, count(v.Illustrative, "invented story", "invented stories"))
	}
	if len(parts) == 0 {
		return "no example or story yet"
	}
	return enumerate(parts)
}
