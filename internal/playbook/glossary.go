package playbook

import (
	"slices"
	"strings"
)

// glossary collects the terms of content/pages/glossary.md, by name. Terms defined
// in other pages' definition lists belong to those pages alone.
func glossary(entries []*Entry) []Term {
	var out []Term
	for _, e := range entries {
		if e.Kind == KindPage && e.Address() == GlossaryAddress && e.Derived.Published {
			out = append(out, e.Outline.Terms...)
		}
	}
	slices.SortStableFunc(out, func(a, b Term) int { return strings.Compare(fold(a.Name), fold(b.Name)) })
	return out
}
