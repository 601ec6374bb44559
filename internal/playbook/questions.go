package playbook

// Question asks a teller for one part of a story, in words that need no knowledge of the
// model. The form of share.html, the issue forms and the import all ask and understand the
// same ones, so a story means the same whichever way it comes.
type Question struct {
	Field   string // of the front matter, or the heading of a section
	Ask     string // “What happened?”
	Help    string // a line below it; "" where the question says enough
	Section bool   // the answer is a section of the text
}

// The sections of a story, by the headings that the checker knows.
const (
	SectionSituation  = "Situation"
	SectionDid        = "What I did"
	SectionChanged    = "What changed"
	SectionAfterwards = "Afterwards"
	SectionNobody     = "If nobody followed"
)

// Questions are all that a teller can answer, in the order in which one tells a story: what
// happened, then what kind of moment it was, then what may be said about whom. What a
// reviewer decides (lens, related, review, provenance) is not asked.
func Questions() []Question {
	return []Question{
		{SectionSituation, "What was going on?", "Where were you, and between whom did it happen? No names, no exact dates.", true},
		{SectionDid, "What did you say or do?", "The words or the act as they were, not what was meant by them. A sentence is enough.", true},
		{SectionChanged, "What changed afterwards?", "Who did what differently? If nobody did, say so: an honest attempt is worth reading.", true},
		{SectionAfterwards, "What happened after that?", "If you then taught, coached, organised or managed it, tell that here. It was another job.", true},
		{SectionNobody, "If nobody followed: what would you try next time?", "Leave it empty if somebody followed.", true},
		{Field: "title", Ask: "What would you call this story?", Help: "A few words: “The map on the wall”. No names."},
		{Field: "summary", Ask: "How would you tell it in one or two sentences?", Help: "It is what people see before they open the story."},

		{Field: "outcome", Ask: "Did anybody follow?", Help: "It counts only if somebody thought or acted differently, and no is a good answer too."},
		{Field: "followers", Ask: "How many followed?", Help: "Only if somebody did."},
		{Field: "way", Ask: "How did it happen?", Help: "Others saw it and did likewise, or somebody suggested it."},
		{Field: "style", Ask: "What did the suggestion lean on?", Help: "Only for a suggestion. Choose all that fit."},
		{Field: "toward", Ask: "Who was it about?", Help: "Those who were to think or act differently. Choose all that fit."},
		{Field: "action", Ask: "What were they to do?", Help: "Think differently, start something, change how it is done, or stop."},
		{Field: "magnitude", Ask: "How big was the change?", Help: "Small is good: small changes happen."},
		{Field: "receptivity", Ask: "How ready were they to hear it?"},
		{Field: "setting", Ask: "Where did it happen?"},
		{Field: "authority", Ask: "Could you have ordered it instead?", Help: "Whether the person who did it was in charge of the others."},
		{Field: "hat_after", Ask: "Once they were convinced, did you take on another job?", Help: "Convincing ends where others take it up; what comes then is another hat."},
		{Field: "intentional", Ask: "Was it on purpose?", Help: "Much of it happens without meaning to."},
		{Field: "told_by", Ask: "Who are you in this story?"},
		{Field: "when", Ask: "When was it, roughly?", Help: "A year or a quarter: 2025 or 2025-Q3. Nothing finer, so that nobody can be found by it."},

		{Field: "principles", Ask: "Which ideas does it show at work?", Help: "Choose at least one if you can. Whoever reviews it helps."},
		{Field: "examples", Ask: "Did you try one of these examples?"},
		{Field: "asks", Ask: "What would somebody in your place search for?", Help: "One to a line, in their words: “my teammate never speaks up”."},
		{Field: "tags", Ask: "Which keywords fit?", Help: "A few, with commas between them: meetings, handover."},

		{Field: "credit", Ask: "How may you be named?", Help: "It is a promise, and the whole site keeps it. If in doubt: not at all."},
		{Field: "authors", Ask: "What name should stand there?", Help: "Only if you want to be named. Leave it empty otherwise."},
		{Field: "team", Ask: "Which team was it in?", Help: "Only if it may be known. “A hotel kitchen” is fine."},
		{Field: "people", Ask: "Can others in it be recognised?", Help: "If so, they have to agree before it is published."},
		{Field: "consent", Ask: "On which day did you agree that it may be published?", Help: "Write it as 2026-03-09. A reviewer may ask you again."},
	}
}

