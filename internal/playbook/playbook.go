// Package playbook is the domain: what a microleadership playbook is made of
// and what follows from it. It reads and writes nothing.
//
// Entries come in as their authors typed them; Assemble derives what people
// forget to maintain: who points to whom, how mature an idea is, which stories
// attest it. The order of the files never matters.
package playbook

// Playbook is a whole, assembled playbook. It is read-only once assembled, so
// any number of pages can be rendered from it at once.
type Playbook struct {
	Settings Settings
	Entries  []*Entry        // every published entry, by kind, then reading order
	Assets   map[string]bool // content-relative paths of images and other files: examples/map.png
	Terms    []Term          // the glossary's terms, by name

	index index
}

// Maturity is how far a principle or an example has come. It is computed, never typed.
type Maturity uint8

// The maturities, in rising order.
const (
	MaturityNone Maturity = iota // stories and pages have none
	Idea                         // no example or story
	Illustrated                  // at least one example, or an illustrative story
	Attested                     // at least one accepted, submitted story that was followed
	Proven                       // at least three such, from at least three teams
)

func (m Maturity) String() string {
	return [...]string{"", "idea", "illustrated", "attested", "proven"}[m]
}

// Derived is what Assemble finds out about one entry from all the others. All
// lists are in the playbook's reading order.
type Derived struct {
	Maturity  Maturity
	Examples  []*Entry       // a principle's examples
	Attesting []*Entry       // stories that were followed, at least partly, and use this principle or example
	Attempts  []*Entry       // stories that were not followed, or nobody knows
	Related   []RelatedEntry // what related[] points to, resolved; broken references are left to the checker
	Backlinks []*Entry       // entries that point here, by relation or in their text, not named by another list
}

// RelatedEntry is a relation that has been followed.
type RelatedEntry struct {
	Rel   Rel
	Entry *Entry
}
