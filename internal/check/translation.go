package check

import (
	"fmt"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// staleTranslation compares days of the last change. Where version control is not
// there, or must not be told of (anonymous stories), nothing is known and nothing said.
var staleTranslation = rule{
	Rule: diag.Rule{
		Code: "stale-translation", Severity: diag.Warning,
		Why: "readers of a translation should not be told what the original no longer says",
		Fix: "compare it with the original and bring it up to date",
	},
	entry: func(c *checker, e *playbook.Entry) {
		original := c.original[e]
		if original == nil {
			return
		}
		mine, theirs := e.Derived.Updated, original.Derived.Updated
		if mine != "" && theirs != "" && mine < theirs {
			c.field(e, "translation_of", e.TranslationOf,
				fmt.Sprintf("the translation is of %s, its original was changed on %s", mine, theirs),
				"compare it with "+original.File)
		}
	},
}
