package theme

import (
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
func ignored(files, complete layers) diag.List {
	var list diag.List
	for _, p := range files.paths() {
		dir, rest, below := strings.Cut(p, "/")
		if !below {
			continue
		}
		folder, known := shape[dir]
		d := diag.Diagnostic{Code: "theme-asset", Severity: diag.Warning, Pos: diag.Position{File: files[p].shown}}
		switch {
		case !known:
			d.Text = "a theme has no folder “" + dir + "”, so this file is left out"
			d.Hint = diag.DidYouMean(dir, slices.Sorted(maps.Keys(shape)))
		case !folder.deep && strings.Contains(rest, "/"):
			d.Text, d.Hint = "sub-folders of "+dir+"/ are not read, so this file is left out", "move it to "+dir+"/"
		case folder.ext != "" && path.Ext(p) != folder.ext:
			d.Text = "files in " + dir + "/ are named *" + folder.ext + ", so this one is left out"
		case dir == "layouts" && !complete.has(p):
			d.Code, d.Text = "theme-template", "no page has the layout “"+stem(p)+"”, so this file is left out"
			d.Hint = diag.DidYouMean(stem(p), complete.layouts())
		default:
			continue
		}
		list = append(list, d)
	}
	return list
}

func (l layers) has(p string) bool {
	_, ok := l[p]
	return ok
}

// layouts lists the names of the layouts.
func (l layers) layouts() []string {
	var out []string
	for _, p := range l.in("layouts", ".html") {
		out = append(out, stem(p))
	}
	return out
}
