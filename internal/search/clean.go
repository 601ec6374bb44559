package search

import (
	"slices"
	"strings"
)

// clean copies a document with all that is not UTF-8 replaced.
func clean(d Document) Document {
	for _, s := range []*string{&d.URL, &d.Title, &d.Summary, &d.Body, &d.Kind, &d.KindLabel, &d.Maturity, &d.Outcome, &d.Lang} {
		*s = cleanText(*s)
	}
	d.Aliases, d.Asks, d.Tags = cleanList(d.Aliases), cleanList(d.Asks), cleanList(d.Tags)
	d.Headings = slices.Clone(d.Headings)
	for i, h := range d.Headings {
		d.Headings[i] = Heading{cleanText(h.ID), cleanText(h.Text)}
	}
	facets := make(map[string][]string, len(d.Facets))
	for name, values := range d.Facets {
		facets[cleanText(name)] = cleanList(values)
	}
	d.Facets = facets
	return d
}

func cleanText(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func cleanList(list []string) []string {
	list = slices.Clone(list)
	for i, s := range list {
		list[i] = cleanText(s)
	}
	return list
}
