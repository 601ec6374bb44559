package pages

import "html/template"

// The views are what layouts read: plain data, already decided. Every Href is
// relative to the page it stands on and ends in .html, so that a layout never
// computes an address; every label is in words a reader understands.
//
// Labels are English; what people wrote is in the language that the Lang beside it
// names. A Lang is a BCP 47 tag, or "" where the text beside it is a label.

// Chrome is what each page carries around its content; all views embed it.
type Chrome struct {
	Lang        string // of the page's content
	SiteLang    string // of the playbook's own words: its title, its tagline
	Layout      string // home, list, entry, page, az, tags, barriers, search, notfound
	SiteTitle   string
	SiteTagline string // the playbook's description
	Title       string // of this page, without the site's
	Description string // for <meta name=description>
	Path        string // from the site's root: stories/the-map.html
	Root        string // from this page to the site's root: "", "../"; "./" never
	HomeHref    string
	SearchHref  string
	Nav         []NavLink
	Footer      []NavLink // A–Z, tags, glossary, attempts, about …
	Canonical   string    // absolute, "" without base_url
	Base        string    // for <base href>, on 404 only: it is served at addresses that are not its own
	FeedHref    string    // "" without base_url
	EditHref    string    // where this page's source can be edited; "" when unknown
	License     string
	Stylesheets []string // hrefs
	Scripts     []string // hrefs
	SearchIndex string   // href of the search index script
	NoIndex     bool     // 404, search

	// Intro is the body of the content/pages/ file that is named like this
	// generated page (index.md, barriers.md, attempts.md …); "" without one.
	Intro     template.HTML
	IntroLang string

	// Translations are the published versions of this page in other languages,
	// the original first.
	Translations []Translation
}

// Translation is a page's version in another language.
type Translation struct {
	Lang string
	Name string // of the language, in that language: Deutsch
	Href string
	URL  string // absolute, "" without base_url
}

// NavLink is a link with a state.
type NavLink struct {
	Title   string
	Href    string
	Current bool
	Lang    string
}

// Card is an entry as it appears in lists, relations and search results.
type Card struct {
	Href         string
	Title        string
	Summary      string
	Kind         string // principle, example, story
	KindLabel    string // Principle
	Maturity     string // idea, illustrated, attested, proven; "" for stories
	Outcome      string // stories: followed, partly, not-followed, unknown
	OutcomeLabel string // “People followed”
	Act          string // principle: the practice; example: the act
	Illustrative bool   // an invented story; the card says so
	Attempt      bool   // a story nobody followed
	Next         string // on attempts.html: what its teller would try next
	NextLabel    string
	Standing     string // on finder.html: how far an example has come, “Illustrated”
	Reason       string // relations: “refines”, “contrasts with”, “see also”
	Lang         string // of title, summary and act
	Facets       []FacetValue
}

// FacetValue is one facet of one card: data-way="by-example".
type FacetValue struct {
	Name   string // way, toward, action, magnitude, receptivity, style, setting, maturity, outcome, lens
	Values []string
}

// Facet is a filter of a list: a group of radio buttons, the first of which is “any”.
// The generated stylesheet hides cards by :has(), so filters work without JavaScript.
type Facet struct {
	Name    string
	Label   string
	Options []FacetOption
}

// FacetOption is one choice of a filter.
type FacetOption struct {
	Value string
	Label string
	Count int
	Lang  string
}

// HomeView is index.html.
type HomeView struct {
	Chrome
	Acts   []Card // every practice, for the act of the week; the script picks by calendar week
	Ways   []Way
	Counts []Count
	Starts []Card // the principles to start from
	Latest []Card // stories
}

// Way is a way in from the home page.
type Way struct {
	Title, Text, Href, Icon string
}

// Count is a number with a name and a place: 19 principles.
type Count struct {
	N     int
	Label string
	Href  string
}

// ListView is an index of one kind, of one tag, or of attempts.
type ListView struct {
	Chrome
	Kind   string // "" when mixed
	Facets []Facet
	Cards  []Card
}

// EntryView is a principle, an example or a story.
type EntryView struct {
	Chrome
	Kind         string
	KindLabel    string
	KindHref     string
	Summary      string
	Lens         string // influence, service
	LensLabel    string
	Statement    string // principle
	Practice     string // principle: one act for this week
	Act          string // example
	Phrase       string // example: words one could say
	WhenNot      string // example
	Body         template.HTML
	TOC          []TOCItem
	Facts        []Fact    // the situation, in words; a story's outcome, followers, hat …
	Barriers     []NavLink // each leads to its place on the page of barriers
	Gains        []string
	Not          []string
	Aliases      []string
	Maturity     *Maturity // nil for stories
	Outcome      string    // stories
	OutcomeLabel string
	Illustrative bool
	Attempt      bool
	Ticket       *Ticket // stories: where leadership ended, and what came then
	Credit       string  // stories: “Told by Mira”, “Told anonymously”
	Draft        bool
	ReadingTime  int // minutes, at least 1
	Words        int
	Updated      string // 2026-03-09, or ""
	Authors      string // “Mira Holt and Jo Lind”, or ""; a named story's tellers are its Credit
	Groups       []Group
	Tags         []NavLink
	Sources      []Source
	Previous     *Card
	Next         *Card
}

// Group is a titled list of entries that this one is connected to: “Practised in”,
// “Stories that attest it”, “Refines”, “Mentioned by”.
type Group struct {
	ID    string // principles, examples, stories, attempts, related, backlinks
	Title string
	Cards []Card
}

// Fact is one line of an entry's situation.
type Fact struct {
	Name       string // way
	Label      string // Way
	Href       string // where the glossary explains the label, or ""
	Definition string // what it says there
	Values     []NavLink
}

// Maturity is how far a principle or example has come, with the reason in words.
type Maturity struct {
	Name   string // idea, illustrated, attested, proven
	Label  string
	Reason string // “2 examples and 1 story that was followed”
	Step   int    // 1 to 4
}

// Source is something an entry rests on.
type Source struct {
	Title, Href, Quoted string
}

// TOCItem is a heading of the body.
type TOCItem struct {
	Level int
	Title string
	Href  string
}

// PageView is a plain page: about, how to contribute; also the glossary and 404.
type PageView struct {
	Chrome
	Summary string
	Body    template.HTML
	TOC     []TOCItem
}

// AZView is az.html: every title and alias by its first letter.
type AZView struct {
	Chrome
	Letters []Letter
}

// Letter is one heading of the A–Z.
type Letter struct {
	Letter string
	ID     string
	Items  []AZItem
}

// AZItem is one line of the A–Z: a title, or an alias that leads to one.
type AZItem struct {
	Text      string
	Href      string
	KindLabel string
	For       string // an alias says which title it stands for
	Lang      string
}

// TagsView is tags.html: every tag with its count.
type TagsView struct {
	Chrome
	Tags []TagCount
}

// TagCount is a tag and how often it is used.
type TagCount struct {
	Name  string
	Href  string
	Count int
}

// SearchView is search.html. Without JavaScript it offers the A–Z and the indexes.
type SearchView struct {
	Chrome
	Ways []Way
}

// BarriersView is barriers.html: what holds people back, and the smallest step past it.
type BarriersView struct {
	Chrome
	Barriers []Barrier
}

// Barrier is one thing that people tell themselves, with the principles that answer it.
type Barrier struct {
	ID    string
	Title string // “It is not my place”
	Lang  string
	Steps []Card // principles; Act holds the practice
}

// RedirectView is a page at an old address that leads to the new one.
type RedirectView struct {
	Chrome
	To string
}
