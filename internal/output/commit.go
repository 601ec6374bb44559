package output

import (
	"cmp"
	"path"
	"slices"
	"strconv"
)

// commit puts the staged files into place, or, if any of it fails, takes all of it
// back. It does not heed the context: stopping halfway would take as long.
func (r *run) commit() (err error) {
	if len(r.plan.writes) == 0 {
		return nil
	}
	defer func() {
		if err != nil {
			r.rollBack()
		}
	}()
	if err := r.announce(r.plan.writes); err != nil {
		return err
	}
	if err := r.clearWay(); err != nil {
		return err
	}
	for _, dir := range r.plan.mkdirs {
		if err := r.do("make the folder", dir, func() error { return r.root.Mkdir(dir, 0o755) }); err != nil {
			return err
		}
		r.undo = append(r.undo, func() { _ = r.root.Remove(dir) })
	}
	for _, i := range r.order() {
		if err := r.put(i); err != nil {
			return err
		}
	}
	return nil
}

// order is that of the classes; within one, files that are new go before those that
// replace others, so that what links to them never leads nowhere.
func (r *run) order() []int {
	order := make([]int, len(r.plan.writes))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		w := r.plan.writes[i]
		if w.replaces {
			return 2*int(w.file.Class) + 1
		}
		return 2 * int(w.file.Class)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	return order
}

// put renames the i-th write into place. What it replaces is kept under a second name
// until all is well.
func (r *run) put(i int) error {
	w := r.plan.writes[i]
	p, kept := w.file.Path, path.Join(stageDir, "old-"+strconv.Itoa(i))
	if w.alias != "" { // only this changes a name's case; replacing the file keeps it
		if err := r.do("rename", w.alias, func() error { return r.root.Rename(w.alias, p) }); err != nil {
			return err
		}
		r.undo = append(r.undo, func() { _ = r.root.Rename(p, w.alias) })
	}
	// Where hard links do not exist, a file that is replaced cannot be brought back.
	linked := w.replaces && r.root.Link(p, kept) == nil
	if err := r.do("write", p, func() error { return r.root.Rename(w.staged, p) }); err != nil {
		return err
	}
	switch {
	case linked:
		r.undo = append(r.undo, func() { _ = r.root.Rename(kept, p) })
	case !w.replaces:
		r.undo = append(r.undo, func() { _ = r.root.Remove(p) })
	}
	r.stats.Written++
	r.stats.Bytes += r.next[p].Size
	return nil
}

// clearWay moves aside what stands in the way of the new files: files where folders
// should be, and folders where files should be. It is the one thing that happens to
// the old site before the new one is there.
func (r *run) clearWay() error {
	for i, p := range r.plan.blockers {
		kept := path.Join(stageDir, "blocker-"+strconv.Itoa(i))
		if err := r.do("remove", p, func() error { return r.root.Rename(p, kept) }); err != nil {
			return err
		}
		r.undo = append(r.undo, func() { _ = r.root.Rename(kept, p) })
	}
	for _, dir := range r.plan.rmdirs {
		if err := r.do("remove the folder", dir, func() error { return r.root.Remove(dir) }); err != nil {
			return err
		}
		r.undo = append(r.undo, func() { _ = r.root.Mkdir(dir, 0o755) })
	}
	return nil
}

// do takes one step and names it if it fails.
func (r *run) do(what, name string, step func() error) error {
	err := r.opts.step(what + " " + name)
	if err == nil {
		err = step()
	}
	if err != nil {
		return failed(what, name, err)
	}
	return nil
}

// rollBack undoes the steps that were taken. What cannot be undone is put right by the
// next run that succeeds.
func (r *run) rollBack() {
	for _, undo := range slices.Backward(r.undo) {
		undo()
	}
	_ = r.announce(nil)
	r.stats = Stats{}
}
