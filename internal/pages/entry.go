package pages

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

func (s *site) entry(p Page) any {
	e := s.Published()[p.number]
	here, text := p.Address, s.Text(e)
	body := &text.Body
	v := EntryView{
		Chrome:      s.entryChrome(e),
		Kind:        string(e.Kind),
		KindLabel:   KindLabel(e.Kind),
		KindHref:    playbook.Relative(here, e.Kind.Address()),
		Summary:     e.Summary,
		Lens:        string(e.Derived.Lens),
		LensLabel:   s.topics["lens"].word(string(e.Derived.Lens)).label,
		Body:        s.body(e, text, here),
		TOC:         toc(body),
		Facts:       s.facts(e),
		Aliases:     e.Aliases,
		Maturity:    maturity(e),
		Draft:       e.Draft,
		Words:       body.Words,
		ReadingTime: body.Minutes(),
		Updated:     string(e.Derived.Updated),
		Groups:      s.groups(e),
		Sources:     sources(e),
		Tags:        s.tagLinks(e),
		Previous:    s.neighbour(e, p.number-1),
		Next:        s.neighbour(e, p.number+1),
	}
	v.Layout = "entry"
	switch {
	case e.Principle != nil:
		v.Statement, v.Practice = e.Principle.Statement, e.Principle.Practice
		v.Barriers, v.Gains, v.Not = barrierLinks(here, e), e.Principle.Gains, e.Principle.Not
	case e.Example != nil:
		v.Act, v.Phrase, v.WhenNot = e.Example.Act, e.Example.Phrase, whenNot(e, body)
	case e.Story != nil:
		v.Outcome = string(e.Story.Outcome)
		v.OutcomeLabel = s.topics["outcome"].word(v.Outcome).label
		v.Illustrative = e.Story.Provenance == playbook.Illustrative
		v.Attempt = e.IsAttempt()
		v.Credit = credit(e)
		v.Ticket = ticket(e, text, s.next(e, text))
		v.Body = marked(v.Body, e, text, v.Ticket, v.Lang)
	}
	if e.Story == nil {
		v.Authors = enumerate(e.Derived.Authors)
	}
	return v
}

// whenNot is the short answer of the front matter, unless the text has a longer one.
func whenNot(e *playbook.Entry, body *playbook.Body) string {
	for _, h := range body.Headings {
		if h.Level == 2 && playbook.Slug(h.Text) == "when-not-to" {
			return ""
		}
	}
	return e.Example.WhenNot
}

// neighbour is the card of entry i if it is there, and of the same kind as e.
func (s *site) neighbour(e *playbook.Entry, i int) *Card {
	published := s.Published()
	if i < 0 || i >= len(published) || published[i].Kind != e.Kind {
		return nil
	}
	c := s.card(e.Address(), published[i])
	return &c
}

func sources(e *playbook.Entry) []Source {
	var out []Source
	for _, src := range e.Sources {
		href := src.URL
		if !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "http://") {
			href = ""
		}
		out = append(out, Source{src.Title, href, src.Quoted})
	}
	return out
}

func (s *site) tagLinks(e *playbook.Entry) []NavLink {
	var out []NavLink
	for _, t := range e.Derived.Tags {
		if to := s.tagAddress[t]; to != "" {
			out = append(out, NavLink{Title: t, Href: to.from(e.Address())})
		}
	}
	return out
}

// credit names whoever told a story exactly as far as its promise allows.
func credit(e *playbook.Entry) string {
	if e.Story.Provenance == playbook.Illustrative {
		return ""
	}
	switch e.Story.Credit {
	case playbook.CreditNamed:
		if len(e.Authors) > 0 {
			return "Told by " + enumerate(e.Authors)
		}
	case playbook.CreditPseudonym:
		return "Told under another name"
	case playbook.CreditTeam:
		if e.Story.Team != "" {
			return "Told by the team " + e.Story.Team
		}
		return "Told by a team"
	case playbook.CreditAnonymous:
		return "Told anonymously"
	}
	return ""
}
