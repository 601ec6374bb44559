// Package search finds pages of a playbook by what a reader types.
//
// Build makes an Index of Documents; Search ranks them; Script writes the index
// as one classic script, self.playbookIndex = "…", which a page loads by
// <script src> from a server or from disk under the policy default-src 'self'.
//
// The same engine runs in the browser: themes/default/js/search has a twin of
// each file here under the same name, and a query gives the same ids and the
// same scores, to the last bit, in both. docs/search-format.md describes the
// file, the analyser and the ranking.
//
// A query is words in any order. Each is optional, but a page with more of them
// ranks higher. The last word may be unfinished, any word unknown to the
// playbook may be mistyped, and English words match whatever their ending.
package search

// Document is one page as search sees it.
type Document struct {
	URL          string              `json:"url"` // relative to the site's root
	Title        string              `json:"title"`
	Aliases      []string            `json:"aliases,omitempty"` // other names of the page
	Asks         []string            `json:"asks,omitempty"`    // what a person in that situation would type
	Summary      string              `json:"summary,omitempty"`
	Tags         []string            `json:"tags,omitempty"`
	Headings     []Heading           `json:"headings,omitempty"` // in order of appearance in Body
	Body         string              `json:"body,omitempty"`     // plain text, headings included, a block per line
	Kind         string              `json:"kind,omitempty"`
	KindLabel    string              `json:"kindLabel,omitempty"`
	Maturity     string              `json:"maturity,omitempty"`
	Outcome      string              `json:"outcome,omitempty"`
	Lang         string              `json:"lang,omitempty"` // BCP 47; English is stemmed, "" counts as English
	Illustrative bool                `json:"illustrative,omitempty"`
	Facets       map[string][]string `json:"facets,omitempty"`
}

// Heading is a place within a page that a result can lead to.
type Heading struct {
	ID   string `json:"id"` // the anchor
	Text string `json:"text"`
}

// Hit is one result of a search.
type Hit struct {
	Doc     int      // number of the document, in the order given to Build
	Score   float64  // comparable within one search only
	Terms   []string // words of the page that matched, as they are in the index
	Title   []Range  // what to mark in the title
	Passage Passage  // what to show under the title
	Anchor  string   // ID of the best matching heading, "" for the page as a whole
}

// Passage is the part of a page that answers the query best.
type Passage struct {
	Text   string
	Ranges []Range // what to mark in Text
}

// Range is a part of a string in bytes: s[Start:End]. Ranges of one text are
// sorted and do not overlap.
type Range struct{ Start, End int }

// Search returns at most limit hits, best first; equals are in the order of the
// documents. A larger limit only adds hits at the end.
func (x *Index) Search(query string, limit int) []Hit {
	ranked := x.rank(parse(query))
	hits := make([]Hit, 0, max(0, min(limit, len(ranked.matches))))
	for _, m := range ranked.matches[:cap(hits)] {
		hits = append(hits, x.excerpt(ranked, m))
	}
	return hits
}
