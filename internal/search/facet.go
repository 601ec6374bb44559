package search

import (
	"maps"
	"slices"

	"github.com/microleadership/playbook/internal/pack"
)

// column is a facet with the documents that have each of its values, ascending.
type column struct {
	Facet
	docs [][]int32 // by value
}

// columns sorts documents by the values of facets. Values that the options do not
// list are not offered, and facets without any document are left out.
func columns(facets []Facet, pages []*page) []column {
	with := map[string]map[string][]int32{}
	for _, f := range facets {
		with[f.Name] = map[string][]int32{}
	}
	for doc, p := range pages {
		eachFacet(p.facets, func(name, value string) {
			if of := with[name]; of != nil {
				of[value] = append(of[value], int32(doc))
			}
		})
	}
	var list []column
	for _, f := range facets {
		c := column{Facet: Facet{f.Name, f.Label, nil}}
		for _, v := range f.Values {
			if docs := with[f.Name][v.Value]; docs != nil {
				c.Values, c.docs = append(c.Values, v), append(c.docs, docs)
			}
		}
		if c.docs != nil {
			list = append(list, c)
		}
	}
	return list
}

// packFacets writes the values of a document's facets, each once, as a string.
func packFacets(facets map[string][]string) string {
	var w pack.Writer
	for _, name := range slices.Sorted(maps.Keys(facets)) {
		for i, v := range facets[name] {
			if !slices.Contains(facets[name][:i], v) {
				w.Bool(true)
				w.String(name)
				w.String(v)
			}
		}
	}
	w.Bool(false)
	return string(w.Bytes)
}

// eachFacet yields what packFacets wrote.
func eachFacet(packed string, yield func(name, value string)) {
	for r := pack.NewReader(packed); r.Bool(); {
		yield(r.String(), r.String())
	}
}

// filter keeps or drops the documents that have any of the values of a facet.
type filter struct {
	facet  int
	values []int
	drop   bool
}

// matches says whether a document passes.
func (x *Index) passes(f filter, doc int) bool {
	for _, v := range f.values {
		if _, ok := slices.BinarySearch(x.facets[f.facet].docs[v], int32(doc)); ok {
			return !f.drop
		}
	}
	return f.drop
}

// filtered returns the matches that pass all filters, but for those that choose
// from the facet named except: what its other values would give is the question
// that live counts answer.
func (x *Index) filtered(filters []filter, all []match, except string) []match {
	var kept []match
	for _, m := range all {
		if !slices.ContainsFunc(filters, func(f filter) bool {
			return (f.drop || x.facets[f.facet].Name != except) && !x.passes(f, m.doc)
		}) {
			kept = append(kept, m)
		}
	}
	return kept
}

// Counts returns, for each value of each facet, how many pages of the answer have
// it when the filters of the other facets hold. Values that none has are left out.
func (a Answer) Counts() map[string]map[string]int {
	counts := map[string]map[string]int{}
	for _, c := range a.index.facets {
		counts[c.Name] = map[string]int{}
		for _, m := range a.index.filtered(a.request.filters, a.matches, c.Name) {
			for v, docs := range c.docs {
				if _, ok := slices.BinarySearch(docs, int32(m.doc)); ok {
					counts[c.Name][c.Values[v].Value]++
				}
			}
		}
	}
	return counts
}
