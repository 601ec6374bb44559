package playbook

// Derived is what Assemble finds out about one entry from all the others. All
// lists hold published entries only, in the playbook's reading order.
type Derived struct {
	Published bool
	Lens      Lens // the entry's own, or that of the first principle it names
	Maturity  Maturity
	Evidence  Evidence
	Examples  []*Entry       // a principle's examples
	Stories   []*Entry       // stories in which somebody followed, at least partly
	Attempts  []*Entry       // stories in which nobody did, or nobody knows
	Related   []RelatedEntry // related[], followed; broken references are left to the checker
	Backlinks []*Entry       // entries that point here and stand in no other list
	Updated   Date           // last change, from version control; "" when unknown
	Authors   []string       // typed authors and contributors; empty for a story whose credit is not named

	// What readers may see of the fields of these names: less than was typed where few
	// entries share a value and the story's teller is not named (Settings.Privacy).
	Toward  []string
	Setting string
	Tags    []string
	Team    string
	When    Period
}

// RelatedEntry is a relation that has been followed.
type RelatedEntry struct {
	Rel   Rel
	Entry *Entry
}
