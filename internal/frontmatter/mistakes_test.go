package frontmatter_test

import (
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/playbook"
)

// One run over one bad story: every mistake, at its line and column of the file.
func TestAllMistakesOfAFile(t *testing.T) {
	src := "\uFEFF\r\n" + strings.ReplaceAll(`---
titel: The quiet “one”
summary: ""
principles: ask-a-supportive-question
examples: [größe, 2025]
way: by-sugestion
toward: [peer, boss, custommer]
action: [start]
magnitude:
style: [question]
setting: meting
outcome: followed
followers: few
authority: none
hat_after: none
credit: named
credit: team
people: none
consent: 2026-02-30
when: 2025-03
provenance: submitted
related:
  - {to: x, rel: contrast}
  - rel: see-also
sources:
  - {titel: "Größe", quoted: [x]}
draft: yes
---
body
`, "\n", "\r\n")
	_, list := parse(playbook.KindStory, src)
	placed(t, src, list)
	sameLines(t, `
		3:1+5 unknown-field: unknown field “titel” (did you mean “title”?)
		4:10+2 empty-field: “summary” is empty (at most two sentences: the card, the search result and the feed text)
		5:13+25 wrong-type: “principles” is a list, found text (write a list: principles: [ask-a-supportive-question])
		6:19+4 wrong-type: “examples[1]” is text, found a number (put it in quotes: "2025")
		7:6+12 unknown-value: “way” cannot be “by-sugestion” (did you mean “by-suggestion”?)
		8:22+9 unknown-value: “toward[2]” cannot be “custommer” (known: peer, boss, newcomer, group)
		9:9+1 wrong-type: “action” takes one value, found a list
		10:1+9 empty-field: “magnitude” is empty (how large the change is)
		12:10+6 unknown-value: “setting” cannot be “meting” (did you mean “meeting”?)
		18:1+6 duplicate-key: “credit” is given twice (the first stands on line 17; keep one)
		20:10+10 wrong-type: “consent” is wrong: "2026-02-30" is not a day like 2026-03-09
		21:7+7 wrong-type: “when” is wrong: "2025-03" is not a year or a quarter, like 2025 or 2025-Q3
		24:18+8 unknown-value: “related[0].rel” cannot be “contrast” (did you mean “contrasts”?)
		25:5+1 missing-field: “related[1].to” is missing (the other entry: its id, or kind folder and id (principles/lead-by-example))
		27:6+5 unknown-field: unknown field “titel” (did you mean “title”?)
		27:30+1 wrong-type: “sources[0].quoted” takes one value, found a list
		27:5+1 missing-field: “sources[0].title” is missing (author and title, as one would cite it)
		28:8+3 wrong-type: “draft” is true or false, found “yes” (write true or false)
		3:1+1 missing-field: “title” is missing (what the entry is called)
		3:1+1 missing-field: “review” is missing (only accepted stories are published)
	`, list)
}

// A field of another kind is unknown here, whatever it is elsewhere.
func TestFieldsBelongToTheirKind(t *testing.T) {
	common := "---\ntitle: T\nsummary: S\n"
	_, list := parse(playbook.KindPage, common+"act: Ask\n---\n")
	sameLines(t, `4:1+3 unknown-field: unknown field “act” (remove it; playbook schema lists the fields there are)`, list)
	_, list = parse(playbook.KindPrinciple, common+"lens: service\nstatement: S\npractice: P\nway: by-example\n---\n")
	sameLines(t, `7:1+3 unknown-field: unknown field “way” (remove it; playbook schema lists the fields there are)`, list)
	got, list := parse(playbook.KindExample, common+"principles: [a]\nact: Ask\nway: by-example\ntoward: [peer]\naction: start\nmagnitude: tiny\n---\n")
	sameLines(t, "", list)
	if got.Entry.Situation.Toward[0] != "peer" || got.Entry.Example.Act != "Ask" || got.Entry.Story != nil {
		t.Errorf("read %+v", got.Entry)
	}
}

// The values that a team may extend come from its configuration, not from the code.
func TestVocabularyIsTheTeams(t *testing.T) {
	src := "---\ntitle: T\nsummary: S\nprinciples: [a]\nact: Ask\nway: by-example\ntoward: [customer]\naction: start\nmagnitude: tiny\n---\n"
	_, list := parse(playbook.KindExample, src)
	sameLines(t, `7:10+8 unknown-value: “toward[0]” cannot be “customer” (known: peer, boss, newcomer, group)`, list)
	team := vocabularies()
	team["toward"] = append(team["toward"], "customer")
	_, list = parseWith(team, playbook.KindExample, src)
	sameLines(t, "", list)
}

// A mistake of syntax hides what fields there are, so missing ones are not claimed.
func TestSyntaxMistakeStandsAlone(t *testing.T) {
	_, list := parse(playbook.KindStory, "---\ntitle: a: b\n---\n")
	sameLines(t, `2:9+1 syntax: a colon inside a value (put the value in quotes: title: "One: two")`, list)
	_, list = parse(playbook.KindStory, "\n\n+++\ntitle = \"ä\" b\n+++\n")
	sameLines(t, `4:13+1 syntax: text after the end of a value (put all of the value in one pair of quotes)`, list)
}

func TestEmptyBlock(t *testing.T) {
	for _, src := range []string{"---\n---\nbody\n", "---\n# a comment\n---\nbody\n", "+++\n+++\nbody\n", "+++\n\n+++\nbody\n"} {
		got, list := parse(playbook.KindPage, src)
		sameLines(t, `
			2:1+1 missing-field: “title” is missing (what the entry is called)
			2:1+1 missing-field: “summary” is missing (at most two sentences: the card, the search result and the feed text)`, list)
		if got.Entry.Title != "about" || string(got.Body) != "body\n" {
			t.Errorf("%q: %+v", src, got)
		}
	}
}
