package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var consent = rule{
	Rule: diag.Rule{
		Code: "consent", Severity: diag.Error,
		Why: "a story belongs to whoever lived it, and is published only when they agreed",
		Fix: "add consent with the day it was given, or set review to submitted",
	},
	own: func(f *file) {
		if s := f.Story; s != nil && s.Review == playbook.ReviewAccepted && s.Consent == "" && !f.given("consent") {
			f.field("review", string(s.Review), "the story is accepted without consent",
				"add consent with the day it was given, like 2026-03-09, or set review to submitted")
		}
	},
}
