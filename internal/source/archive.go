package source

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// Archive is the files of a playbook at a revision, as a file system. It holds their names
// and sizes; what is in them is read from git when it is asked for, by several goroutines
// at once if need be.
type Archive struct {
	nodes        map[string]*node
	repositories []*objects // that of the playbook first, then those of submodules
}

// node is a file, a symbolic link or a folder.
type node struct {
	object  string // "" for a folder
	size    int64
	link    bool
	from    int // whose objects it is among
	entries []fs.DirEntry
}

// Close ends what reads the files.
func (a *Archive) Close() error {
	for _, o := range a.repositories {
		o.close()
	}
	return nil
}

// Err says what went wrong while files were read, of which each reader has seen no more
// than a file that cannot be read.
func (a *Archive) Err() error {
	for _, o := range a.repositories {
		if err := o.failed(); err != nil {
			return err
		}
	}
	return nil
}

// folder adds a folder with all above it.
func (a *Archive) folder(name string) *node {
	if n := a.nodes[name]; n != nil {
		return n
	}
	n := &node{}
	a.add(name, n)
	return n
}

func (a *Archive) add(name string, n *node) {
	a.nodes[name] = n
	if name != "." {
		above := a.folder(path.Dir(name))
		above.entries = append(above.entries, fs.FileInfoToDirEntry(info{path.Base(name), n}))
	}
}

// Open opens a file, also through a link that leads to one.
func (a *Archive) Open(name string) (fs.File, error) {
	n, err := a.reach("open", name)
	if err != nil {
		return nil, err
	}
	if n.object == "" {
		return &listing{info: info{path.Base(name), n}, rest: a.sorted(n)}, nil
	}
	return &content{info: info{path.Base(name), n}, objects: a.repositories[n.from]}, nil
}

// ReadDir lists a folder in order of name.
func (a *Archive) ReadDir(name string) ([]fs.DirEntry, error) {
	n := a.nodes[name]
	if n == nil || n.object != "" {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return a.sorted(n), nil
}

func (a *Archive) sorted(n *node) []fs.DirEntry {
	return slices.SortedFunc(slices.Values(n.entries), func(x, y fs.DirEntry) int { return cmp.Compare(x.Name(), y.Name()) })
}

// Stat describes a file without reading it.
func (a *Archive) Stat(name string) (fs.FileInfo, error) {
	n, err := a.reach("stat", name)
	if err != nil {
		return nil, err
	}
	return info{path.Base(name), n}, nil
}

// Lstat describes a file or a link.
func (a *Archive) Lstat(name string) (fs.FileInfo, error) {
	n := a.nodes[name]
	if n == nil {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrNotExist}
	}
	return info{path.Base(name), n}, nil
}

// ReadLink says where a link leads.
func (a *Archive) ReadLink(name string) (string, error) {
	n := a.nodes[name]
	if n == nil || !n.link || n.size > maxTarget {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	b, err := a.repositories[n.from].read(n.object, n.size)
	return string(b), err
}

// maxTarget is how long the target of a link may be, as on most systems.
const maxTarget = 4096

// reach finds what is at a name, through one link at the most: a playbook uses no others.
func (a *Archive) reach(op, name string) (*node, error) {
	n := a.nodes[name]
	if n != nil && n.link {
		to, err := a.ReadLink(name)
		if err != nil {
			return nil, err
		}
		if n = a.nodes[path.Join(path.Dir(name), to)]; n != nil && n.link || strings.HasPrefix(to, "/") {
			n = nil
		}
	}
	if n == nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

// info describes a node. Git keeps no times of files.
type info struct {
	name string
	*node
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.Mode().IsDir() }
func (i info) Sys() any           { return nil }
func (i info) Mode() fs.FileMode {
	switch {
	case i.object == "":
		return fs.ModeDir | 0o555
	case i.link:
		return fs.ModeSymlink | 0o777
	}
	return 0o444
}

// content is an open file. It is read from git by the first Read: whoever finds it too large
// never reads it.
type content struct {
	info
	objects *objects
	bytes   *bytes.Reader
}

func (c *content) Stat() (fs.FileInfo, error) { return c.info, nil }
func (c *content) Close() error               { return nil }
func (c *content) Read(to []byte) (int, error) {
	if c.bytes == nil {
		if c.size > MaxAsset {
			return 0, &fs.PathError{Op: "read", Path: c.name, Err: errTooLarge}
		}
		b, err := c.objects.read(c.object, c.size)
		if err != nil {
			return 0, &fs.PathError{Op: "read", Path: c.name, Err: err}
		}
		c.bytes = bytes.NewReader(b)
	}
	return c.bytes.Read(to)
}

// listing is an open folder.
type listing struct {
	info
	rest []fs.DirEntry
}

func (l *listing) Stat() (fs.FileInfo, error) { return l.info, nil }
func (l *listing) Close() error               { return nil }
func (l *listing) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: l.name, Err: fmt.Errorf("it is a folder")}
}

// ReadDir returns the next n entries, or all that are left.
func (l *listing) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(l.rest)
	} else if len(l.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(l.rest))
	out := l.rest[:n]
	l.rest = l.rest[n:]
	return out, nil
}
