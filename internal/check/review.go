package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

var reviewOverdue = rule{
	Rule: diag.Rule{
		Code: "review-overdue", Severity: diag.Warning,
		Why: "its author asked for it to be read again by a day that has passed",
		Fix: "read it again, correct it, and set review_by to a later day",
	},
	entry: func(c *checker, e *playbook.Entry) { // not of the file alone: the day changes without it
		if c.today != "" && e.ReviewBy != "" && e.ReviewBy < c.today {
			c.field(e, "review_by", string(e.ReviewBy), "the review was due on "+string(e.ReviewBy),
				"read the entry again, and set review_by to a later day")
		}
	},
}
