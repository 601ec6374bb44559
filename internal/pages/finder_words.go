package pages

import (
	"strconv"

	"github.com/microleadership/playbook/internal/playbook"
)

// foundKinds are what the finder finds, in the order in which a cell shows them.
var (
	foundKinds = [...]playbook.Kind{playbook.KindExample, playbook.KindStory}
	foundNouns = [...][2]string{{"example", "examples"}, {"story", "stories"}}
)

// degrees are how ready people can be, the most ready first, and last what does not ask:
// who shows something needs nobody's readiness, and such entries leave the field empty.
func degrees() []string { return append(playbook.Receptivity("").Values(), "") }

// A form asks a teller what was; the finder asks what is, of somebody who is about to act.
var (
	degreeTitles = map[string]string{
		"open": "If they are open to it", "unsure": "If they are unsure", "nervous": "If they are nervous about it", "resistant": "If they are against it",
		"": "However they feel about it",
	}
	degreeAnswers = map[string]string{"open": "Open to it", "unsure": "Unsure", "nervous": "Nervous about it", "resistant": "Against it"}
)

// finderQuestions ask for what the page shows: every audience, also one that there is
// nothing for yet, for the page says so.
func (s *site) finderQuestions(shown []FinderAudience) []FinderQuestion {
	who := FinderQuestion{Name: "toward", Ask: "Who is it about?", Any: "Anybody"}
	for _, a := range shown {
		who.Options = append(who.Options, FinderOption{a.Value, a.Title, a.Lang})
	}
	ready := FinderQuestion{Name: "receptivity", Ask: "How ready are they to hear it?", Any: "Hard to tell"}
	for _, v := range playbook.Receptivity("").Values() {
		ready.Options = append(ready.Options, FinderOption{Value: v, Label: degreeAnswers[v]})
	}
	what := FinderQuestion{Name: "action", Ask: "What are they to do?", Any: "Anything"}
	for _, v := range playbook.Action("").Values() {
		what.Options = append(what.Options, FinderOption{Value: v, Label: labels["action"][v]})
	}
	return []FinderQuestion{who, ready, what}
}

// audienceID is where an audience stands on the page. Headings of the introduction have one
// hyphen between words, never two, so that no id stands twice.
func audienceID(value string, taken map[string]bool) string {
	id := "to--" + playbook.Slug(value)
	for n := 2; taken[id]; n++ {
		id = "to--" + playbook.Slug(value) + "--" + strconv.Itoa(n)
	}
	taken[id] = true
	return id
}
