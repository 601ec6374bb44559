package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
)

// finish deletes what is no longer part of the site and remembers what is. When
// something cannot be deleted, the rest is, and it stays ours for the next run to try.
func (r *run) finish() error {
	left := maps.Clone(r.next)
	var failures []error
	for _, p := range r.plan.stale {
		if err := r.remove(p); err != nil {
			failures = append(failures, err)
			left[p] = r.memory.ours[p]
			continue
		}
		r.prune(path.Dir(p))
	}
	for _, p := range r.plan.blockers {
		if _, owned := r.memory.ours[p]; owned {
			r.stats.Deleted++
		}
	}
	for _, p := range r.memory.pending {
		r.prune(path.Dir(p)) // folders made for files that never came
	}
	if err := r.opts.step("remember"); err != nil {
		return err
	}
	fresh := make(map[string]seen, len(r.plan.writes))
	for _, w := range r.plan.writes {
		fresh[w.file.Path] = seen{w.stamp, r.next[w.file.Path]}
	}
	r.opts.Stamps.written(r.root.Name(), fresh)
	return errors.Join(append(failures, r.remember(left))...)
}

// remove deletes a file of ours. If there is a folder now, or links lead to it, it is
// not what we wrote.
func (r *run) remove(p string) error {
	if !r.realFolder(path.Dir(p)) {
		return nil
	}
	info, err := r.root.Lstat(p)
	if err != nil || info.IsDir() || r.isNew(p, info) {
		return nil
	}
	err = r.do("delete", p, func() error { return r.root.Remove(p) })
	if err == nil {
		r.stats.Deleted++
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// isNew says whether the stale path p is a file of the new site by a name in other
// case, on a system that ignores case.
func (r *run) isNew(p string, info fs.FileInfo) bool {
	now, ok := r.plan.byFold[fold(p)]
	if !ok {
		return false
	}
	other, err := r.root.Lstat(now)
	return err == nil && os.SameFile(info, other)
}

// prune removes dir and the folders above it that have become empty.
func (r *run) prune(dir string) {
	for dir != "." && !r.realFolder(dir) {
		dir = path.Dir(dir)
	}
	for ; dir != "."; dir = path.Dir(dir) {
		if r.root.Remove(dir) != nil {
			return // not empty
		}
	}
}
