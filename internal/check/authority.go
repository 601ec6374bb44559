package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var formalAuthority = rule{
	Rule: diag.Rule{
		Code: "formal-authority", Severity: diag.Warning,
		Why: "who could have given an order cannot know whether people followed the idea or the position",
		Fix: "tell a story without authority over the others, or set lens to service",
	},
	own: func(f *file) {
		if f.Story != nil && f.influence && f.Story.Authority == playbook.AuthorityFormal {
			f.field("authority", string(playbook.AuthorityFormal), "the teller had formal authority over those who followed",
				"influence works without it; tell of an act towards peers or a boss, or set lens to service")
		}
	},
}
