package check

import (
	"slices"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// knownTeam holds stories to the teams of playbook.yaml, if it lists any: what is
// proven is counted by teams, so one team must not have two names.
var knownTeam = rule{
	Rule: diag.Rule{
		Code: "unknown-value", Severity: diag.Error,
		Why: "a value outside its vocabulary is found by no filter and counted nowhere",
		Fix: "use one of the values the message names, or add yours to playbook.yaml",
	},
	entry: func(c *checker, e *playbook.Entry) {
		teams := c.p.Settings.Teams
		if e.Story == nil || e.Story.Team == "" || len(teams) == 0 || slices.Contains(teams, e.Story.Team) {
			return
		}
		hint := diag.DidYouMean(e.Story.Team, teams)
		if hint == "" {
			hint = "add it to teams in content/playbook.yaml"
		}
		c.field(e, "team", e.Story.Team, "unknown team “"+e.Story.Team+"”", hint)
	},
}
