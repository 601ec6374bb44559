package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var followers = rule{
	Rule: diag.Rule{
		Code: "followers", Severity: diag.Error,
		Why: "influence exists only where somebody follows, so a story that claims it says how many did",
		Fix: "add followers: one, few or many; or set outcome to not-followed or unknown",
	},
	entry: func(c *checker, e *playbook.Entry) {
		if e.Story == nil || !c.influence(e) || !somebodyFollowed(e.Story) || e.Story.Followers != "" || c.given(e, "followers") {
			return
		}
		outcome := string(e.Story.Outcome)
		c.field(e, "outcome", outcome, fmt.Sprintf("the outcome is “%s”, but nothing says who did", outcome),
			"add followers: one, few or many; or set outcome to not-followed or unknown")
	},
}

func somebodyFollowed(s *playbook.Story) bool {
	return s.Outcome == playbook.Followed || s.Outcome == playbook.PartlyFollowed
}
