package output

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

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

// look compares the files with the folder.
func (r *run) look() error {
	missing := r.lookAtFolders()
	r.plan.mkdirs = slices.Sorted(maps.Keys(missing))
	found := make([]finding, len(r.files))
	group, ctx := errgroup.WithContext(r.ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	const batch = 64 // files for one goroutine: looking at a file takes less than starting one
	for from := 0; from < len(r.files); from += batch {
		to := min(from+batch, len(r.files))
		group.Go(func() error { return r.compareAll(ctx, r.files[from:to], found[from:to], missing) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return r.decide(found)
}

// compareAll compares files that follow each other. It opens each folder once, which
// saves two of three system calls for a file that has not changed.
func (r *run) compareAll(ctx context.Context, files []File, found []finding, missing map[string]bool) error {
	var folder *os.Root
	defer func() {
		if folder != nil {
			folder.Close()
		}
	}()
	at := ""
	for i := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		f := &files[i]
		dir := path.Dir(f.Path)
		found[i].record.hash = sha256.Sum256(f.Bytes)
		if missing[dir] {
			continue
		}
		var err error
		if dir != at {
			if folder != nil {
				folder.Close()
			}
			if folder, err = r.root.OpenRoot(dir); err != nil {
				return failed("open the folder", dir, err)
			}
			at = dir
		}
		if err := r.compare(f, folder, &found[i]); err != nil {
			return failed("look at", f.Path, err)
		}
	}
	return nil
}

// compare looks at the place of f, which is in folder, and reads only what may be
// there already. The finding holds the hash of f already.
func (r *run) compare(f *File, folder *os.Root, at *finding) error {
	name := path.Base(f.Path)
	info, err := folder.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		at.state = folderInTheWay
		return nil
	}
	known, owned := r.memory.ours[f.Path]
	at.state = differs
	if !owned {
		if at.alias = r.alias(f.Path, info); at.alias != "" {
			return nil // written even if the bytes are right: the name is not
		}
		at.state = foreign
	}
	if !info.Mode().IsRegular() || info.Size() != int64(len(f.Bytes)) {
		return nil
	}
	is := recordOf(info, at.record.hash)
	if owned && known != is {
		return nil // what we left there was something else
	}
	b, err := folder.ReadFile(name)
	if err == nil && bytes.Equal(b, f.Bytes) {
		at.state, at.record = identical, is
	}
	return err
}
