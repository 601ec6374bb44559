package check

import (
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/playbook"
)

// checked is what is known of one file. What its rules found in it holds for as long as its
// version and its essay are the same, under one house; its mark as long as its version is.
type checked struct {
	version   playbook.Version
	influence bool
	found     diag.List
	mark      *mark // nil for short texts
}

// recall finds the files again that were there before, as they were.
func (r *run) recall(before *run) {
	r.was = make([]int32, len(r.p.Entries))
	same := len(before.files) == len(r.was)
	var places map[playbook.Version]int32
	for i, e := range r.p.Entries {
		v := r.p.Version(e)
		r.was[i] = -1
		switch {
		case v == playbook.Version{}:
		case same && before.files[i].version == v:
			r.was[i] = int32(i)
		case r.p.Alike(before.p): // in the same order, so this one has changed
		default:
			if places == nil {
				places = placesOf(before.files)
			}
			if at, known := places[v]; known {
				r.was[i] = at
			}
		}
	}
}

func placesOf(files []checked) map[playbook.Version]int32 {
	out := make(map[playbook.Version]int32, len(files))
	for i := range files {
		if v := files[i].version; v != (playbook.Version{}) {
			out[v] = int32(i)
		}
	}
	return out
}

// readChanged runs the rules of those files that are not as they were.
func (r *run) readChanged(before *run, h *house) {
	r.files = make([]checked, len(r.p.Entries))
	var changed []int
	alike := r.p.Alike(before.p)
	for i, e := range r.p.Entries {
		influence := alike && before.files[i].influence || !alike && influence(r.p, e)
		if at := r.was[i]; at >= 0 && before.files[at].influence == influence {
			r.files[i] = before.files[at]
			continue
		}
		r.files[i] = checked{version: r.p.Version(e), influence: influence}
		changed = append(changed, i)
	}
	r.read = len(changed)
	parallel.Each(len(changed), 16, func() func(int) {
		f := file{house: h, goodTags: map[string]bool{}}
		return func(i int) { r.look(&f, changed[i]) }
	})
}

func (r *run) look(f *file, i int) {
	e, c := r.p.Entries[i], &r.files[i]
	text := r.p.Text(e)
	c.found = f.check(reading{writtenIn(e), c.influence, text})
	if e.Kind != playbook.KindPage {
		f.shingles = appendShingles(f.shingles[:0], text.Body.Text)
		c.mark = markOf(f.shingles)
	}
}
