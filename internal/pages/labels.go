package pages

import (
	"slices"
	"strconv"
	"strings"

	"github.com/microleadership/playbook/internal/playbook"
)

// labels say in a reader's words what front matter says in an author's. Values of the
// vocabularies that a team may extend bring their own.
var labels = map[string]map[string]string{
	"lens": {"influence": "Influence", "service": "Service"},
	"way":  {"by-example": "By example", "by-suggestion": "By suggestion"},
	"action": {
		"think": "Think differently", "start": "Start something", "change": "Change how it is done", "stop": "Stop something",
	},
	"magnitude":   {"tiny": "Tiny", "small": "Small", "moderate": "Moderate"},
	"receptivity": {"open": "Open", "unsure": "Unsure", "nervous": "Nervous", "resistant": "Resistant"},
	"style": {
		"facts": "Facts", "enthusiasm": "Enthusiasm", "credibility": "Credibility", "reassurance": "Reassurance", "question": "A question",
	},
	"outcome": {
		"followed": "People followed", "partly": "Some followed", "not-followed": "Nobody followed", "unknown": "Nobody knows",
	},
	"followers": {"one": "One person", "few": "A few", "many": "Many"},
	"authority": {"none": "None", "formal": "Formal"},
	"hat": {
		"none": "None: it ended there", "training": "Training", "coaching": "Coaching", "facilitating": "Facilitating",
		"managing": "Managing", "catalyst": "Catalyst",
	},
	"intentional": {"yes": "Yes", "no": "No", "unknown": "Hard to say"},
	"told-by":     {"actor": "The person who did it", "follower": "Someone who followed", "observer": "Someone who watched"},
	"maturity":    {"idea": "Idea", "illustrated": "Illustrated", "attested": "Attested", "proven": "Proven"},
	"kind":        {"principle": "Principle", "example": "Example", "story": "Story", "page": "Page"},
}

// names say what a value is about. The glossary may explain a name under its own
// term, which stands after it.
var names = map[string][2]string{
	"lens":        {"Lens", "lens"},
	"way":         {"How", "way"},
	"toward":      {"Toward", ""},
	"action":      {"To make them", ""},
	"magnitude":   {"Size of the change", "magnitude"},
	"receptivity": {"How ready they are", "receptivity"},
	"style":       {"Persuades by", "style"},
	"setting":     {"Where", ""},
	"outcome":     {"Outcome", "follower"},
	"followers":   {"Who followed", "follower"},
	"authority":   {"Authority over them", "formal authority"},
	"hat":         {"Other hat afterwards", "hat"},
	"intentional": {"On purpose", ""},
	"told-by":     {"Told by", ""},
	"when":        {"When", ""},
	"team":        {"Team", ""},
	"maturity":    {"Maturity", "maturity"},
	"kind":        {"Kind", ""},
}

// KindLabel is what readers call a kind.
func KindLabel(k playbook.Kind) string { return kindLabels[string(k)] }

var kindLabels = labels["kind"] // every card asks

// FacetLabel is what readers call a facet.
func FacetLabel(name string) string { return names[name][0] }

// Label is what readers see for a value of a facet.
func Label(settings playbook.Settings, name, value string) string {
	switch name {
	case "toward":
		return vocabularyLabel(settings.Vocabularies.Toward, value, "Somebody else")
	case "setting":
		return vocabularyLabel(settings.Vocabularies.Setting, value, "Somewhere else")
	}
	if l, ok := labels[name][value]; ok {
		return l
	}
	return value
}

// labelLang is the playbook's language for a label that the team wrote, and "" for ours.
func labelLang(settings playbook.Settings, name, value string) string {
	var ours []playbook.Value
	switch name {
	case "toward":
		ours = playbook.DefaultSettings().Vocabularies.Toward
	case "setting":
		ours = playbook.DefaultSettings().Vocabularies.Setting
	default:
		return ""
	}
	ours = append(ours, playbook.Value{ID: playbook.Other, Label: Label(playbook.Settings{}, name, playbook.Other)})
	if slices.Contains(ours, playbook.Value{ID: value, Label: Label(settings, name, value)}) {
		return ""
	}
	return settings.Language
}

// vocabularyLabel also knows what values are merged into, unless the team has a value of that name.
func vocabularyLabel(values []playbook.Value, id, other string) string {
	for _, v := range values {
		if v.ID == id && v.Label != "" {
			return v.Label
		}
	}
	if id == playbook.Other {
		return other
	}
	words := strings.ReplaceAll(id, "-", " ")
	return strings.ToUpper(words[:min(1, len(words))]) + words[min(1, len(words)):]
}

// count says a number with its noun: 1 example, 3 examples.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// enumerate joins parts as a sentence does: a, b and c.
func enumerate(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + " and " + parts[last]
}
