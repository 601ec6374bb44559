package frontmatter

import (
	"github.com/microleadership/playbook/internal/decode"
	"github.com/microleadership/playbook/internal/playbook"
)

// Describe lists the fields of one kind's front matter, in the order in which files have them:
// what a form is made from.
func Describe(kind playbook.Kind, vocabularies map[string][]string) []decode.Described {
	_, targets := newEntry(kind)
	return decode.Describe(targets, options(kind, vocabularies))
}
