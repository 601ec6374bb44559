package build

import (
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

func document(p *playbook.Playbook, e *playbook.Entry) search.Document {
	d := search.Document{
		URL:       e.PageAddress(),
		Title:     e.Title,
		Aliases:   e.Aliases,
		Asks:      e.Asks,
		Summary:   e.Summary,
		Tags:      e.Tags,
		Body:      p.PlainText(e),
		Kind:      string(e.Kind),
		KindLabel: pages.KindLabel(e.Kind),
		Maturity:  e.Derived.Maturity.String(),
		Lang:      p.Settings.Language,
		Facets:    map[string][]string{"kind": {string(e.Kind)}},
	}
	if e.Lang != "" {
		d.Lang = e.Lang
	}
	for _, h := range p.Text(e).Body.Headings {
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
	builder  *search.Builder // remembers what the next index may need; nil when there will be none
	once     sync.Once
	names    []string // the manifest last: until it is there, the old one goes on
	files    map[string][]byte
	err      error
}

func (x *index) load() {
	x.once.Do(func() {
		b := x.builder
		if b == nil {
			b = new(search.Builder)
		}
		files, err := b.Files(b.Build(documents(x.playbook)))
		if err != nil {
			x.names, x.err = []string{search.Manifest}, err
			return
		}
		x.files = map[string][]byte{}
		for _, f := range append(files[1:], files[0]) {
			x.files[f.Name] = f.Data
			x.names = append(x.names, f.Name)
		}
	})
}

func (x *index) has(address string) bool {
	x.load()
	return x.files[address] != nil || x.err != nil
}

// ofIndex says whether an address belongs to the search index, if there is such a file.
func ofIndex(address string) bool {
	return address == search.Manifest || strings.HasPrefix(address, search.Folder)
}
