package playbook

import "slices"

// IsAttempt says whether e is a story that nobody is known to have followed.
func (e *Entry) IsAttempt() bool { return e.Story != nil && !e.Story.somebodyFollowed() }

// Attests says whether e is a story that raises what it names to attested: one that
// happened, and was followed. Only what is published comes to be asked.
func (e *Entry) Attests() bool {
	return e.Story != nil && e.Story.Provenance != Illustrative && e.Story.Outcome == Followed
}

// AttestedBy are the stories that attest a principle or an example, in reading order.
func (e *Entry) AttestedBy() []*Entry {
	var out []*Entry
	for _, s := range e.Derived.Stories {
		if s.Attests() {
			out = append(out, s)
		}
	}
	return out
}

// Redirects are the addresses at which a page leads on to e's.
func (e *Entry) Redirects() []string {
	var out []string
	for _, from := range e.RedirectFrom {
		if a := RedirectAddress(from); a != "" && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// Linked counts, by Entry.Number, the published entries and pages from which a reader gets
// to each: those that point to it or name it, and those that it names, since they list it.
// Backlinks do not tell: they leave out what stands in another list of the page.
func (p *Playbook) Linked() []int {
	count := make([]int, len(p.Entries))
	last := make([]*Entry, len(p.Entries)) // which entry was last seen to lead to each
	lead := func(from, to *Entry) {
		if from != to && last[to.number] != from {
			last[to.number] = from
			count[to.number]++
		}
	}
	for _, from := range p.published {
		for to := range p.pointsTo(from) {
			lead(from, to)
		}
		for to := range p.named(from) {
			lead(from, to)
		}
	}
	for _, e := range p.published {
		for _, by := range p.Named(e) {
			if !p.leads(by, e) {
				count[e.number]++
			}
		}
	}
	return count
}

// leads says whether an entry points to another or names it.
func (p *Playbook) leads(from, to *Entry) bool {
	for e := range p.pointsTo(from) {
		if e == to {
			return true
		}
	}
	return slices.Contains(p.Named(from), to)
}

// BrokenLinks are the links of e's text that lead nowhere, by their place in e.Outline.Links.
func (p *Playbook) BrokenLinks(e *Entry) []int {
	var out []int
	for i, l := range e.Outline.Links {
		if l.Kind != LinkWikiLabel && p.Follow(e, i).Problem != "" {
			out = append(out, i)
		}
	}
	return out
}
