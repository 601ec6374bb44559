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
	entry: func(c *checker, e *playbook.Entry) {
		s := e.Situation
		if s == nil || !c.influence(e) {
			return
		}
		switch {
		case s.Way == playbook.ByExample && len(s.Style) > 0:
			c.field(e, "style", "", "the way is by example, so it has no style", "remove style, or set way to by-suggestion")
		case s.Way == playbook.BySuggestion && len(s.Style) == 0 && !c.given(e, "style"):
			c.field(e, "way", string(s.Way), "the way is by suggestion, and its style is missing",
				"add style: one or more of facts, enthusiasm, credibility, reassurance, question")
		}
	},
}
