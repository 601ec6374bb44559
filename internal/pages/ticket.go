package pages

import (
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// Ticket is the line of a story: what was shown or said, how far others took it up, and
// what came after. Leadership ends where they have bought the idea; the rest is another hat.
type Ticket struct {
	State string // sold, partly, unsold, unknown; or formal, when somebody in charge was followed
	Stops []TicketStop
}

// TicketStop is one stop of the line.
type TicketStop struct {
	Name  string // act, taken, hat or end, next
	Title string
	Note  string // what that means; may be ""
	Quote string // in the teller's words and language; may be ""
	Href  string // the section of the text that tells it, or ""
}

// ticket is the line of story e, by its front matter alone. Only what the teller would try
// next comes from the text, and only from the section that is there to say it.
func ticket(e *playbook.Entry, t *playbook.Text, next string) *Ticket {
	st := e.Story
	at := func(section string) string {
		if h := sectionOf(&t.Body, section); h != nil {
			return "#" + h.Heading.ID
		}
		return ""
	}
	out := &Ticket{State: ticketState(st)}
	out.Stops = append(out.Stops,
		TicketStop{Name: "act", Title: actTitle(e), Href: at(playbook.SectionDid)},
		TicketStop{Name: "taken", Title: takenTitle(st), Note: takenNote(e, out.State), Href: at(playbook.SectionChanged)},
	)
	switch {
	case putOn(st):
		out.Stops = append(out.Stops, TicketStop{
			Name: "hat", Title: "Another hat: " + strings.ToLower(labels["hat"][string(st.HatAfter)]), Note: "What came then was another job.", Href: at(playbook.SectionAfterwards),
		})
	case wasFollowed(st):
		out.Stops = append(out.Stops, TicketStop{Name: "end", Title: "It ended there", Note: "No other hat was put on.", Href: at(playbook.SectionAfterwards)})
	}
	if next != "" {
		out.Stops = append(out.Stops, TicketStop{Name: "next", Title: nextTitle(st), Quote: next, Href: at(playbook.SectionNobody)})
	}
	return out
}

// putOn says whether the story tells of another hat.
func putOn(st *playbook.Story) bool { return st.HatAfter != playbook.HatNone && st.HatAfter != "" }

func wasFollowed(st *playbook.Story) bool {
	return st.Outcome == playbook.Followed || st.Outcome == playbook.PartlyFollowed
}

func ticketState(st *playbook.Story) string {
	switch {
	case wasFollowed(st) && st.Authority == playbook.AuthorityFormal:
		return "formal"
	case st.Outcome == playbook.Followed:
		return "sold"
	case st.Outcome == playbook.PartlyFollowed:
		return "partly"
	case st.Outcome == playbook.NotFollowed:
		return "unsold"
	}
	return "unknown"
}
