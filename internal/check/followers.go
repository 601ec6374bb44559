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
	own: func(f *file) {
		if f.Story == nil || !f.influence || !somebodyFollowed(f.Story) || f.Story.Followers != "" || f.given("followers") {
			return
		}
		outcome := string(f.Story.Outcome)
		f.field("outcome", outcome, fmt.Sprintf("the outcome is “%s”, but nothing says who did", outcome),
			"add followers: one, few or many; or set outcome to not-followed or unknown")
	},
}

func somebodyFollowed(s *playbook.Story) bool {
	return s.Outcome == playbook.Followed || s.Outcome == playbook.PartlyFollowed
}
