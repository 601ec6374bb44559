// Package playbook is the domain: what a microleadership playbook is made of
// and what follows from it. It reads and writes nothing.
//
// Entries come in as their authors typed them; Assemble derives what people
// forget to maintain: who points to whom, how mature an idea is, which stories
// attest it. The order of the files never matters.
package playbook

import "time"

// Playbook is a whole, assembled playbook. It is read-only once assembled, so
// any number of pages can be rendered from it at once.
type Playbook struct {
	Settings Settings
	Entries  []*Entry        // every entry, by kind, then reading order; unpublished ones too, for the checker
	Assets   map[string]bool // images and other files, relative to content/: examples/map.png
	Terms    []Term          // the glossary's terms, by name
	Today    Date            // the day it is assembled for; "" when no day may matter

	published []*Entry
	index     *index
	renamed   map[string]string // addresses of assets that do not stand under their own name
	texts     []told            // by Entry.number
	facts     *facts            // the same in all that share what is derived
}

// Input is what a playbook is assembled from.
type Input struct {
	Settings  Settings
	Entries   []*Entry // Assemble fills their Derived; nothing else is changed
	Assets    map[string]bool
	History   map[string]Change // by Entry.File
	Selection Selection
}

// Change is what version control knows about a file.
type Change struct {
	Time    time.Time
	Authors []string // everyone who changed it, by name
	Also    []string // what they were called then, where that is no longer shown: to be protected, never to be published
}

// Selection says which entries are published.
type Selection struct {
	Drafts bool // drafts too
	Future bool // entries whose publish_on lies after Today too
	Today  Date // "" publishes no entry that has a publish_on, unless Future
}

// includes says whether e is published. Stories must have been accepted.
func (s Selection) includes(e *Entry) bool {
	switch {
	case e.Draft && !s.Drafts:
		return false
	case e.PublishOn > s.Today && !s.Future:
		return false
	case e.Story != nil && e.Story.Review != ReviewAccepted:
		return false
	}
	return true
}
