package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var oneStyle = phraseRule(diag.Rule{
	Code: "one-style", Severity: diag.Warning,
	Why: "what persuades depends on the audience, the action and the size of the change; no style works everywhere",
	Fix: "say for whom it worked, and when it would not",
}, &oneStylePhrases, "say for whom and when it works, and when it does not",
	func(f *file) bool {
		return f.Kind != playbook.KindPage && f.influence && f.english()
	})

var oneStylePhrases = phraseTable{
	{"claims that one way always works", []string{
		"(always|invariably) (works|succeeds|persuades|convinces)",
		"will always (work|succeed|persuade|convince)",
		"(works|work) (every|each) time",
		"(works|work) (for|with|on) (everyone|everybody|anyone|anybody)",
		"(works|work) in (every|any|all) (situation|situations|team|teams|company|culture)",
		"(never|cannot|can't) (fails|fail)",
		"(guaranteed|certain|sure) to (work|succeed|persuade|convince)",
		"(foolproof|surefire)",
		"a sure fire",
	}},
	{"claims that there is one right way", []string{
		"the (only|best|right) way to (persuade|convince|influence|lead)",
		"the (only|one|best) style",
		"the secret (of|to) (leadership|influence|persuasion|persuading|leading)",
		"nobody can resist", "no one can resist",
	}},
}
