package pages

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

func (s *site) entry(e, previous, next *playbook.Entry) any {
	here, body := e.Address(), &s.Text(e).Body
	v := EntryView{
		Chrome:      s.entryChrome(e),
		Kind:        string(e.Kind),
		KindLabel:   KindLabel(e.Kind),
		KindHref:    playbook.Relative(here, e.Kind.Address()),
		Summary:     e.Summary,
		Lens:        string(e.Derived.Lens),
		LensLabel:   Label(s.Settings, "lens", string(e.Derived.Lens)),
		Body:        s.body(e, here),
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
		Previous:    s.neighbour(here, previous),
		Next:        s.neighbour(here, next),
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
		v.OutcomeLabel = Label(s.Settings, "outcome", v.Outcome)
		v.Illustrative = e.Story.Provenance == playbook.Illustrative
		v.Attempt = IsAttempt(e)
		v.Credit = credit(e)
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

func (s *site) neighbour(here string, e *playbook.Entry) *Card {
	if e == nil {
		return nil
	}
	c := s.card(here, e)
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
	for _, t := range e.Tags {
		if playbook.Slug(t) != "" {
			out = append(out, NavLink{Title: t, Href: playbook.Relative(e.Address(), playbook.TagAddress(t))})
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
