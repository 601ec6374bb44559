package check

import (
	"github.com/microleadership/playbook/internal/diag"
)

var heroTalk = phraseRule(diag.Rule{
	Code: "hero-talk", Severity: diag.Warning,
	Why: "tales of heroes and visions tell readers that leading is for somebody else",
	Fix: "tell the small act, and leave the praise out",
}, &heroPhrases, "tell the act itself, as small as it was", (*file).influenceAct)

var heroPhrases = phraseTable{
	{"makes somebody a hero", []string{
		"single handedly", "singlehandedly",
		"saved the (day|team|company|project|department|situation)",
		"a (true|born|great|natural|real|visionary|charismatic|fearless|heroic|legendary|inspirational) leader",
		"(natural|born) leaders",
		"a natural born leader", "larger than life",
		"(became|become|was|am|is) (a|the) hero",
		"a (superhero|saviour|savior|genius|legend)", "a game changer",
		"(rallied|rally) the troops",
		"changed everything", "everything changed",
		"only i (could|saw|knew|understood)",
	}},
	{"is talk of a vision", []string{
		"(my|our|his|her|a|the) (bold|grand|great|compelling|inspiring|clear) vision",
		"my vision", "i had a vision", "visionary",
		"(shared|share|sold|communicated|articulated) (my|a|the|his|her) vision",
		"(inspired|inspire|inspiring) (everyone|everybody)",
		"(my|his|her|with|has|had) charisma",
	}},
}
