package check

import (
	"github.com/microleadership/playbook/internal/diag"
)

var orphan = rule{
	Rule: diag.Rule{
		Code: "orphan", Severity: diag.Warning,
		Why: "a principle without an example is theory, an example without a principle is a trick",
		Fix: "write the missing one, or name it under principles",
	},
	whole: func(c *checker) {
		for _, e := range c.Published() {
			switch {
			case e.Principle != nil && len(e.Derived.Examples) == 0:
				c.field(e, "title", e.Title, "the principle has no example", "add one whose principles name “"+e.ID+"”")
			case e.Example != nil && len(c.Named(e)) == 0:
				c.field(e, "principles", "", "the example has no principle that is published", "name one that it puts into practice")
			}
		}
	},
}
