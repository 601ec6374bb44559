package news

import (
	"cmp"
	"slices"

	"github.com/microleadership/playbook/internal/playbook"
)

// orphaned says of what an entry has lost the last.
func orphaned(a, b *Entry) []string {
	var why []string
	switch {
	case b.Kind == playbook.KindPrinciple && a.Evidence.Examples > 0 && b.Evidence.Examples == 0:
		why = append(why, "has no example any more")
	case b.Kind == playbook.KindExample && len(a.Names) > 0 && len(b.Names) == 0:
		why = append(why, "puts no published principle into practice any more")
	case b.Kind == playbook.KindStory && len(a.Names) > 0 && len(b.Names) == 0:
		why = append(why, "shows nothing that is published at work any more")
	}
	if a.Linked > 0 && b.Linked == 0 && b.Kind != playbook.KindPage {
		why = append(why, "nothing leads to it any more")
	}
	return why
}

// brokenSince lists the links of an entry that led somewhere and do not now. Where nobody
// wrote down which they were, it lists all that are broken once they are more than before.
func brokenSince(a, b *Entry) []Broken {
	if b.links == nil || a.links == nil && b.Broken <= a.Broken {
		return nil
	}
	var out []Broken
	for _, l := range b.links.broken {
		if a.links == nil || a.links.led[l.typed] {
			out = append(out, Broken{b.item(), l.typed, l.line, l.column, l.problem})
		}
	}
	return out
}

// gone lists the addresses that were published and are not any more, so that links from
// outside break.
func gone(before, after *Snapshot, m *matching) []Gone {
	still := map[string]bool{}
	for _, a := range playbook.GeneratedPages() {
		still[a] = true
	}
	for i := range after.Entries {
		after.Entries[i].stands(func(address, _ string) { still[address] = true })
	}
	removed := map[string]bool{}
	for _, e := range m.removed {
		removed[e.Address] = true
	}
	was := map[string]string{}
	for i := range before.Entries {
		before.Entries[i].stands(func(address, what string) {
			if known, ok := was[address]; !still[address] && (!ok || what < known) {
				was[address] = what
			}
		})
	}
	var out []Gone
	for address, what := range was {
		out = append(out, Gone{address, what, removed[address]})
	}
	slices.SortFunc(out, func(a, b Gone) int { return cmp.Compare(a.Address, b.Address) })
	return out
}

// stands says at which addresses there is something because of an entry.
func (e *Entry) stands(at func(address, what string)) {
	at(e.Address, string(e.Kind)+" “"+e.Title+"”")
	for _, from := range e.Redirects {
		at(from, "a redirect to “"+e.Title+"”")
	}
	for _, tag := range e.Tags {
		at(tag, "the list of a tag")
	}
}
