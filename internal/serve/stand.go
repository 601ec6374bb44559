package serve

import (
	"slices"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
)

// stand is how things stand: which site is shown, and what is wrong with the newest.
//
// A site is whole or not at all: pages of the last good one and files of the newest
// would not belong together.
type stand struct {
	generation int            // grows with each rebuild, and when more is found wrong with the newest
	newest     *build.Result  // nil before the first build
	problems   diag.List      // its errors, and those that showed only when a page was made
	shown      *build.Result  // the newest, or the last without errors
	before     *build.Result  // shown before without errors: what to go back to; nil for none
	changed    []build.Change // pages that changed since the site shown was told of
}

// stale says whether what is shown is not the newest.
func (st *stand) stale() bool { return st.shown != st.newest }

// show takes r in.
func (st *stand) show(r *build.Result) {
	good := st.shown != nil && (st.stale() || len(st.problems) == 0)
	missed := st.changed
	if !st.stale() {
		missed = nil // they have been told
	}
	st.generation++
	st.newest = r
	st.problems = errorsOf(r.Diagnostics)
	switch {
	case len(st.problems) == 0:
		st.before = nil
		if good {
			st.before = st.shown
		}
		st.shown = r
	case !good: // the best there is
		st.shown, st.before = r, nil
	}
	st.changed = merge(missed, r.Changed)
}

// fault takes in a mistake that showed only when a page of r was made: the site before r is
// shown instead, if it was a good one. It says whether anything is different now.
func (st *stand) fault(r *build.Result, d diag.Diagnostic) bool {
	back := r == st.shown && st.before != nil
	if back {
		st.shown, st.before = st.before, nil
	}
	more := r == st.newest && !slices.Contains(st.problems, d)
	if more {
		st.problems = append(slices.Clone(st.problems), d)
		st.problems.Sort()
	}
	if back || more {
		st.generation++
	}
	return back || more
}

func errorsOf(list diag.List) diag.List {
	var out diag.List
	for _, d := range list {
		if d.Severity == diag.Error {
			out = append(out, d)
		}
	}
	return out
}

// merge adds newer changes to older ones, each page once.
func merge(older, newer []build.Change) []build.Change {
	out := slices.Clone(newer)
	for _, c := range older {
		if !slices.ContainsFunc(newer, func(n build.Change) bool { return n.Address == c.Address }) {
			out = append(out, c)
		}
	}
	return out
}
