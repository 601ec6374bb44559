package pages

import "github.com/microleadership/playbook/internal/playbook"

// privacyStep is where the form says what is promised.
const privacyStep = "names"

// storySteps are the steps of the form: first what happened, as one would tell it, then
// what readers find it by, last what may be known of whom.
var storySteps = []struct {
	id, title, text string
	fields          []string
}{
	{
		"beginning", "Where it began", "Readers look for a moment like their own. Show them yours.",
		[]string{playbook.SectionSituation},
	},
	{
		"act", "What was done", "This is the part that somebody else can do too.",
		[]string{playbook.SectionDid, "way", "style"},
	},
	{
		"change", "What came of it", "If nobody followed, it is an attempt. The next person in the same place can learn as much from that.",
		[]string{"outcome", playbook.SectionChanged, "followers"},
	},
	{
		"after", "And then", "Leading ends where others take it up. What comes then is another job; where nobody did, it is another try.",
		[]string{"hat_after", playbook.SectionAfterwards, playbook.SectionNobody},
	},
	{
		"others", "The others", "So that readers find stories about people like theirs.",
		[]string{"toward", "action", "magnitude", "receptivity"},
	},
	{
		"moment", "The moment", "So that readers know how much of it carries over to them.",
		[]string{"authority", "setting", "intentional", "told_by", "when"},
	},
	{
		"ideas", "The ideas in it", "Your story will stand beside the ideas that it shows at work.",
		[]string{"principles", "examples"},
	},
	{
		"title", "What to call it", "What people see before they read it, and what they type to find it.",
		[]string{"title", "summary", "asks", "tags"},
	},
	{
		privacyStep, "Who may be known", "What you choose here is a promise. The whole site keeps it, and the checker looks after it.",
		[]string{"credit", "authors", "team", "people", "consent"},
	},
}

// storyKinds are the fields that are not answered by one choice, one line or a section.
var storyKinds = map[string]string{
	"summary": "short", "asks": "lines", "authors": "lines", "tags": "words", "consent": "agree",
	"toward": "many", "style": "many", "principles": "many", "examples": "many",
}

// storyConditions are the questions that only some answers make sense of.
var storyConditions = map[string]string{
	"style":                    "way=by-suggestion",
	"followers":                "outcome=followed,partly",
	"authors":                  "credit=named",
	"hat_after":                "outcome=followed,partly,unknown",
	playbook.SectionNobody:     "outcome=not-followed,unknown",
	playbook.SectionAfterwards: "hat_after=training,coaching,facilitating,managing,catalyst",
}

// neededOfStory are the fields and sections that a story is not complete without.
var neededOfStory = []string{
	playbook.SectionSituation, playbook.SectionDid, playbook.SectionChanged,
	"title", "summary", "principles", "way", "toward", "action", "magnitude", "outcome", "authority", "hat_after", "credit", "people", "consent",
}

// storyOtherwise are the answers to questions that other answers leave no room for: nobody
// goes on to teach what nobody took up.
var storyOtherwise = map[string]string{"hat_after": "none"}

// shareWords ask where a form can do with less than a file: it knows what day it is, and
// shows a question only when it is one.
var shareWords = map[string][2]string{
	"consent":                  {"May it be published?", ""},
	"followers":                {"How many followed?", ""},
	"style":                    {"What did the suggestion lean on?", "Choose all that fit."},
	"authors":                  {"What name should stand there?", "As it should be read. One to a line, if you tell it together."},
	playbook.SectionNobody:     {"What would you try next time?", "Other words, another moment, somebody else to begin with?"},
	playbook.SectionAfterwards: {"What did you do in that other job?", "A few words are enough. It tells readers where leading ended."},
}

// toldAs is how a page names who told its story.
var toldAs = map[string]string{
	"named": "Told by", "team": "Told by the team", "pseudonym": "Told under another name", "anonymous": "Told anonymously",
}

// choiceHelp says what follows from a choice.
var choiceHelp = map[string]string{
	"credit=named":       "The page says “Told by” and your name.",
	"credit=team":        "The page says “Told by the team” and which, and names no person.",
	"credit=pseudonym":   "The page says “Told under another name”, and no more.",
	"credit=anonymous":   "The page says “Told anonymously”. Neither your name nor when the file was changed is shown.",
	"people=none":        "It is about you alone, or about people whom nobody could point at.",
	"people=consented":   "They have read it and said yes.",
	"people=disguised":   "Names, jobs and details are changed, so that even colleagues would have to guess.",
	"authority=formal":   "Tell it all the same. It says so on the page, because an order works in another way.",
	"outcome=unknown":    "It stands among the attempts until somebody knows.",
	"magnitude=moderate": "Anything larger is hard for a reader to try.",
}
