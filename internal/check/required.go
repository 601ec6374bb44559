package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// requiredByKind is about fields that only some kinds require; the reader of the
// files finds those that every entry needs, under the same code.
var requiredByKind = rule{
	Rule: diag.Rule{
		Code: "missing-field", Severity: diag.Error,
		Why: "pages, search and filters are made from the required fields",
		Fix: "add the field; playbook schema says what it may hold",
	},
	entry: func(c *checker, e *playbook.Entry) {
		readable := e.Fields != nil // or else the whole front matter is the mistake
		if readable && e.Principle != nil && e.Lens == "" && !given(e, "lens") {
			c.field(e, "", "", "“lens” is missing", "a principle follows one of the essays: influence or service")
		}
	},
}

// given says whether the author wrote the field at all; if so, what is wrong with
// its value has been reported already.
func given(e *playbook.Entry, field string) bool {
	_, ok := e.Fields[field]
	return ok
}
