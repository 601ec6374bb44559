package build

import (
	"crypto/sha256"
	"fmt"

	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/search"
)

// SearchIndex is the index of what readers can search: every published entry and page.
func SearchIndex(p *playbook.Playbook) *search.Index { return search.Build(documents(p)) }

func documents(p *playbook.Playbook) ([]search.Document, search.Options) {
	var docs []search.Document
	for _, e := range p.Published() {
		docs = append(docs, document(p, e))
	}
	return docs, search.Options{Facets: facets(p)}
}

// documentsOf hands the documents over one at a time. Of those that the builder of the index
// knows, it does not ask for the text.
func documentsOf(p *playbook.Playbook) search.Source {
	entries := p.Published()
	return search.Source{
		Len:      len(entries),
		Key:      func(i int) search.Key { return documentKey(p, entries[i]) },
		Document: func(i int) search.Document { return document(p, entries[i]) },
	}
}

// documentKey sums up all that the document of an entry is made from: its file, what others
// say of it, and the titles that its wiki links show.
func documentKey(p *playbook.Playbook, e *playbook.Entry) search.Key {
	v := p.Version(e)
	text := append(make([]byte, 0, 512), v[:]...)
	add := func(s string) { text = append(append(text, s...), 0) }
	if v == (playbook.Version{}) { // nothing follows of it
		add(fmt.Sprint(document(p, e)))
	}
	add(e.PageAddress())
	add(p.Settings.Language)
	for _, f := range pages.Facets(e) {
		add(f.Name)
		for _, v := range f.Values {
			add(v)
		}
	}
	for _, tag := range e.Derived.Tags {
		add(tag)
	}
	for _, l := range e.Outline.Links {
		if l.Kind == playbook.LinkWikiLabel {
			add(p.ResolveLink(e, l).Title)
		}
	}
	sum := sha256.Sum256(text)
	return search.Key(sum[:16])
}

func document(p *playbook.Playbook, e *playbook.Entry) search.Document {
	text := p.Text(e)
	d := search.Document{
		URL:       e.PageAddress(),
		Title:     e.Title,
		Aliases:   e.Aliases,
		Asks:      e.Asks,
		Summary:   e.Summary,
		Tags:      e.Derived.Tags,
		Body:      p.PlainText(e, text),
		Kind:      string(e.Kind),
		KindLabel: pages.KindLabel(e.Kind),
		Maturity:  e.Derived.Maturity.String(),
		Lang:      p.Settings.Language,
		Facets:    map[string][]string{"kind": {string(e.Kind)}},
	}
	if e.Lang != "" {
		d.Lang = e.Lang
	}
	for _, h := range text.Body.Headings {
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

// facets are those by which readers narrow a search, in this order: what it is, then
// the situation, then how far to trust it.
func facets(p *playbook.Playbook) []search.Facet {
	kind := search.Facet{Name: "kind", Label: "Kind"}
	for _, k := range playbook.Kinds() {
		kind.Values = append(kind.Values, search.Value{Value: string(k), Label: pages.KindLabel(k)})
	}
	list := []search.Facet{kind}
	values := map[string][]string{}
	for _, f := range pages.FacetValues(p.Settings) {
		values[f.Name] = f.Values
	}
	for _, name := range []string{"way", "toward", "style", "setting", "magnitude", "maturity", "outcome"} {
		f := search.Facet{Name: name, Label: pages.FacetLabel(name)}
		for _, v := range values[name] {
			f.Values = append(f.Values, search.Value{Value: v, Label: pages.Label(p.Settings, name, v)})
		}
		list = append(list, f)
	}
	return list
}
