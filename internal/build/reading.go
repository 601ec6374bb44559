package build

import (
	"crypto/sha256"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/playbook"
)

// reading is the per-file stage of one entry: pure, so it may be remembered by its version,
// which stands for the file's bytes and all that they were parsed with.
type reading struct {
	entry   playbook.Entry
	list    diag.List
	hash    [sha256.Size]byte // of the file
	version playbook.Version

	text  *playbook.Text    // until it is kept
	facts string            // the entry, packed; its strings are pieces of this one
	mark  [sha256.Size]byte // of the facts
	place cache.Ref         // of the text, packed
	lent  bool              // the entry knows the way to it
}

// facts are what an entry says to the others.
type facts struct {
	Kind      playbook.Kind
	ID, File  string
	Common    playbook.Common
	Situation *playbook.Situation
	Principle *playbook.Principle
	Example   *playbook.Example
	Story     *playbook.Story
	Outline   playbook.Outline
}

// compact packs the entry and unpacks it again. Its strings were pieces of the whole file
// before, which one of them would keep in memory.
func (r *reading) compact() {
	e := &r.entry
	var f facts
	f, r.facts = pack.Copy(&facts{e.Kind, e.ID, e.File, e.Common, e.Situation, e.Principle, e.Example, e.Story, e.Outline})
	r.entry = f.entry()
	r.mark = sha256.Sum256([]byte(r.facts))
	if len(r.list) > 0 {
		r.list, _ = pack.Copy(&r.list)
	}
}

func (f *facts) entry() playbook.Entry {
	return playbook.Entry{
		Kind: f.Kind, ID: f.ID, File: f.File, Common: f.Common,
		Situation: f.Situation, Principle: f.Principle, Example: f.Example, Story: f.Story, Outline: f.Outline,
	}
}

// unpack makes the entry of its facts.
func (r *reading) unpack() error {
	var f facts
	from := pack.NewReader(r.facts)
	pack.Get(from, &f)
	r.entry, r.mark = f.entry(), sha256.Sum256([]byte(r.facts))
	return from.End()
}
