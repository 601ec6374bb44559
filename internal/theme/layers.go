package theme

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// file is one source of a theme, from the last layer that has it.
type file struct {
	bytes []byte
	shown string // its path as diagnostics show it
	sum   [sha256.Size]byte
}

// same says whether two files are one: the bytes, and the place that mistakes name.
func (f file) same(other file) bool { return f.sum == other.sum && f.shown == other.shown }

// layers are the files of a theme by their path in it. They are read at once:
// a theme is small, and what is loaded later cannot have changed meanwhile.
type layers map[string]file

// source is one layer as it was read.
type source struct {
	layer Layer
	files layers
}

// readLayers reads what can have changed since before, and hashes what has.
func readLayers(all []Layer, before []source) ([]source, error) {
	out := make([]source, len(all))
	for i, l := range all {
		var old source
		if i < len(before) && before[i].layer.Dir == l.Dir {
			old = before[i]
		}
		if l.Fixed && old.layer.Fixed && sameFS(l.FS, old.layer.FS) {
			out[i] = old
			continue
		}
		files, err := readLayer(l, old.files)
		if err != nil {
			return nil, fmt.Errorf("reading the theme %s: %w", l.Dir, err)
		}
		out[i] = source{l, files}
	}
	return out, nil
}

// sameFS compares by identity; a file system of a type that has none is never the same.
func sameFS(a, b fs.FS) bool {
	return reflect.TypeOf(a) == reflect.TypeOf(b) && reflect.ValueOf(a).Comparable() && a == b
}

func readLayer(l Layer, before layers) (layers, error) {
	out := layers{}
	err := fs.WalkDir(l.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || hidden(p) {
			return skip(d, err)
		}
		if !d.Type().IsRegular() { // a link could lead out of the layer
			return nil
		}
		b, err := fs.ReadFile(l.FS, p)
		if old, ok := before[p]; ok && bytes.Equal(old.bytes, b) {
			out[p] = old
			return err
		}
		out[p] = file{b, path.Join(l.Dir, p), sha256.Sum256(b)}
		return err
	})
	return out, err
}

// merge lets the files of later layers replace those of earlier ones.
func merge(all []source) layers {
	out := layers{}
	for _, s := range all {
		maps.Copy(out, s.files)
	}
	return out
}

// rootDir is the folder of a theme that is published at the site's root.
const rootDir = "root"

// hidden says whether a file or folder is nobody's business. In root/ names with a dot
// are what servers look for (.well-known, .htaccess), except what systems leave behind.
func hidden(p string) bool {
	name := path.Base(p)
	if strings.HasSuffix(name, "~") { // what an editor keeps beside the file
		return true
	}
	if strings.HasPrefix(p, rootDir+"/") {
		return name == ".DS_Store" || name == ".git" || strings.HasPrefix(name, "._") || strings.HasSuffix(name, ".swp")
	}
	return p != "." && strings.HasPrefix(name, ".")
}

func skip(d fs.DirEntry, err error) error {
	if err == nil && d.IsDir() {
		return fs.SkipDir
	}
	return err
}

// paths returns the paths of all files, sorted.
func (l layers) paths() []string { return slices.Sorted(maps.Keys(l)) }

// in returns the paths of the files directly in dir with this extension, sorted.
func (l layers) in(dir, ext string) []string {
	return l.where(func(p string) bool { return path.Dir(p) == dir && path.Ext(p) == ext })
}

// below returns the paths of all files in dir and its sub-folders, sorted.
func (l layers) below(dir string) []string {
	return l.where(func(p string) bool { return strings.HasPrefix(p, dir+"/") })
}

func (l layers) where(wanted func(string) bool) []string {
	var out []string
	for p := range l {
		if wanted(p) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// at returns the diagnostic position of a line and column, from 1, and that line.
func (l layers) at(p string, line, column int) (diag.Position, string) {
	f, ok := l[p]
	if !ok {
		return diag.Position{File: p}, ""
	}
	pos := diag.Position{File: f.shown, Line: line, Column: column}
	lines := strings.Split(string(f.bytes), "\n")
	if line < 1 || line > len(lines) {
		return pos, ""
	}
	return pos, strings.TrimSuffix(lines[line-1], "\r")
}
