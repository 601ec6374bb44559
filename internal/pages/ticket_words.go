package pages

import "github.com/microleadership/playbook/internal/playbook"

// styleWords name what a suggestion leans on, within a sentence.
var styleWords = map[playbook.Style]string{
	"facts": "facts", "enthusiasm": "enthusiasm", "credibility": "credibility", "reassurance": "reassurance", "question": "a question",
}

// actTitle says in which of the two ways it was.
func actTitle(e *playbook.Entry) string {
	title := "Shown, by example"
	if e.Situation.Way != playbook.ByExample {
		title = "Suggested"
		var with []string
		for _, style := range e.Situation.Style {
			if w := styleWords[style]; w != "" {
				with = append(with, w)
			}
		}
		if len(with) > 0 {
			title += ", with " + enumerate(with)
		}
	}
	if e.Story.Intentional == "no" {
		title += "; not on purpose"
	}
	return title
}

// takenTitle says who took it up, as far as the story knows.
func takenTitle(st *playbook.Story) string {
	switch st.Outcome {
	case playbook.NotFollowed:
		return "Nobody took it up"
	case playbook.Followed:
		return takers(st.Followers) + " took it up"
	case playbook.PartlyFollowed:
		return takers(st.Followers) + " took it up, in part"
	}
	return "Nobody knows whether others took it up"
}

func takers(f playbook.Followers) string {
	switch f {
	case "one":
		return "One person"
	case "few":
		return "A few"
	case "many":
		return "Many"
	}
	return "Others"
}

// takenNote says what that means for leadership. Of service nobody asks for a follower, and
// of somebody in charge nobody can tell whether the act was followed or the position.
func takenNote(e *playbook.Entry, state string) string {
	service := e.Derived.Lens == playbook.LensService
	switch state {
	case "formal":
		return "It was not influence alone: whoever did it was in charge, and the position may have been followed rather than the act."
	case "sold":
		return "Here leadership ended: they had bought the idea."
	case "partly":
		return "Here leadership ended, as far as it went: part of the ticket was sold."
	case "unsold":
		if service {
			return "No ticket was sold. An act of service can do without."
		}
		return "No ticket was sold, so it stayed an attempt."
	}
	if service {
		return "An act of service may have no follower that one can see."
	}
	return "Whether a ticket was sold is not known."
}

// nextTitle introduces what the section “If nobody followed” says. Whoever does not know, or
// was followed by some, has not always said there what to try next.
func nextTitle(st *playbook.Story) string {
	if st.Outcome == playbook.NotFollowed {
		return "What the teller would try next"
	}
	return playbook.SectionNobody
}

// markWords stand at the headings of a story's text, where the line passes them.
var markWords = map[string]string{
	"sold": "leadership ended here", "partly": "leadership ended here, as far as it went", "formal": "not influence alone",
	"unsold": "nobody took it up", "unknown": "nobody knows", "hat": "another hat",
}
