package search

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestCountsAreWhatAFilterGives: a value's count is how many pages match and pass the
// filters of all other facets, looked up in the documents themselves.
func TestCountsAreWhatAFilterGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 1, 8).Draw(t, "documents")
		x := build(docs, facetOptions, tiny)
		for _, q := range rapid.SliceOfN(generatedQuery(docs), 5, 5).Draw(t, "queries") {
			q.Limit = len(docs)
			a := x.Search(q)
			want := map[string]map[string]int{}
			for _, c := range x.facets {
				want[c.Name] = map[string]int{}
				for _, v := range c.Values {
					for _, m := range a.matches {
						if slices.Contains(docs[m.doc].Facets[c.Name], v.Value) && passesAll(x, a, docs[m.doc], c.Name) {
							want[c.Name][v.Value]++
						}
					}
				}
			}
			if diff := cmp.Diff(want, a.Counts()); diff != "" {
				t.Fatalf("%+v: counts (-want +got)\n%s", q, diff)
			}
			total := 0
			for _, m := range a.matches {
				if passesAll(x, a, docs[m.doc], "") {
					total++
				}
			}
			if total != a.Total || total != len(a.Hits) {
				t.Fatalf("%+v: %d pages, %d hits, want %d", q, a.Total, len(a.Hits), total)
			}
		}
	})
}

// passesAll says whether a document passes all filters but those that choose from a facet.
func passesAll(x *Index, a Answer, d Document, except string) bool {
	for _, f := range a.request.filters {
		c := x.facets[f.facet]
		has := slices.ContainsFunc(f.values, func(v int) bool { return slices.Contains(d.Facets[c.Name], c.Values[v].Value) })
		if has == f.drop && (f.drop || c.Name != except) {
			return false
		}
	}
	return true
}

// TestAChoiceShowsAsManyAsItPromised: choosing a value gives the count that stood beside it.
func TestAChoiceShowsAsManyAsItPromised(t *testing.T) {
	x := Build(pages(), facetOptions)
	for _, text := range []string{"ask", "map", "ask my boss a question", "-plan", "the"} {
		for name, values := range x.Search(Query{Text: text}).Counts() {
			for value, n := range values {
				if got := x.Search(Query{Text: text, Filters: map[string][]string{name: {value}}}).Total; got != n {
					t.Errorf("%q with %s:%s gives %d pages, the count says %d", text, name, value, got, n)
				}
			}
		}
	}
}
