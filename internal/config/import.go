package config

import (
	"maps"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// Skip is what a column of an import is mapped to that nobody needs.
const Skip = "skip"

// alsoMapped are fields that no question asks for and a column may have.
var alsoMapped = []string{"aliases", "lang", "lens", "sources", Skip}

// columns wants each column of an import mapped to something that a story has.
func (c *checker) columns(columns map[string]string) {
	known := slices.Clone(alsoMapped)
	for _, q := range playbook.Questions() {
		known = append(known, q.Field)
	}
	for _, heading := range slices.Sorted(maps.Keys(columns)) {
		target := columns[heading]
		if slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, target) }) {
			continue
		}
		hint := diag.DidYouMean(target, known)
		if hint == "" {
			hint = "it is a field of a story (outcome), a section (What changed), or skip"
		}
		c.fail("import.columns."+heading, target, "a story has no field or section “"+target+"”", hint)
	}
}
