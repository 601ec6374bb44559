// Package news tells what has changed for readers between two states of a playbook: what
// is new and what is gone, which ideas were promoted, what nothing leads to any more, which
// links have broken, what the map of coverage gained. It compares what readers can see, not
// files: a file that was renamed with a redirect is the same entry at a new address.
//
// A Snapshot is a state. Of makes one of an assembled playbook, Read of the entries.json that
// a site was published with, so that a build can tell by the site itself what its readers
// saw before. What only a playbook knows (texts, and which links led somewhere) is compared
// when both sides have it. Nothing depends on the order of files.
package news

import "github.com/microleadership/playbook/internal/playbook"

// Snapshot is what of a playbook matters to its readers.
type Snapshot struct {
	Entries  []Entry // principles, examples, stories and pages, by address
	Coverage Coverage
	Frame    string // stands for what surrounds all pages; "" when unknown
}

// Entry is one entry or page of a Snapshot.
type Entry struct {
	Kind      playbook.Kind
	Address   string
	Title     string
	File      string // "" when unknown
	Redirects []string
	Tags      []string // addresses of their pages, with the tags
	Maturity  playbook.Maturity
	Evidence  playbook.Evidence
	Invented  bool     // an illustrative story
	Attempt   bool     // a story that nobody is known to have followed
	Attested  []string // addresses of the stories that attest it
	Names     []string // addresses of the principles and examples that it names
	Linked    int      // entries and pages from which a reader gets here
	Covers    playbook.Covers

	Broken int    // links of its text that lead nowhere
	links  *links // nil when unknown
	text   string // stands for what its page says; "" when unknown
}

// links are those of a text, as they were typed.
type links struct {
	led    map[string]bool // somewhere
	broken []brokenLink
}

// brokenLink is a link that leads nowhere, and where it stands.
type brokenLink struct {
	typed, problem string
	line, column   int
}

// Coverage is how many cells of the map have anything in them.
type Coverage struct {
	Covered int `json:"covered"`
	Cells   int `json:"cells"`
	Percent int `json:"percent"`
}

// generated says whether an entry is the introduction of a page that is there without it.
func (e *Entry) generated() bool {
	for _, a := range playbook.GeneratedPages() {
		if e.Address == a {
			return true
		}
	}
	return false
}
