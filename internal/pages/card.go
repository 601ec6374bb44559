package pages

import "github.com/microleadership/playbook/internal/playbook"

// card is e as it appears on the page at address.
func (s *site) card(address string, e *playbook.Entry) Card {
	c := Card{
		Href:      e.LinkFrom(address),
		Title:     e.Title,
		Summary:   e.Summary,
		Kind:      string(e.Kind),
		KindLabel: KindLabel(e.Kind),
		Maturity:  e.Derived.Maturity.String(),
		Lang:      s.lang(e),
		Facets:    s.facets()[e.Number()],
	}
	switch {
	case e.Principle != nil:
		c.Act = e.Principle.Practice
	case e.Example != nil:
		c.Act = e.Example.Act
	case e.Story != nil:
		c.Outcome = string(e.Story.Outcome)
		c.OutcomeLabel = s.topics["outcome"].word(c.Outcome).label
		c.Illustrative = e.Story.Provenance == playbook.Illustrative
		c.Attempt = e.IsAttempt()
	}
	return c
}

func (s *site) cards(address string, entries []*playbook.Entry) []Card {
	out := make([]Card, len(entries))
	for i, e := range entries {
		out[i] = s.card(address, e)
	}
	return out
}
