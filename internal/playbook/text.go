package playbook

import "strings"

// Text is what a reader reads on e's page: its plain text, in which a bare wiki link
// reads as the title that it leads to, not as the id its author typed.
func (p *Playbook) Text(e *Entry) string {
	var b strings.Builder
	rest := e.Body.Text
	for _, l := range e.Body.Links {
		if l.Kind != LinkWikiLabel {
			continue
		}
		before, after, found := strings.Cut(rest, l.Target)
		if !found {
			continue // its text was cut off by a limit
		}
		b.WriteString(before)
		b.WriteString(p.ResolveLink(e, l).Title)
		rest = after
	}
	return b.String() + rest
}
