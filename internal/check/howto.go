package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var howToTeaching = phraseRule(diag.Rule{
	Code: "how-to-teaching", Severity: diag.Warning,
	Why: "showing people how a task is done is training or coaching, another hat than the one that won them over",
	Fix: "set hat_after to the role that was put on, and tell it under “Afterwards”",
}, &howToPhrases, "set hat_after to training, coaching or what it was, and tell it under “Afterwards”",
	func(f *file) bool {
		return f.influenceStory() && f.Story.HatAfter == playbook.HatNone
	})

var howToPhrases = phraseTable{
	{"is teaching, and hat_after says none", []string{
		"i (showed|taught|explained) (them|him|her|everyone|people) how to",
		"i (showed|taught) the (team|group|others) how to",
		"i taught (them|him|her|everyone|people|the)",
		"i (trained|coached|mentored|tutored) (them|him|her|everyone|people|the|two|three|several|my)",
		"i (walked|guided|talked|took) (them|him|her|everyone) through (it|the|each|every)",
		"i (ran|held|gave|organised|organized) (a|the|some|two|several) (training|trainings|workshop|workshops|course|courses|tutorial|lesson|lessons)",
		"i wrote (a|the) (tutorial|manual)",
		"step by step instructions",
	}},
	{"is facilitating, and hat_after says none", []string{
		"i (facilitated|moderated) (a|the|our|their|several|every)",
		"i helped (them|him|her|everyone) (implement|introduce|install|roll)",
	}},
}
