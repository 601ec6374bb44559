package source

import (
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/stamp"
)

// Scanner looks at the same content again and again. Of entries and assets it keeps no more
// than a sum of their bytes: a Tree has the bytes of those that were read for it, and no others.
// It reads a file anew only when its stamp has changed or cannot be relied on, and never takes a file for unchanged
// because nobody reported a change.
type Scanner struct {
	fsys    fs.FS
	seen    map[string]*sight
	folders map[string]bool // those with something seen in or below them; nil before a scan
}

// sight is a file as it was when it was last read.
type sight struct {
	found
	stamp  stamp.Stamp
	sure   bool // an equal stamp means equal bytes
	file   File
	report diag.List
}

// NewScanner returns a scanner that has seen nothing yet.
func NewScanner(fsys fs.FS) *Scanner { return &Scanner{fsys: fsys} }

// Scan finds and reads the content as it is now. What is wrong with single files is in
// the list, in reading order; the error is for content that cannot be looked at.
// A folder without content/ has no entries; its Markdown is reported as left out.
func (s *Scanner) Scan() (Tree, diag.List, error) {
	s.folders = nil
	w := &walker{fsys: s.fsys}
	if err := w.start(); err != nil {
		return Tree{}, nil, err
	}
	now := make(map[string]*sight, len(w.found))
	var mu sync.Mutex
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for part := range slices.Chunk(w.found, 64) {
		group.Go(func() error {
			d := s.at(path.Dir(part[0].path))
			for _, f := range part {
				if dir := path.Dir(f.path); dir != d.name {
					d = s.at(dir)
				}
				got := s.look(f, d)
				mu.Lock()
				now[f.path] = got
				mu.Unlock()
			}
			return nil
		})
	}
	_ = group.Wait() // a file that cannot be read is a diagnostic
	s.seen = now
	s.folders = map[string]bool{}
	for p := range now {
		for dir := path.Dir(p); !s.folders[dir]; dir = path.Dir(dir) {
			s.folders[dir] = true
		}
	}
	tree, list := gather(now, w.list)
	for _, f := range tree.Entries {
		now[f.Path].drop()
	}
	for i := range tree.Assets {
		now[tree.Assets[i].Path].drop()
		tree.Assets[i].Bytes, tree.Assets[i].Fresh = nil, false // whoever publishes them reads one at a time
	}
	return tree, list, nil
}

// drop keeps no more than tells whether a file has changed.
func (s *sight) drop() { s.file.Bytes, s.file.Fresh = nil, false }

func stampOf(fsys fs.FS, p string) (stamp.Stamp, bool) {
	info, err := fs.Stat(fsys, p)
	if err != nil {
		return stamp.Stamp{}, false
	}
	return stamp.Of(info)
}

// Forget makes the next scan read every file.
func (s *Scanner) Forget() { s.seen, s.folders = nil, nil }

// opened is a folder with files. Where the system can, it is opened once, which saves most
// of what it takes to find that a file has not changed.
type opened struct {
	name string
	fsys fs.FS
	path func(string) string // of a file, in fsys
}

// folders is a file system that can open a folder and keep it open, which fs.Sub does not do.
type folders interface {
	Folder(dir string) (fs.FS, error)
}

func (s *Scanner) at(dir string) opened {
	if system, ok := s.fsys.(folders); ok {
		if sub, err := system.Folder(dir); err == nil {
			return opened{dir, sub, path.Base}
		}
	}
	return opened{dir, s.fsys, path.Clean}
}

// look reads a file, unless it is known to be as it was.
func (s *Scanner) look(f found, in opened) *sight {
	before := s.seen[f.path]
	mark, ok := stampOf(in.fsys, in.path(f.path))
	if before != nil && ok && before.sure && before.role == f.role && before.stamp == mark {
		return before
	}
	started := time.Now()
	got := &sight{found: f, stamp: mark}
	got.file, got.report = read(s.fsys, f)
	got.sure = ok && !got.report.HasErrors() && mark.Sure(started)
	return got
}

// gather puts what was seen in order.
func gather(seen map[string]*sight, list diag.List) (Tree, diag.List) {
	var t Tree
	list = slices.Clone(list)
	for _, p := range slices.Sorted(maps.Keys(seen)) {
		list = append(list, seen[p].report...)
		if !seen[p].report.HasErrors() {
			t.add(seen[p].role, seen[p].file)
		}
	}
	list = append(list, clashes(t.Assets)...)
	list.Sort()
	return t, list
}

// Look looks at the named entries only and takes the rest for unchanged; so a scan
// should follow soon. It returns the entries that hold other bytes than before. It is
// not ok when only a scan can tell: something was made, moved or removed, cannot be
// read, or is no entry.
func (s *Scanner) Look(paths []string) (changed []File, ok bool) {
	if s.folders == nil {
		return nil, false
	}
	for _, p := range paths {
		before := s.seen[p]
		switch {
		case before == nil && s.nothing(p):
			continue
		case before == nil || before.role != isEntry || !s.plain(p):
			return nil, false
		}
		got := s.look(before.found, s.at(path.Dir(p)))
		if len(got.report) > 0 || len(before.report) > 0 {
			return nil, false
		}
		if got.file.Hash != before.file.Hash {
			changed = append(changed, got.file)
		}
		got.drop()
		s.seen[p] = got
	}
	return changed, true
}

// nothing says whether there is nothing at p that a scan would see: what an editor
// wrote beside the file and has removed again.
func (s *Scanner) nothing(p string) bool {
	for name := range strings.SplitSeq(p, "/") {
		if Ignored(name) {
			return true
		}
	}
	_, err := fs.Lstat(s.fsys, p)
	return err != nil && s.folders[path.Dir(p)] && !s.folders[p]
}

func (s *Scanner) plain(p string) bool {
	info, err := fs.Lstat(s.fsys, p)
	return err == nil && info.Mode().IsRegular()
}
