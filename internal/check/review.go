package check

import (
	"github.com/microleadership/playbook/internal/diag"
)

var reviewOverdue = rule{
	Rule: diag.Rule{
		Code: "review-overdue", Severity: diag.Warning,
		Why: "its author asked for it to be read again by a day that has passed",
		Fix: "read it again, correct it, and set review_by to a later day",
	},
	own: func(f *file) {
		if f.house.today != "" && f.ReviewBy != "" && f.ReviewBy < f.house.today {
			f.field("review_by", string(f.ReviewBy), "the review was due on "+string(f.ReviewBy),
				"read the entry again, and set review_by to a later day")
		}
	},
}
