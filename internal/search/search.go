// Package search finds pages of a playbook by what a reader types.
//
// Build makes an Index of Documents; Search ranks them; Publish writes the index as
// classic scripts, which a page loads by <script src> from a server or from disk
// under the policy default-src 'self'. A small playbook gets one file; a large one
// is cut into shards of which a query loads a few. A Builder does both again and again
// while pages are edited, and is quicker where they have stayed as they were, even if
// another process has saved what they were.
//
// The same engine runs in the browser: themes/default/js/search has its twin, and a
// query gives the same ids and the same
// scores, to the last bit, in both. docs/search-format.md describes the files, the
// words and the ranking.
//
// A query is words in any order. Each is optional, but a page with more of them
// ranks higher. The last word may be unfinished, any word unknown to the playbook
// may be mistyped, and words match in all their forms. "A phrase" must occur as it
// is, -word must not, and kind:story narrows the answer to the values of a facet.
package search

import "github.com/microleadership/playbook/internal/search/words"

// Document is one page as search sees it.
type Document struct {
	URL          string // relative to the site's root
	Title        string
	Aliases      []string // other names of the page
	Asks         []string // what a person in that situation would type
	Summary      string
	Tags         []string
	Headings     []Heading // in order of appearance in Body
	Body         string    // plain text, headings included, a block per line
	Kind         string
	KindLabel    string
	Maturity     string
	Outcome      string
	Lang         string // BCP 47: how its words are stemmed; "" counts as English
	Illustrative bool
	Facets       map[string][]string // values by the names in Options
}

// Heading is a place within a page that a result can lead to.
type Heading struct {
	ID   string // the anchor
	Text string
}

// Options are what an index knows beside its documents.
type Options struct {
	Facets []Facet // in order of display
}

// Facet is a property by which answers can be narrowed.
type Facet struct {
	Name   string  `json:"name"` // as in Document.Facets and in kind:story
	Label  string  `json:"label"`
	Values []Value `json:"values"` // in order of display
}

// Value is one value of a facet.
type Value struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// Query is what a reader asks.
type Query struct {
	Text    string
	Filters map[string][]string // values of one facet are alternatives; facets must all hold
	Limit   int                 // how many hits are wanted
}

// Answer is what the playbook has to say to a query.
type Answer struct {
	Total   int      // pages that match
	Hits    []Hit    // the best of them, at most as many as asked for
	Meant   string   // the query with unknown words replaced by those that were searched for; "" if none was
	Unknown []string // words for which the playbook has nothing
	Stop    bool     // the query has only words that say little

	index   *Index
	request request
	matches []match // before filters
}

// Hit is one result of a search.
type Hit struct {
	Doc     int     // number of the document, in the order given to Build
	Score   float64 // comparable within one search only
	Title   []Range // what to mark in the title
	Passage Passage // what to show under the title
	Anchor  string  // ID of the best matching heading, "" for the page as a whole
}

// Passage is the part of a page that answers the query best.
type Passage struct {
	Text   string
	Ranges []Range // what to mark in Text
}

// Range is a part of a string in bytes: s[Start:End]. Ranges of one text are
// sorted and do not overlap.
type Range = words.Range

// Search answers a query. A larger limit only adds hits at the end; equals are in
// the order of the documents.
func (x *Index) Search(q Query) Answer {
	r := x.parse(q)
	ranked := x.rank(r)
	a := Answer{Unknown: x.unknown(ranked), Stop: ranked.stop, index: x, request: r, matches: ranked.matches}
	if len(ranked.matches) > 0 {
		a.Meant = ranked.meant(x)
	}
	kept := x.filtered(r.filters, ranked.matches, "")
	a.Total = len(kept)
	for _, m := range kept[:max(0, min(q.Limit, len(kept)))] {
		a.Hits = append(a.Hits, x.excerpt(ranked, m))
	}
	return a
}

// Document returns a page as results show it: a very long text may be cut to its
// most telling sentences, and all names are among the aliases.
func (x *Index) Document(doc int) Document { return x.cards[doc].document() }
