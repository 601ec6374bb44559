package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var style = rule{
	Rule: diag.Rule{
		Code: "style", Severity: diag.Error,
		Why: "an example persuades by what it is; only a suggestion needs a style, and which one is what readers look for",
		Fix: "give style to a suggestion, and leave it out by example",
	},
	own: func(f *file) {
		s := f.Situation
		if s == nil || !f.influence {
			return
		}
		switch {
		case s.Way == playbook.ByExample && len(s.Style) > 0:
			f.field("style", "", "the way is by example, so it has no style", "remove style, or set way to by-suggestion")
		case s.Way == playbook.BySuggestion && len(s.Style) == 0 && !f.given("style"):
			f.field("way", string(s.Way), "the way is by suggestion, and its style is missing",
				"add style: one or more of facts, enthusiasm, credibility, reassurance, question")
		}
	},
}
