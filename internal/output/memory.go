package output

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
)

// What a run leaves for the next one, in .playbook/:
//
//	manifest  what is ours, since the last run that ended well
//	pending   paths that were not ours when the run began, with the bytes they were to
//	          get; there only after a run that was cut short
//	stage/    files that had not gone into place; of no use to anyone
//
// A path in pending is ours only if those bytes are there. So a run that is killed at
// any moment loses none of its files and claims none of others'.
const (
	manifestFile = ours + "/manifest"
	pendingFile  = ours + "/pending"
	stageDir     = ours + "/stage"
)

// memory is what earlier runs have left.
type memory struct {
	saved   manifest          // what the manifest says, nil when it is missing or broken
	ours    manifest          // saved, and what a run that was cut short had put in place
	byFold  map[string]string // the paths of ours, as a system that ignores case sees them
	pending []string          // the paths a run that was cut short was about to make
}

// load reads what is ours. A manifest that is missing or broken says that nothing is.
func (r *run) load() {
	m := &r.memory
	m.saved, _ = r.readManifest(manifestFile)
	m.ours = manifest{}
	maps.Copy(m.ours, m.saved)
	pending, _ := r.readManifest(pendingFile)
	for p, sum := range pending {
		m.pending = append(m.pending, p)
		if _, ok := m.ours[p]; !ok {
			r.recover(p, sum)
		}
	}
	m.byFold = make(map[string]string, len(m.ours))
	for p := range m.ours {
		m.byFold[fold(p)] = p
	}
}

// recover makes p ours if it holds the bytes that it was to get.
func (r *run) recover(p string, sum Sum) {
	if !r.realFolder(path.Dir(p)) {
		return
	}
	info, err := r.root.Lstat(p)
	if err != nil || !info.Mode().IsRegular() || info.Size() != sum.Size {
		return
	}
	if b, err := r.root.ReadFile(p); err == nil && SumOf(b) == sum {
		r.memory.ours[p] = sum
	}
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

// announce says which paths are about to become ours by these writes. With none, it
// takes an announcement back.
func (r *run) announce(writes []write) error {
	pending := maps.Clone(r.memory.ours) // with what the last announcement made ours
	for _, w := range writes {
		pending[w.file.Path] = r.next[w.file.Path]
	}
	maps.DeleteFunc(pending, func(p string, _ Sum) bool { _, ok := r.memory.saved[p]; return ok })
	if len(pending) == 0 {
		return r.forget()
	}
	return r.save(pendingFile, pending, false)
}

func (r *run) forget() error {
	if err := r.root.Remove(pendingFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failed("remove", pendingFile, err)
	}
	return nil
}

// remember makes m the manifest, unless it is already.
func (r *run) remember(m manifest) error {
	if !maps.Equal(r.memory.saved, m) {
		if err := r.save(manifestFile, m, true); err != nil {
			return err
		}
	}
	return r.forget()
}

// save writes a manifest aside before it takes the old one's place. The one that lasts
// is synced: after a power cut, pages can be written again, but not what is ours.
func (r *run) save(name string, m manifest, sync bool) error {
	if err := r.openStage(); err != nil {
		return err
	}
	if err := r.opts.step("save " + name); err != nil {
		return failed("write", name, err)
	}
	aside := path.Join(stageDir, path.Base(name))
	f, err := r.root.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return failed("write", name, err)
	}
	_, err = f.Write(m.encode())
	if err == nil && sync {
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
