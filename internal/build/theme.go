package build

import (
	"io/fs"
	"slices"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/theme"
)

// themed is a loaded theme with what was wrong with it.
type themed struct {
	theme *theme.Theme
	list  diag.List
}

// loadTheme loads the theme that the settings name over the built-in one.
func (b *Builder) loadTheme(s playbook.Settings) (themed, error) {
	layers := []theme.Layer{{Dir: "themes/default", FS: b.opts.DefaultTheme, Fixed: true}}
	var list diag.List
	if s.Theme != "" && s.Theme != "default" {
		dir := "themes/" + s.Theme
		layer, err := fs.Sub(b.opts.FS, dir)
		switch {
		case err == nil && isDir(b.opts.FS, dir):
			layers = append(layers, theme.Layer{Dir: dir, FS: layer})
		case isLink(b.opts.FS, dir):
			list = append(list, linkedTheme(s.Theme, s.Where))
		default:
			list = append(list, missingTheme(b.opts.FS, s.Theme, s.Where))
		}
	}
	css := append(highlighting(), theme.FilterCSS(filterValues(s))...)
	t, bad, err := b.themes.Load(theme.Options{Layers: layers, CSS: css})
	return themed{t, append(list, bad...)}, err
}

var highlighting = sync.OnceValue(func() []byte { return slices.Clip(markdown.New(markdown.Options{}).HighlightCSS()) })

func isDir(fsys fs.FS, dir string) bool {
	info, err := fs.Lstat(fsys, dir)
	return err == nil && info.IsDir()
}

func isLink(fsys fs.FS, dir string) bool {
	info, err := fs.Lstat(fsys, dir)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// linkedTheme: nobody is told when a file behind a link changes, so a preview would go stale.
func linkedTheme(name string, where playbook.Where) diag.Diagnostic {
	d := unknownTheme(name, where)
	d.Text, d.Hint = "themes/"+name+" is a link, and links to folders are not followed", "put the folder itself there"
	return d
}

func unknownTheme(name string, where playbook.Where) diag.Diagnostic {
	return diag.Diagnostic{
		Code: "unknown-reference", Severity: diag.Error,
		Pos: where.At("theme"), Length: len([]rune(name)), Source: where.Line(where.At("theme").Line),
	}
}

func missingTheme(fsys fs.FS, name string, where playbook.Where) diag.Diagnostic {
	var known []string
	dirs, err := fs.ReadDir(fsys, "themes")
	if err == nil {
		for _, d := range dirs {
			if d.IsDir() {
				known = append(known, d.Name())
			}
		}
	}
	d := unknownTheme(name, where)
	d.Text, d.Hint = "there is no theme “"+name+"” in themes/", diag.DidYouMean(name, known)
	return d
}

func filterValues(s playbook.Settings) map[string][]string {
	out := map[string][]string{}
	for _, f := range pages.FacetValues(s) {
		out[f.Name] = f.Values
	}
	return out
}
