package search

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// isClean says whether a document is all UTF-8, as nearly every one is.
func isClean(d *Document) bool {
	clean := true
	eachText(d, func(s *string) { clean = clean && utf8.ValidString(*s) })
	for name, values := range d.Facets {
		clean = clean && utf8.ValidString(name)
		for _, v := range values {
			clean = clean && utf8.ValidString(v)
		}
	}
	return clean
}

// clean copies a document with all that is not UTF-8 replaced.
func clean(d Document) *Document {
	c := own(d)
	eachText(c, func(s *string) { *s = cleanText(*s) })
	facets := make(map[string][]string, len(c.Facets))
	for name, values := range c.Facets {
		for i, v := range values {
			values[i] = cleanText(v)
		}
		facets[cleanText(name)] = values
	}
	c.Facets = facets
	return c
}

// eachText yields all strings of a document but its facets.
func eachText(d *Document, yield func(s *string)) {
	for _, s := range []*string{&d.URL, &d.Title, &d.Summary, &d.Body, &d.Kind, &d.KindLabel, &d.Maturity, &d.Outcome, &d.Lang} {
		yield(s)
	}
	for _, list := range [][]string{d.Aliases, d.Asks, d.Tags} {
		for i := range list {
			yield(&list[i])
		}
	}
	for i := range d.Headings {
		yield(&d.Headings[i].ID)
		yield(&d.Headings[i].Text)
	}
}

func cleanText(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// own returns a document with lists that nobody else can write to.
func own(d Document) *Document {
	d.Aliases, d.Asks, d.Tags = slices.Clone(d.Aliases), slices.Clone(d.Asks), slices.Clone(d.Tags)
	d.Headings, d.Facets = slices.Clone(d.Headings), maps.Clone(d.Facets)
	for name, values := range d.Facets {
		d.Facets[name] = slices.Clone(values)
	}
	return &d
}
