package build

import (
	"crypto/sha256"
	"fmt"
	"io/fs"

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

// loadTheme loads the theme that the settings name over the built-in one, or finds
// it loaded: bundling its assets costs more than all the rest of a small rebuild.
func (b *Builder) loadTheme(s playbook.Settings) (*theme.Theme, diag.List, error) {
	layers := []theme.Layer{{Dir: "themes/default", FS: b.opts.DefaultTheme}}
	var list diag.List
	if s.Theme != "" && s.Theme != "default" {
		dir := "themes/" + s.Theme
		layer, err := fs.Sub(b.opts.FS, dir)
		if err == nil && isDir(b.opts.FS, dir) {
			layers = append(layers, theme.Layer{Dir: dir, FS: layer})
		} else {
			list = append(list, missingTheme(b.opts.FS, s.Theme, s.Where))
		}
	}
	css := append(markdown.New(markdown.Options{}).HighlightCSS(), theme.FilterCSS(filterValues(s))...)
	key, err := fingerprint(layers, css)
	if err != nil {
		return nil, nil, err
	}
	b.theme.round()
	if t, ok := b.theme.get(key); ok {
		return t.theme, append(list, t.list...), nil
	}
	t, bad, err := theme.Load(theme.Options{Layers: layers, CSS: css})
	if err != nil {
		return nil, nil, err
	}
	b.theme.put(key, themed{t, bad})
	return t, append(list, bad...), nil
}

func isDir(fsys fs.FS, dir string) bool {
	info, err := fs.Stat(fsys, dir)
	return err == nil && info.IsDir()
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
	return diag.Diagnostic{
		Code: "unknown-reference", Severity: diag.Error,
		Pos: where.At("theme"), Length: len([]rune(name)), Source: where.Line(where.At("theme").Line),
		Text: "there is no theme “" + name + "” in themes/",
		Hint: diag.DidYouMean(name, known),
	}
}

func filterValues(s playbook.Settings) map[string][]string {
	out := map[string][]string{}
	for _, f := range pages.FacetValues(s) {
		out[f.Name] = f.Values
	}
	return out
}

// fingerprint covers every byte of every layer: a theme is small, and a time stamp lies.
func fingerprint(layers []theme.Layer, css []byte) (string, error) {
	h := sha256.New()
	h.Write(css)
	for _, l := range layers {
		err := fs.WalkDir(l.FS, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(l.FS, path)
			fmt.Fprintf(h, "%s\x00%s\x00%d\x00", l.Dir, path, len(text))
			h.Write(text)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return string(h.Sum(nil)), nil
}
