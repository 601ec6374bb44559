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
	generation int             // grows with each rebuild, done or failed, and when more is found wrong with the newest
	newest     *build.Result   // nil before the first build
	problems   diag.List       // its errors, and those that showed only when a page was made
	shown      *build.Result   // the newest, or the last without errors
	sound      *build.Result   // the last site shown of which each sample could be made
	before     []*build.Result // shown before without errors: what to go back to, tried from the end
	changed    []build.Change  // pages that changed since the site shown was told of
	assets     []string        // images and the like that did
	failure    error           // why there is nothing newer than the newest; nil when there need not be
}

// held says whether an older site is shown than the newest.
func (st *stand) held() bool { return st.shown != st.newest }

// stale says whether what is shown is not how the files are now.
func (st *stand) stale() bool { return st.held() || st.failure != nil && st.shown != nil }

// wrong is what an author has to mend before anything newer can be seen. While the files
// cannot be read, nobody knows what else is wrong with them.
func (st *stand) wrong() diag.List {
	if st.failure != nil {
		return diag.List{{Severity: diag.Error, Code: "unreadable-file", Text: st.failure.Error()}}
	}
	return st.problems
}

// show takes r in. It says whether anything is different now.
func (st *stand) show(r *build.Result) bool {
	failed := st.failure != nil
	st.failure = nil
	if r.Unchanged && st.newest != nil {
		if failed {
			st.generation++
		}
		return failed
	}
	good := st.shown != nil && (st.held() || len(st.problems) == 0)
	if !st.held() {
		st.forget()
	}
	st.generation++
	st.newest = r
	st.problems = errorsOf(r.Diagnostics)
	switch {
	case len(st.problems) == 0:
		st.leave(good)
		st.shown = r
	case !good: // the best there is
		st.shown, st.before = r, nil
	}
	st.changed = merge(st.changed, r.Changed, func(c build.Change) string { return c.Address })
	st.assets = merge(st.assets, r.Assets, func(address string) string { return address })
	return true
}

// leave remembers the site shown as one to go back to, if it is good. Until one is known to
// be sound those before it are kept too: all of several quick changes may be mistaken.
func (st *stand) leave(good bool) {
	const most = 4
	if !good || st.shown == st.sound {
		st.before = nil
	}
	if good {
		st.before = append(st.before, st.shown)
	}
	if len(st.before) > most {
		st.before = slices.Delete(st.before, 1, 2) // the first is the surest
	}
}

// fail takes in that the files could not be read. It says whether anything is different now.
func (st *stand) fail(err error) bool {
	if st.failure != nil && st.failure.Error() == err.Error() {
		return false
	}
	if !st.held() {
		st.forget()
	}
	st.failure = err
	st.generation++
	return true
}

// forget drops the changes that have been told.
func (st *stand) forget() { st.changed, st.assets = nil, nil }

// fault takes in a mistake that showed only when a page of r was made: the site before r is
// shown instead, if it was a good one. It says whether that is so, and whether it is one
// more that the newest site has.
func (st *stand) fault(r *build.Result, d diag.Diagnostic) (back, more bool) {
	last := len(st.before) - 1
	back = r == st.shown && last >= 0
	if back {
		st.shown, st.before = st.before[last], st.before[:last]
	}
	more = r == st.newest && !slices.Contains(st.problems, d)
	if more {
		st.problems = append(slices.Clone(st.problems), d)
		st.problems.Sort()
	}
	if back || more {
		st.generation++
	}
	return back, more
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

// merge adds newer changes to older ones, each address once.
func merge[T any](older, newer []T, address func(T) string) []T {
	out := slices.Clone(newer)
	seen := map[string]bool{}
	for _, c := range newer {
		seen[address(c)] = true
	}
	for _, c := range older {
		if !seen[address(c)] {
			out = append(out, c)
		}
	}
	return out
}
