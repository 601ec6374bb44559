package source

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// maxLooked bounds the search for Markdown: somebody may point at a home folder.
const maxLooked = 50 * MaxOutside

// outside reports the Markdown of a folder that has no content/: whoever points at a
// folder of notes learns what each file would need to become part of a playbook. The
// files are read too, so that what is wrong within them can be told at its place.
func (w *walker) outside() {
	w.list = append(w.list, diag.Diagnostic{
		Code: "missing-file", Severity: diag.Error,
		Text: "there is no folder " + Dir + "/, so this is not a playbook yet",
		Hint: "playbook init makes one; entries then live in " + Dir + "/" + strings.Join(kindDirs(), "/, ") + "/",
	})
	looked, files := 0, 0
	_ = fs.WalkDir(w.fsys, ".", func(p string, d fs.DirEntry, err error) error { // what cannot be listed has no notes to report
		looked++
		switch {
		case err != nil:
			return nil
		case p != "." && Ignored(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && strings.Count(p, "/") >= MaxDepth:
			return fs.SkipDir
		case files == MaxOutside && !d.IsDir() && isMarkdown(p), looked > maxLooked:
			w.list = append(w.list, moreOutside(files))
			return fs.SkipAll
		case !d.IsDir() && isMarkdown(p):
			files++
			w.left(p, d)
		}
		return nil
	})
}

// left reports one file, and reads it if it is one.
func (w *walker) left(p string, d fs.DirEntry) {
	if d.Type().IsRegular() {
		w.found = append(w.found, found{p, isOutside})
	}
	w.list = append(w.list, diag.Diagnostic{
		Code: "stray-file", Severity: diag.Warning, Pos: diag.Position{File: p, Line: 1, Column: 1},
		Text: "this file is outside " + Dir + "/, so it is left out",
		Hint: "move it to " + path.Join(Dir, "principles") + "/ or the folder of its kind, and give it front matter; playbook new shows the fields",
	})
}

// moreOutside closes a list that could go on without an end.
func moreOutside(files int) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "stray-file", Severity: diag.Note,
		Text: fmt.Sprintf("only the first %d Markdown files were looked at; there may be more", files),
		Hint: "point at the folder that holds the notes",
	}
}
