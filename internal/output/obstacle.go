package output

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// lookAtFolders finds out which folders of the site do not exist yet, and what stands
// in their place.
func (r *run) lookAtFolders() (missing map[string]bool) {
	missing = map[string]bool{}
	known := map[string]bool{".": true}
	for i := range r.files {
		r.lookAtFolder(path.Dir(r.files[i].Path), known, missing)
	}
	return missing
}

func (r *run) lookAtFolder(dir string, known, missing map[string]bool) {
	if known[dir] {
		return
	}
	known[dir] = true
	parent := path.Dir(dir)
	r.lookAtFolder(parent, known, missing)
	if missing[parent] {
		missing[dir] = true
		return
	}
	info, err := r.root.Lstat(dir)
	if err == nil && info.IsDir() {
		return
	}
	missing[dir] = true
	if err != nil {
		return // not there; if it is something else, making it will say what
	}
	// A link to a folder is in the way too: what is behind it is not ours to change.
	if _, owned := r.memory.ours[dir]; owned || r.opts.Force {
		r.plan.blockers = append(r.plan.blockers, dir)
	} else {
		r.plan.foreign = append(r.plan.foreign, dir)
	}
}

// clearFolder plans the removal of a folder where a file should go. It may hold files
// of ours that are not part of the site any more, and nothing else.
func (r *run) clearFolder(dir string) {
	err := fs.WalkDir(r.root.FS(), dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		_, owned := r.memory.ours[p]
		switch {
		case d.IsDir():
			r.plan.rmdirs = append(r.plan.rmdirs, p)
		case owned:
			r.plan.blockers = append(r.plan.blockers, p)
		default:
			r.plan.foreign = append(r.plan.foreign, p)
			r.plan.folders = true
		}
		return nil
	})
	if err != nil {
		r.plan.foreign = append(r.plan.foreign, dir)
		r.plan.folders = true
	}
	slices.SortFunc(r.plan.rmdirs, func(a, b string) int { return strings.Compare(b, a) })
}

// alias returns the name by which what is at p is ours, on a system that ignores case:
// Map.html, when the site now has map.html. It is "" if there is none.
func (r *run) alias(p string, info fs.FileInfo) string {
	old, ok := r.memory.byFold[fold(p)]
	if !ok {
		return ""
	}
	if other, err := r.root.Lstat(old); err != nil || !os.SameFile(info, other) {
		return ""
	}
	return old
}

// realFolder says whether dir and all above it are folders, none of them a link.
func (r *run) realFolder(dir string) bool {
	for ; dir != "."; dir = path.Dir(dir) {
		info, err := r.root.Lstat(dir)
		if err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}
