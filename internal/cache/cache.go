// Package cache keeps what a build has found out for the next one, in a folder that may be
// lost at any time: it only saves work. What cannot be relied on to the last bit is
// discarded as a whole, and Discarded says why, in one line.
//
//	CACHEDIR.TAG, .gitignore  so that backups and git leave the folder alone
//	lock                      held by the one process that uses the folder
//	section-1, section-2 …    named sections, each with a sum
//	pieces-1, pieces-2 …      many small pieces, each with a sum, that sections refer to
//	state                     what there is of both; written aside, then renamed
//
// What a state names is never written to again. Pieces are added in new files; when more than
// half of what lies there is dead, those that live move to one.
package cache

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"

	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/parallel"
)

// Folder is a cache that is open. Pieces are for several goroutines at a time, all else for one.
type Folder struct {
	pieces
	dir       string
	format    string
	lock      *flock.Flock
	state     *state // nil when there is nothing to rely on
	next      uint32 // the number of the next section
	ahead     []sectionFile
	discarded string
}

// ErrBusy is that another process uses the folder.
var ErrBusy = errors.New("another build is using it")

const (
	stateName  = "state"
	tagName    = "CACHEDIR.TAG"
	ignoreName = ".gitignore"
	lockName   = "lock"

	tag = "Signature: 8a477f597d28d172789f06886806bc55\n# What playbook build has found out. It can be removed at any time.\n"
)

// Open opens the cache in dir, and makes the folder if need be. format stands for all that
// gives its bytes their meaning: what was written under another one is discarded.
func Open(dir, format string) (*Folder, error) {
	if err := furnish(dir); err != nil {
		return nil, err
	}
	lock := flock.New(filepath.Join(dir, lockName), flock.SetPermissions(0o644))
	switch ok, err := lock.TryLock(); {
	case err != nil:
		return nil, err
	case !ok:
		return nil, ErrBusy
	}
	f := &Folder{dir: dir, format: format, lock: lock}
	f.pieces.dir = dir
	var err error
	if f.state, err = openState(dir, format); err == nil && f.state != nil {
		err = f.pieces.open(f.state.Pieces)
	}
	if err != nil {
		f.discard(err.Error())
	}
	f.sweep()
	return f, nil
}

// furnish makes the folder. One that has other things in it and was not made here is left alone.
func furnish(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if info, err := os.Lstat(filepath.Join(dir, tagName)); err == nil && info.Mode().IsRegular() {
		return nil
	}
	list, err := os.ReadDir(dir)
	if err == nil && len(list) > 0 {
		err = errors.New("there are other things in it")
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, ignoreName), []byte("*\n"), 0o644)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, tagName), []byte(tag), 0o644) // last: it says that all is there
	}
	return err
}

// Discarded says why nothing of what lay in the folder is used, or "" when nothing did or
// all is well.
func (f *Folder) Discarded() string { return f.discarded }

// Discard makes the folder as good as new, for who finds that its sections make no sense.
func (f *Folder) Discard(why string) { f.discard(why) }

func (f *Folder) discard(why string) {
	if f.discarded == "" {
		f.discarded = why
	}
	f.state = nil
	f.pieces.forget()
	_ = remove(filepath.Join(f.dir, stateName)) // what stays there is discarded again
}

// Section returns what was saved under a name. It is not ok when nothing was, or when it
// cannot be relied on; then neither can the rest.
func (f *Folder) Section(name string) (string, bool) {
	if f.state == nil {
		return "", false
	}
	text, ok, err := f.state.section(name)
	if err != nil {
		f.discard(err.Error())
		return "", false
	}
	return text, ok
}

// Sections returns several sections at once, all of them or none.
func (f *Folder) Sections(names []string) ([]string, bool) {
	if f.state == nil {
		return nil, false
	}
	texts, found, errs := make([]string, len(names)), make([]bool, len(names)), make([]error, len(names))
	parallel.Each(len(names), 1, func() func(int) {
		return func(i int) { texts[i], found[i], errs[i] = f.state.section(names[i]) }
	})
	if err := errors.Join(errs...); err != nil {
		f.discard(errCut.Error())
		return nil, false
	}
	return texts, !slices.Contains(found, false)
}

// Section is a named part of what is saved.
type Section struct {
	Name string
	Save func(*pack.Writer)

	written *sectionFile // by Ahead
}

// Ahead writes a section before the others, so that what it is written from can be let go. What
// it returns is to be saved with them: then it is part of what is saved, and only then.
func (f *Folder) Ahead(s Section) (Section, error) {
	file := sectionFile{Name: s.Name, Number: f.number(1)}
	if err := file.write(f.dir, s.Save); err != nil {
		return s, fmt.Errorf("cannot save the cache: %w", err)
	}
	f.ahead = append(f.ahead, file)
	return Section{Name: s.Name, written: &file}, nil
}

// number returns the first of so many numbers that no section has.
func (f *Folder) number(n int) uint32 {
	if f.state != nil {
		for _, at := range f.state.Sections {
			f.next = max(f.next, at.Number+1)
		}
	}
	f.next += uint32(n)
	return f.next - uint32(n)
}

// Save replaces what was saved. live are the pieces that the sections refer to; those that
// move are given their new places before sections are asked to write, several at once.
func (f *Folder) Save(live []*Ref, sections []Section) error {
	if err := f.pieces.settle(live); err != nil {
		f.discard(err.Error()) // a piece that cannot be moved would be in the way of every later build
		return fmt.Errorf("cannot save the cache: %w", err)
	}
	return f.replace(&state{Pieces: f.pieces.names()}, sections)
}

// Amend replaces some sections of what was saved. All others stay, and with them the pieces
// that they refer to; pieces that were added since are not among them.
func (f *Folder) Amend(sections []Section) error {
	if f.state == nil {
		return errors.New("there is nothing to amend in the cache")
	}
	kept := slices.DeleteFunc(slices.Clone(f.state.Sections), func(at sectionFile) bool {
		return slices.ContainsFunc(sections, func(s Section) bool { return s.Name == at.Name })
	})
	return f.replace(&state{Pieces: f.state.Pieces, Sections: kept}, sections)
}

func (f *Folder) replace(next *state, sections []Section) error {
	next.dir, next.format = f.dir, f.format
	if err := next.write(f.number(len(sections)), sections); err != nil {
		return fmt.Errorf("cannot save the cache: %w", err)
	}
	f.state = next
	f.ahead = slices.DeleteFunc(f.ahead, func(at sectionFile) bool { return slices.Contains(next.Sections, at) })
	f.sweep()
	return nil
}

// sweep removes files that nothing refers to any more.
func (f *Folder) sweep() {
	f.pieces.sweep()
	list, _ := os.ReadDir(f.dir)
	for _, e := range list {
		if strings.HasPrefix(e.Name(), sectionPrefix) && !f.names(e.Name()) {
			_ = remove(filepath.Join(f.dir, e.Name())) // what cannot be removed lies there unused
		}
	}
}

// names says whether a file is one of what is saved, or is going to be.
func (f *Folder) names(file string) bool {
	list := f.ahead
	if f.state != nil {
		list = slices.Concat(list, f.state.Sections)
	}
	return slices.ContainsFunc(list, func(at sectionFile) bool { return at.file() == file })
}

// Close gives the folder to others.
func (f *Folder) Close() error {
	return errors.Join(f.pieces.close(), f.lock.Unlock())
}

// remove deletes a file that may not be there.
func remove(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
