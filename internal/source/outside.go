package source

import (
	"io/fs"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// outside reports the Markdown of a folder that has no content/: whoever points at a
// folder of notes learns what each file would need to become part of a playbook.
func (w *walker) outside() {
	w.list = append(w.list, diag.Diagnostic{
		Code: "missing-file", Severity: diag.Error,
		Text: "there is no folder " + Dir + "/, so this is not a playbook yet",
		Hint: "playbook init makes one; entries then live in " + Dir + "/" + strings.Join(kindDirs(), "/, ") + "/",
	})
	_ = fs.WalkDir(w.fsys, ".", func(p string, d fs.DirEntry, err error) error { // what cannot be listed has no notes to report
		switch {
		case err != nil:
			return nil
		case p != "." && Ignored(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir() && strings.Count(p, "/") >= MaxDepth:
			return fs.SkipDir
		case !d.IsDir() && isMarkdown(p):
			w.list = append(w.list, diag.Diagnostic{
				Code: "stray-file", Severity: diag.Warning, Pos: diag.Position{File: p, Line: 1, Column: 1},
				Text: "this file is outside " + Dir + "/, so it is left out",
				Hint: "move it to " + path.Join(Dir, "principles") + "/ or the folder of its kind, and give it front matter; playbook new shows the fields",
			})
		}
		return nil
	})
}
