package source

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
)

// found is a file that is to be read.
type found struct {
	path string
	role role
}

// walker lists the content. It does not use fs.WalkDir because that stops at the
// first folder that cannot be listed, and says nothing about links.
type walker struct {
	fsys    fs.FS
	found   []found
	list    diag.List
	unknown map[string]int // Markdown files by folder of no kind
}

// start lists content/ and all below it. That there is none is not an error.
func (w *walker) start() error {
	w.unknown = map[string]int{}
	info, err := fs.Stat(w.fsys, Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		w.outside()
		return nil
	case err != nil:
		return fmt.Errorf("cannot look at %s: %w", Dir, reason(err))
	case !info.IsDir():
		return fmt.Errorf("%s is not a folder", Dir)
	}
	entries, err := fs.ReadDir(w.fsys, Dir)
	if err != nil {
		return fmt.Errorf("cannot list %s: %w", Dir, reason(err))
	}
	w.visit(Dir, entries, 1)
	for _, name := range slices.Sorted(maps.Keys(w.unknown)) {
		w.list = append(w.list, unknownFolder(name, w.unknown[name]))
	}
	return nil
}

func (w *walker) visit(dir string, entries []fs.DirEntry, depth int) {
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		switch mode := e.Type(); {
		case Ignored(e.Name()):
		case mode&fs.ModeSymlink != 0:
			w.link(p)
		case mode.IsDir():
			w.folder(p, depth+1)
		case mode.IsRegular():
			w.file(p)
		default: // opening a pipe would wait for ever
			w.report("unreadable-file", p, "this is not a file but a device, pipe or socket", "remove it")
		}
	}
}

func (w *walker) folder(p string, depth int) {
	if depth > MaxDepth {
		w.report("unreadable-file", p, fmt.Sprintf("folders are nested more than %d deep", MaxDepth), "move it up")
		return
	}
	entries, err := fs.ReadDir(w.fsys, p)
	if err != nil {
		w.report("unreadable-file", p, "cannot list this folder: "+reason(err).Error(), "")
		return
	}
	w.visit(p, entries, depth)
}

func (w *walker) file(p string) {
	r, d := classify(p)
	if r != isStray {
		w.found = append(w.found, found{p, r})
		return
	}
	top := folder(p)
	if _, known := playbook.KindOfDir(top); top != "" && !known && isMarkdown(p) {
		w.unknown[top]++ // one warning for the folder, not one for each of its files
		return
	}
	w.list = append(w.list, d)
}

func (w *walker) report(code, p, text, hint string) {
	w.list = append(w.list, diag.Diagnostic{Code: code, Severity: diag.Error, Pos: diag.Position{File: p}, Text: text, Hint: hint})
}

// unknownFolder reports a folder whose n Markdown files nobody reads.
func unknownFolder(name string, n int) diag.Diagnostic {
	files := fmt.Sprintf("its %d Markdown files are", n)
	if n == 1 {
		files = "its Markdown file is"
	}
	hint := diag.DidYouMean(name, kindDirs())
	if diag.Nearest(name, kindDirs()) == "" {
		hint = "entries live in " + strings.Join(kindDirs(), "/, ") + "/"
	}
	return diag.Diagnostic{
		Code: "unknown-folder", Severity: diag.Warning, Pos: diag.Position{File: path.Join(Dir, name)},
		Text: "no kind of entry lives in “" + name + "”, so " + files + " left out",
		Hint: hint,
	}
}

// reason is an error without the operation and path that a diagnostic says already.
func reason(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
