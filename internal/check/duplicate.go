package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Two texts are near-duplicates when they share this much of their shingles, the runs
// of three words in each. Short texts are alike by chance.
const (
	similar     = 0.6
	minShingles = 40
)

var nearDuplicate = rule{
	Rule: diag.Rule{
		Code: "near-duplicate", Severity: diag.Warning,
		Why: "of two entries that say the same, readers find one and maintainers correct one",
		Fix: "merge them, or say in related how they differ",
	},
	twins: func(c *checker, e, other *playbook.Entry, share float64) {
		c.field(e, "title", e.Title,
			fmt.Sprintf("%.0f%% of the text stands in %s too", 100*share, other.File),
			"merge the two, or say in related how they differ")
	},
}