// Ask finds the question about a field or section.
func Ask(field string) (Question, bool) {
	for _, q := range Questions() {
		if q.Field == field {
			return q, true
		}
	}
	return Question{}, false
}

// choices say the values of the fixed sets as a teller would.
var choices = map[string]map[string]string{
	"way": {
		"by-example":    "Others saw it and did likewise",
		"by-suggestion": "Somebody suggested it, or asked",
	},
	"action": {
		"think":  "Think differently",
		"start":  "Start something",
		"change": "Change how something is done",
		"stop":   "Stop something",
	},
	"magnitude": {
		"tiny":     "Tiny: a moment, nothing to plan",
		"small":    "Small: a habit of a few people",
		"moderate": "Moderate: it took some getting used to",
	},
	"receptivity": {
		"open":      "They were open to it",
		"unsure":    "They were unsure",
		"nervous":   "They were nervous about it",
		"resistant": "They were against it",
	},
	"style": {
		"facts":       "Facts",
		"enthusiasm":  "Enthusiasm",
		"credibility": "Being trusted in the matter",
		"reassurance": "Taking away a worry",
		"question":    "A question",
	},
	"outcome": {
		"followed":     "Yes, they did",
		"partly":       "Some did, or a part of it stayed",
		"not-followed": "No, nobody did",
		"unknown":      "I do not know",
	},
	"followers": {"one": "One person", "few": "A few", "many": "Many"},
	"authority": {
		"none":   "No, it was not mine to order",
		"formal": "Yes, I was in charge",
	},
	"hat_after": {
		"none":         "No, it ended there",
		"training":     "I trained others in it",
		"coaching":     "I coached somebody",
		"facilitating": "I led meetings about it",
		"managing":     "I managed it from then on",
		"catalyst":     "I kept it moving among others",
	},
	"intentional": {"yes": "Yes", "no": "No, it just happened", "unknown": "Hard to say"},
	"told_by": {
		"actor":    "I did it",
		"follower": "I followed",
		"observer": "I watched it happen",
	},
	"credit": {
		"named":     "With my name",
		"team":      "Only my team",
		"pseudonym": "With a name I made up",
		"anonymous": "Not at all",
	},
	"people": {
		"none":      "There is nobody to recognise",
		"consented": "Yes, and they have agreed",
		"disguised": "No, I changed what would tell",
	},
}

// Choice says a value of a fixed set as a teller would, or "" if there is none such.
func Choice(field, value string) string { return choices[field][value] }

// Choice says a value as a teller would, also of the vocabularies that the team extends.
func (s Settings) Choice(field, value string) string {
	for _, v := range s.vocabulary(field) {
		if v.ID == value && v.Label != "" {
			return v.Label
		}
	}
	if c := Choice(field, value); c != "" {
		return c
	}
	return value
}

// Choices lists the values that a field of a story may have, in their order; nil where any
// text may stand.
func (s Settings) Choices(field string) []string {
	switch field {
	case "toward", "setting":
		var out []string
		for _, v := range s.vocabulary(field) {
			out = append(out, v.ID)
		}
		return out
	}
	if set, ok := closedSets[field]; ok {
		return set.Values()
	}
	return nil
}

// closedSets are the fields of a story whose values the essays fix.
var closedSets = map[string]interface{ Values() []string }{
	"way": Way(""), "action": Action(""), "magnitude": Magnitude(""), "receptivity": Receptivity(""), "style": Style(""),
	"outcome": Outcome(""), "followers": Followers(""), "authority": Authority(""), "hat_after": Hat(""),
	"intentional": Intention(""), "told_by": Teller(""), "credit": Credit(""), "people": People(""),
}

func (s Settings) vocabulary(field string) []Value {
	switch field {
	case "toward":
		return s.Vocabularies.Toward
	case "setting":
		return s.Vocabularies.Setting
	}
	return nil
}
