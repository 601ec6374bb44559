package build

import (
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/search"
)

// Documents is what readers can search: every published entry and page.
func Documents(p *playbook.Playbook) []search.Document {
	var out []search.Document
	for _, e := range p.Published() {
		out = append(out, document(p, e))
	}
	return out
}

func document(p *playbook.Playbook, e *playbook.Entry) search.Document {
	d := search.Document{
		URL:       e.PageAddress(),
		Title:     e.Title,
		Aliases:   e.Aliases,
		Asks:      e.Asks,
		Summary:   e.Summary,
		Tags:      e.Tags,
		Body:      p.Text(e),
		Kind:      string(e.Kind),
		KindLabel: pages.KindLabel(e.Kind),
		Maturity:  e.Derived.Maturity.String(),
		Lang:      p.Settings.Language,
		Facets:    map[string][]string{},
	}
	if e.Lang != "" {
		d.Lang = e.Lang
	}
	for _, h := range e.Body.Headings {
		d.Headings = append(d.Headings, search.Heading{ID: h.ID, Text: h.Text})
	}
	for _, f := range pages.Facets(e) {
		d.Facets[f.Name] = f.Values
	}
	if e.Story != nil {
		d.Outcome = string(e.Story.Outcome)
		d.Illustrative = e.Story.Provenance == playbook.Illustrative
	}
	return d
}
