package watch

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// mark is what is known of a file without opening it.
type mark struct {
	mode         fs.FileMode
	size         int64
	written      int64 // modification time, which programs set as they like
	changed      int64 // of the inode, which they cannot set; 0 where there is none
	device, file uint64
}

// markOf has a folder's times as well. A file that is made in it and deleted between two looks
// leaves no other trace, and somebody who looked in the meantime believes in it.
func markOf(info fs.FileInfo) mark {
	m := mark{mode: info.Mode(), written: info.ModTime().UnixNano()}
	m.device, m.file, m.changed = identity(info)
	if !info.IsDir() {
		m.size = info.Size()
	}
	return m
}

// place is which folder it is, whatever happens within it.
func (m mark) place() mark {
	if m.mode.IsDir() {
		m.written, m.changed = 0, 0
	}
	return m
}

// state is what is at a path: nothing, when it is zero.
type state struct {
	self   mark
	target mark // of a link, or of a root, which may be one
}

func stateOf(path string) state {
	info, err := os.Lstat(path)
	if err != nil {
		return state{}
	}
	return stateFrom(path, info)
}

func stateFrom(path string, info fs.FileInfo) state {
	s := state{self: markOf(info)}
	if info.Mode()&fs.ModeSymlink != 0 {
		s.target = targetOf(path)
	}
	return s
}

// targetOf is what a link leads to. When that is missing it is the folder where it is
// missing, for the same reason as a folder's times.
func targetOf(link string) mark {
	if info, err := os.Stat(link); err == nil {
		return markOf(info).place() // nobody follows it into a folder
	}
	to, err := os.Readlink(link)
	if err != nil {
		return mark{}
	}
	if !filepath.IsAbs(to) {
		to = filepath.Join(filepath.Dir(link), to)
	}
	for at := filepath.Dir(to); at != filepath.Dir(at); at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil {
			return markOf(info)
		}
	}
	return mark{}
}

// rootStateOf follows a link into its folder, as whoever looks does.
func rootStateOf(dir string) state {
	s := stateOf(dir)
	if info, err := os.Stat(dir); err == nil {
		s.target = markOf(info)
	}
	return s
}

// coarsest is the coarsest time stamp of a file system in use (FAT).
const coarsest = 2 * time.Second

// memory is what a look found, to be compared with the next.
//
// What is written twice within one tick of the file system's clock, with the same length,
// looks the same after both. So what has changed is named again at the next look, and once
// more when every clock must have moved on.
type memory struct {
	states map[string]state
	doubts []doubt
}

// doubt is paths that may have changed once more without showing it.
type doubt struct {
	paths []string
	until time.Time
}

func (m *memory) keep(path string, s state) {
	if m.states == nil {
		m.states = map[string]state{}
	}
	m.states[path] = s
}

func (m *memory) has(path string) bool { _, ok := m.states[path]; return ok }

func (m *memory) forget(path string) { delete(m.states, path) }

// lookAgain looks at every remembered path and returns where to look closer.
func (m *memory) lookAgain(now time.Time) []string {
	states := make(map[string]state, len(m.states))
	for path := range m.states {
		states[path] = stateOf(path)
	}
	return m.compare(states, now)
}

// compare returns the paths that have changed, or may have, and remembers states instead.
func (m *memory) compare(states map[string]state, now time.Time) []string {
	var changed []string
	for path, s := range states {
		if old, ok := m.states[path]; !ok || old != s {
			changed = append(changed, path)
		}
	}
	for path := range m.states {
		if _, ok := states[path]; !ok {
			changed = append(changed, path)
		}
	}
	m.states = states
	again := m.due(now)
	m.doubt(changed, now)
	return slices.Concat(changed, again)
}

// due takes out the doubts that are to be looked into now.
func (m *memory) due(now time.Time) []string {
	var paths []string
	m.doubts = slices.DeleteFunc(m.doubts, func(d doubt) bool {
		if now.Before(d.until) {
			return false
		}
		paths = append(paths, d.paths...)
		return true
	})
	return paths
}

func (m *memory) doubt(paths []string, now time.Time) {
	if len(paths) > 0 {
		m.doubts = append(m.doubts, doubt{paths, now}, doubt{paths, now.Add(coarsest)})
	}
}

func (m *memory) doubtAll(now time.Time) {
	m.doubt(slices.Collect(maps.Keys(m.states)), now)
}
