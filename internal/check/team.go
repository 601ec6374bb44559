package check

import (
	"slices"

	"github.com/microleadership/playbook/internal/diag"
)

// knownTeam holds stories to the teams of playbook.yaml, if it lists any: what is
// proven is counted by teams, so one team must not have two names.
var knownTeam = rule{
	Rule: diag.Rule{
		Code: "unknown-value", Severity: diag.Error,
		Why: "a value outside its vocabulary is found by no filter and counted nowhere",
		Fix: "use one of the values the message names, or add yours to playbook.yaml",
	},
	own: func(f *file) {
		teams := f.house.Teams
		if f.Story == nil || f.Story.Team == "" || len(teams) == 0 || slices.Contains(teams, f.Story.Team) {
			return
		}
		hint := diag.DidYouMean(f.Story.Team, teams)
		if hint == "" {
			hint = "add it to teams in content/playbook.yaml"
		}
		f.field("team", f.Story.Team, "unknown team “"+f.Story.Team+"”", hint)
	},
}
