package check

import (
	"path"
	"sync"

	"github.com/microleadership/playbook/internal/playbook"
)

// hints remembers ways out while the facts are read. To find one, all names there are have to
// be looked at, and a mistake that stands in a thousand entries is often the same.
type hints struct{ known sync.Map }

// mistake is all that a hint depends on besides the playbook.
type mistake struct {
	folder, ref, problem string
	kind                 playbook.Kind
	anyKind              bool
}

func (h *hints) of(m mistake, find func() string) string {
	if hint, ok := h.known.Load(m); ok {
		return hint.(string)
	}
	hint := find()
	h.known.Store(m, hint)
	return hint
}

// hintOf is the hint of a link's target.
func (c *checker) hintOf(from *playbook.Entry, l playbook.Link, t playbook.Target) string {
	if t.Entry != nil { // of one entry's places, and so of few
		return t.Hint()
	}
	return c.hints.of(mistake{folder: path.Dir(from.File), ref: l.Target, problem: t.Problem}, t.Hint)
}
