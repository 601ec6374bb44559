package check

import (
	"github.com/microleadership/playbook/internal/diag"
)

var commandWords = phraseRule(diag.Rule{
	Code: "command-words", Severity: diag.Warning,
	Why: "an order is authority at work, not influence, and readers without authority cannot copy it",
	Fix: "tell what was shown, asked or suggested",
}, &commandPhrases, "tell what you showed, asked or suggested; whoever decided should be the others", (*file).influenceStory)

var commandPhrases = phraseTable{
	{"is an order given", []string{
		"i (told|ordered|instructed|commanded|directed) (them|him|her|everyone|everybody|people) to",
		"i (told|ordered|instructed|commanded|directed) the (team|group|others) to",
		"i (told|ordered|instructed|directed) my (team|colleague|colleagues|people|staff) to",
		"i (made|forced) (them|him|her|everyone|everybody|people) (do|use|stop|start|follow|change|attend)",
		"i had (them|him|her|everyone) (do|redo|sign|report)",
		"i required (them|him|her|everyone|people|that)",
		"i insisted that (they|he|she|everyone|we)",
		"i gave (them|him|her|everyone) (orders|instructions)",
		"i demanded (that|to)",
	}},
	{"is a decision made for others", []string{
		"i decided that (we|they|everyone|everybody|people|the)",
		"i (mandated|decreed|enforced|imposed)",
		"i made it (mandatory|compulsory|obligatory)",
		"i (forbade|banned|prohibited)",
		"i assigned (them|him|her|everyone|people|tasks|the)",
		"i delegated",
		"i put (him|her|them) in charge",
	}},
}
