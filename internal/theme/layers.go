package theme

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// file is one source of a theme, from the last layer that has it.
type file struct {
	bytes []byte
	shown string // its path as diagnostics show it
}

// layers are the files of a theme by their path in it. They are read at once:
// a theme is small, and what is loaded later cannot have changed meanwhile.
type layers map[string]file

func readLayers(all []Layer) (layers, error) {
	out := layers{}
	for _, l := range all {
		err := fs.WalkDir(l.FS, ".", func(p string, d fs.DirEntry, err error) error {
			if err != nil || hidden(p) {
				return skip(d, err)
			}
			if !d.Type().IsRegular() { // a link could lead out of the layer
				return nil
			}
			b, err := fs.ReadFile(l.FS, p)
			out[p] = file{b, path.Join(l.Dir, p)}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("reading the theme %s: %w", l.Dir, err)
		}
	}
	return out, nil
}

// rootDir is the folder of a theme that is published at the site's root.
const rootDir = "root"

// hidden says whether a file or folder is nobody's business. In root/ names with a dot
// are what servers look for (.well-known, .htaccess), except what systems leave behind.
func hidden(p string) bool {
	name := path.Base(p)
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

// in returns the paths of the files directly in dir with this extension, sorted.
func (l layers) in(dir, ext string) []string {
	var out []string
	for _, p := range slices.Sorted(maps.Keys(l)) {
		if path.Dir(p) == dir && path.Ext(p) == ext {
			out = append(out, p)
		}
	}
	return out
}

// below returns the paths of all files in dir and its sub-folders, sorted.
func (l layers) below(dir string) []string {
	var out []string
	for _, p := range slices.Sorted(maps.Keys(l)) {
		if strings.HasPrefix(p, dir+"/") {
			out = append(out, p)
		}
	}
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
