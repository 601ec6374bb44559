package theme

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
)

// shape is what a theme is made of: which files of a folder are read, directly in it or,
// with deep, below it too. No extension means any.
var shape = map[string]struct {
	ext  string
	deep bool
}{
	"layouts": {".html", false}, "partials": {".html", false}, "icons": {".svg", false},
	"css": {"", true}, "js": {"", true}, "fonts": {"", true}, "static": {"", true}, rootDir: {"", true},
}

// ignored reports files that the theme does not use: a name with a slip in it looks as
// if it had worked. Notes at the top of the theme, as README.md, are for people.
func (t *Theme) ignored(complete Layer) diag.List {
	var list diag.List
	for _, p := range slices.Sorted(maps.Keys(t.files)) {
		dir, rest, below := strings.Cut(p, "/")
		if !below {
			continue
		}
		folder, known := shape[dir]
		d := diag.Diagnostic{Code: "theme-asset", Severity: diag.Warning, Pos: diag.Position{File: t.files[p].shown}}
		switch {
		case !known:
			d.Text = "a theme has no folder “" + dir + "”, so this file is left out"
			d.Hint = diag.DidYouMean(dir, slices.Sorted(maps.Keys(shape)))
		case !folder.deep && strings.Contains(rest, "/"):
			d.Text, d.Hint = "sub-folders of "+dir+"/ are not read, so this file is left out", "move it to "+dir+"/"
		case folder.ext != "" && path.Ext(p) != folder.ext:
			d.Text = "files in " + dir + "/ are named *" + folder.ext + ", so this one is left out"
		case dir == "layouts" && !exists(complete, p):
			d.Code, d.Text = "theme-template", "no page has the layout “"+stem(p)+"”, so this file is left out"
			d.Hint = diag.DidYouMean(stem(p), t.layoutsOf(complete))
		default:
			continue
		}
		list = append(list, d)
	}
	return list
}

func exists(l Layer, p string) bool {
	_, err := fs.Stat(l.FS, p)
	return err == nil
}

// layoutsOf lists the layouts of the complete layer, which are those that pages have.
func (t *Theme) layoutsOf(complete Layer) []string {
	var out []string
	for _, p := range t.files.in("layouts", ".html") {
		if exists(complete, p) {
			out = append(out, stem(p))
		}
	}
	return out
}
