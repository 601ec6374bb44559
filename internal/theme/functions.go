package theme

import (
	"fmt"
	"html/template"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/microleadership/playbook/internal/diag"
)

// tools are what layouts can ask of the theme. They stand apart from it because layouts
// live on in later loads, which give the same answers.
type tools struct {
	names map[string]string        // of assets: by the path in the theme
	icons map[string]template.HTML // by name

	// unbundled has the theme's files while mistakes in styles or scripts keep those
	// from being published.
	unbundled map[string]bool

	namesID, iconsID func() string // hashes of all answers that asset and icon give

	langs sync.Map // string → template.HTMLAttr: what lang has answered, for the few languages of a playbook
}

func newTools(names map[string]string, files layers, bundled bool) *tools {
	t := &tools{names: names, icons: map[string]template.HTML{}, unbundled: map[string]bool{}}
	for _, p := range files.in("icons", ".svg") {
		t.icons[stem(p)] = template.HTML(strings.TrimSpace(string(files[p].bytes)))
	}
	if !bundled {
		for p := range files {
			t.unbundled[p] = true
		}
	}
	t.namesID = sync.OnceValue(func() string { return mapID(t.names) + mapID(t.unbundled) })
	t.iconsID = sync.OnceValue(func() string { return mapID(t.icons) })
	return t
}

func (t *tools) functions() template.FuncMap {
	return template.FuncMap{
		"asset":  t.asset,
		"icon":   t.icon,
		"facets": facets,
		"lang":   t.lang,
		"lower":  strings.ToLower,
	}
}

func (t *tools) asset(name string) (string, error) {
	if p, ok := t.names[name]; ok {
		return p, nil
	}
	if t.unbundled[name] { // there is a mistake in it or beside it
		return path.Join(assetDir, path.Base(name)), nil
	}
	return "", fmt.Errorf("the theme publishes no “%s”; %s", name, diag.DidYouMean(name, slices.Sorted(maps.Keys(t.names))))
}

func (t *tools) icon(name string) (template.HTML, error) {
	if svg, ok := t.icons[name]; ok || name == "" {
		return svg, nil
	}
	return "", fmt.Errorf("the theme has no icon “%s”; %s", name, diag.DidYouMean(name, slices.Sorted(maps.Keys(t.icons))))
}
