package build

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"

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

// index is the published search index, made when the first of its files is asked for:
// how many files there are is known only then.
type index struct {
	playbook *playbook.Playbook
	builder  *search.Builder // has made the last one
	once     sync.Once
	names    []string // the manifest last: until it is there, the old one goes on
	files    map[string]search.Output
	err      error
}

func (x *index) load() {
	x.once.Do(func() {
		files, err := x.builder.Publish(x.builder.Update(documentsOf(x.playbook), search.Options{Facets: facets(x.playbook)}))
		if err != nil {
			x.names, x.err = []string{search.Manifest}, err
			return
		}
		x.files = map[string]search.Output{}
		for _, f := range append(files[1:], files[0]) {
			x.files[f.Name] = f
			x.names = append(x.names, f.Name)
		}
	})
}

func (x *index) has(address string) bool {
	x.load()
	_, ok := x.files[address]
	return ok || x.err != nil
}

// file is a file of the index, if there is one at an address.
func (x *index) file(address string) (search.Output, bool) {
	if !ofIndex(address) {
		return search.Output{}, false
	}
	x.load()
	f, ok := x.files[address]
	return f, ok
}

func (x *index) read(address string) ([]byte, error) {
	if x.err != nil {
		return nil, x.err
	}
	return x.files[address].Data(), nil
}

// ofIndex says whether an address belongs to the search index, if there is such a file.
func ofIndex(address string) bool {
	return address == search.Manifest || strings.HasPrefix(address, search.Folder)
}
