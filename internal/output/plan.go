package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
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
	replaces bool   // there is a file at the path now
	alias    string // and that is one of ours, by a name in other case
}

// look compares the files with the folder.
func (r *run) look() error {
	missing := r.lookAtFolders()
	r.plan.mkdirs = slices.Sorted(maps.Keys(missing))
	found := make([]finding, len(r.files))
	group, ctx := errgroup.WithContext(r.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	const batch = 64 // files for one goroutine: looking at a file takes less than starting one
	for from := 0; from < len(r.files); from += batch {
		group.Go(func() error {
			for i := from; i < min(from+batch, len(r.files)); i++ {
				if err := ctx.Err(); err != nil {
					return err
				}
				f := &r.files[i]
				var err error
				if found[i], err = r.compare(f, missing[path.Dir(f.Path)]); err != nil {
					return failed("look at", f.Path, err)
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return r.decide(found)
}

// decide turns what was found into a plan, or refuses.
func (r *run) decide(found []finding) error {
	r.next = make(manifest, len(r.files))
	for i := range r.files {
		f, at := &r.files[i], &found[i]
		switch at.state {
		case identical:
			r.next[f.Path] = at.record
			r.stats.Unchanged++
			continue
		case folderInTheWay:
			r.clearFolder(f.Path)
		case foreign:
			if !r.opts.Force {
				r.plan.foreign = append(r.plan.foreign, f.Path)
			}
		}
		r.next[f.Path] = record{size: int64(len(f.Bytes)), hash: at.record.hash}
		r.plan.writes = append(r.plan.writes, write{f, at.state == differs || at.state == foreign, at.alias})
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

// finding is what there is at a file's path.
type finding struct {
	state  state
	record record // its hash is that of the file to publish
	alias  string // the name by which it is ours, if that differs in case
}

type state uint8

const (
	absent         state = iota
	identical            // the very bytes
	differs              // ours to replace
	foreign              // not ours
	folderInTheWay       // not a file at all
)

// compare looks at the place of f, reading only files that may have been touched.
func (r *run) compare(f *File, folderMissing bool) (finding, error) {
	at := finding{record: record{hash: sha256.Sum256(f.Bytes)}}
	if folderMissing {
		return at, nil
	}
	info, err := r.root.Lstat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return at, nil
	case err != nil:
		return at, err
	case info.IsDir():
		at.state = folderInTheWay
		return at, nil
	}
	known, owned := r.memory.ours[f.Path]
	at.state = differs
	if !owned {
		if at.alias = r.alias(f.Path, info); at.alias != "" {
			return at, nil // written even if the bytes are right: the name is not
		}
		at.state = foreign
	}
	if !info.Mode().IsRegular() || info.Size() != int64(len(f.Bytes)) {
		return at, nil
	}
	is := recordOf(info, at.record.hash)
	if known == is {
		at.state, at.record = identical, is
		return at, nil
	}
	if owned && known.time == is.time && known.size == is.size {
		return at, nil // as we left it, and that was something else
	}
	b, err := r.root.ReadFile(f.Path)
	if err == nil && bytes.Equal(b, f.Bytes) {
		at.state, at.record = identical, is
	}
	return at, err
}
