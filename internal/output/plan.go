package output

import (
	"slices"

	"github.com/microleadership/playbook/internal/stamp"
)

// plan is what has to be done, found out before anything is.
type plan struct {
	writes   []write
	stale    []string // ours, no longer part of the site
	blockers []string // files and links that stand where folders should be, or the other way round
	rmdirs   []string // folders that stand where files should be, deepest first
	mkdirs   []string // folders that are missing, outermost first
	foreign  []string // in the way and not ours
	folders  bool     // some of the foreign are in folders where files should be

	byFold map[string]string // the paths of the site, as a system that ignores case sees them
}

// write is a file that has to go into place.
type write struct {
	file     *File
	staged   string // where it waits
	stamp    stamp.Stamp
	replaces bool   // there is a file at the path now
	alias    string // and that is one of ours, by a name in other case
}

// decide turns what was found into a plan, or refuses.
func (r *run) decide(found []finding) error {
	r.next = make(manifest, len(r.files))
	for i := range r.files {
		f, at := &r.files[i], &found[i]
		switch at.state {
		case identical:
			r.next[f.Path] = at.sum
			r.stats.Unchanged++
			continue
		case folderInTheWay:
			r.clearFolder(f.Path)
		case foreign:
			if !r.opts.Force {
				r.plan.foreign = append(r.plan.foreign, f.Path)
			}
		}
		r.next[f.Path] = at.sum
		r.plan.writes = append(r.plan.writes, write{f, at.staged, at.stamp, at.state == differs || at.state == foreign, at.alias})
	}
	r.plan.byFold = make(map[string]string, len(r.next))
	for p := range r.next {
		r.plan.byFold[fold(p)] = p
	}
	for p := range r.memory.ours {
		if _, ok := r.next[p]; !ok && !slices.Contains(r.plan.blockers, p) {
			r.plan.stale = append(r.plan.stale, p)
		}
	}
	slices.Sort(r.plan.stale)
	if len(r.plan.foreign) > 0 {
		slices.Sort(r.plan.foreign)
		return &ForeignError{r.root.Name(), slices.Compact(r.plan.foreign), r.plan.folders}
	}
	return nil
}
