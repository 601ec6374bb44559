package output

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"
)

// What a run leaves for the next one, in .playbook/:
//
//	manifest  what is ours, since the last run that ended well
//	pending   paths that were not ours when the run began, with the bytes they were to
//	          get; there only after a run that was cut short
//	stage-…   files that had not gone into place; of no use to anyone
//
// A path in pending is ours only if those bytes are there. So a run that is killed at
// any moment loses none of its files and claims none of others'.
const (
	manifestFile = ours + "/manifest"
	pendingFile  = ours + "/pending"
	stagePrefix  = "stage-"
)

// load reads what is ours. A manifest that is missing or broken says that nothing is.
func (r *run) load() {
	r.old = manifest{}
	if m, err := r.readManifest(manifestFile); err == nil {
		r.old = m
	}
	pending, err := r.readManifest(pendingFile)
	if err != nil {
		return
	}
	for p, rec := range pending {
		if _, ok := r.old[p]; ok || !r.realFolder(path.Dir(p)) {
			continue
		}
		info, err := r.root.Lstat(p)
		if err != nil || !info.Mode().IsRegular() || info.Size() != rec.size {
			continue
		}
		if b, err := r.root.ReadFile(p); err == nil && sha256.Sum256(b) == rec.hash {
			r.old[p] = recordOf(info, rec.hash)
		}
	}
}

func recordOf(info fs.FileInfo, hash [sha256.Size]byte) record {
	return record{info.Size(), info.ModTime().UnixNano(), hash}
}

func (r *run) readManifest(name string) (manifest, error) {
	info, err := r.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errManifest
	}
	b, err := r.root.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return decodeManifest(b)
}

// announce says which paths are about to become ours.
func (r *run) announce() error {
	pending := manifest{}
	saved, _ := r.readManifest(manifestFile)
	for _, set := range []manifest{r.old, r.next} {
		for p, rec := range set {
			if _, ok := saved[p]; !ok {
				pending[p] = rec
			}
		}
	}
	if len(pending) == 0 {
		return nil
	}
	return r.save(pendingFile, pending)
}

// remember makes m the manifest, unless it is already.
func (r *run) remember(m manifest) error {
	saved, err := r.readManifest(manifestFile)
	if err != nil || !maps.Equal(saved, m) {
		if err := r.save(manifestFile, m); err != nil {
			return err
		}
	}
	if err := r.root.Remove(pendingFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed("remove", pendingFile, err)
	}
	return nil
}

// save writes a manifest aside and syncs it before it takes the old one's place: what
// is ours must survive even what the pages need not.
func (r *run) save(name string, m manifest) error {
	if err := r.openStage(); err != nil {
		return err
	}
	aside := path.Join(r.stage, path.Base(name))
	f, err := r.root.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return failed("write", name, err)
	}
	_, err = f.Write(m.encode())
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = r.root.Rename(aside, name)
	}
	if err != nil {
		return failed("write", name, err)
	}
	return nil
}

// clean removes what runs have staged, this one and those that were cut short.
func (r *run) clean() {
	r.stage = ""
	list, _ := fs.ReadDir(r.root.FS(), ours)
	for _, e := range list {
		if strings.HasPrefix(e.Name(), stagePrefix) {
			_ = r.root.RemoveAll(path.Join(ours, e.Name())) // the next run tries again
		}
	}
}
