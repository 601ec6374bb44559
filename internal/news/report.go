package news

import "github.com/microleadership/playbook/internal/playbook"

// Report is what has changed for readers. Its JSON form is a promise to scripts: fields may
// be added, none is renamed or removed; lists are always there.
type Report struct {
	First  bool    `json:"first"`  // there was nothing before: only Counts says something
	Counts *Counts `json:"counts"` // null when all is as it was, and nothing had to be counted

	New      []Item      `json:"new"`
	Removed  []Removal   `json:"removed"`
	Renamed  []Renaming  `json:"renamed"`
	Promoted []Step      `json:"promoted"`
	Demoted  []Step      `json:"demoted"`
	Orphaned []Orphan    `json:"orphaned"`
	Broken   []Broken    `json:"broken_links"`
	Gone     []Gone      `json:"gone_addresses"`
	Stories  []Item      `json:"stories_accepted"` // that happened, whatever came of them
	Attempts []Item      `json:"attempts_told"`    // of those, and of older ones of which it is known now
	Coverage *MapChanges `json:"coverage"`         // null when the map is as it was
	Edited   []Item      `json:"edited"`           // the same entries, saying something else
	Frame    bool        `json:"frame"`            // what surrounds every page has changed
}

// Item is an entry or a page.
type Item struct {
	Kind     playbook.Kind `json:"kind"`
	Address  string        `json:"address"`
	Title    string        `json:"title"`
	File     string        `json:"file,omitempty"`
	Invented bool          `json:"illustrative,omitempty"`
	Attempt  bool          `json:"attempt,omitempty"`
}

// Removal is an entry that is no longer there.
type Removal struct {
	Item
	LedTo   string `json:"led_to,omitempty"`   // where its address leads on to; "" when it is gone
	MovedTo string `json:"moved_to,omitempty"` // a new entry that looks like it, without a redirect
}

// Renaming is an entry at a new address, to which the old one leads.
type Renaming struct {
	Item
	From string `json:"from"`
}

// Step is a change of maturity.
type Step struct {
	Item
	From string `json:"from"`
	To   string `json:"to"`
	By   []Item `json:"by"` // stories that attest it now and did not before
}

// Orphan is an entry that has lost the last of something.
type Orphan struct {
	Item
	Why []string `json:"why"` // “has no example any more”
}

// Broken is a link that led somewhere.
type Broken struct {
	Item
	Link    string `json:"link,omitempty"` // as typed
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Problem string `json:"problem"`
}

// Gone is an address at which there is nothing any more.
type Gone struct {
	Address string `json:"address"`
	Was     string `json:"was"` // what stood there: “the tag …”
	removed bool   // its entry is in Removed
}

// MapChanges is what the map of coverage gained and lost.
type MapChanges struct {
	Before Coverage `json:"before"`
	After  Coverage `json:"after"`
	Gained []Cell   `json:"gained"`
	Lost   []Cell   `json:"lost"`
}

// Cell is a cell of the map.
type Cell struct {
	Principle Item   `json:"principle"`
	Table     string `json:"table"` // toward or style
	Column    string `json:"column"`
	seen      seen
}

// Counts is how much there is now.
type Counts struct {
	Principles int      `json:"principles"`
	Examples   int      `json:"examples"`
	Stories    int      `json:"stories"`
	Attempts   int      `json:"attempts"` // of the stories
	Pages      int      `json:"pages"`
	Coverage   Coverage `json:"coverage"`
}

// Changed says whether there is anything to report.
func (r *Report) Changed() bool {
	return r.First || r.Frame || r.Coverage != nil ||
		len(r.New)+len(r.Removed)+len(r.Renamed)+len(r.Promoted)+len(r.Demoted)+len(r.Orphaned) > 0 ||
		len(r.Broken)+len(r.Gone)+len(r.Stories)+len(r.Attempts)+len(r.Edited) > 0
}

// None is the report of a site that is as it was; of how much there is it knows nothing.
func None() *Report { return (&Report{}).filled() }

// filled has no list that is nil, for who reads the JSON form.
func (r *Report) filled() *Report {
	fill(&r.New)
	fill(&r.Removed)
	fill(&r.Renamed)
	fill(&r.Promoted)
	fill(&r.Demoted)
	fill(&r.Orphaned)
	fill(&r.Broken)
	fill(&r.Gone)
	fill(&r.Stories)
	fill(&r.Attempts)
	fill(&r.Edited)
	for i := range r.Promoted {
		fill(&r.Promoted[i].By)
	}
	for i := range r.Demoted {
		fill(&r.Demoted[i].By)
	}
	if r.Coverage != nil {
		fill(&r.Coverage.Gained)
		fill(&r.Coverage.Lost)
	}
	return r
}

func fill[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
