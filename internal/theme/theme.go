// Package theme turns views into HTML and a theme's sources into assets.
//
// A theme is one or more layers, each a folder of this shape; a file of a later
// layer replaces the same file of the earlier ones:
//
//	layouts/base.html     the page around everything; it has {{block "main" .}}
//	layouts/<name>.html   {{define "main"}} for one layout: home, list, entry …
//	partials/<name>.html  {{template "partials/<name>" .}}
//	icons/<name>.svg      {{template "icons/<name>"}}, or {{icon .Name}}
//	css/*.css             together one stylesheet; its parts live in sub-folders
//	js/*.js               together one script; its modules live in sub-folders
//	js/search.js          a script of its own, loaded on first use
//	fonts/                what the stylesheet refers to
//	static/               published as it is, under a name with a hash
//
// Layouts are html/template with these functions:
//
//	asset "static/icon.svg"   where a file of the theme is published, from the site's root
//	icon "story"              an icon by a name that is known only when the page is made
//	facets .Facets            a card's facets as one attribute value: "way:by-example toward:peer"
//	lower                     a text in lower case
//
// White space around line breaks in layouts is reduced to one line break, so
// that sources can be indented and pages stay small; <pre> turns this off for
// its file. What a theme's author did wrong is a diagnostic at its place, both
// when the theme is loaded and when a page is rendered.
package theme

import (
	"html/template"
	"io/fs"

	"github.com/microleadership/playbook/internal/diag"
)

// Layer is one folder of a theme.
type Layer struct {
	Dir string // where it is, for diagnostics: themes/default
	FS  fs.FS
}

// Options say what a theme is made of.
type Options struct {
	Layers []Layer // the first is complete, later ones override it file by file
	CSS    []byte  // generated rules, put after the theme's own: FilterCSS
}

// Theme is a loaded theme. It may be used by several goroutines at once.
type Theme struct {
	layouts map[string]*template.Template
	files   layers
	assets  []Asset
	names   map[string]string // of assets: by the path in the theme
	icons   map[string]template.HTML
}

// Asset is a file to publish.
type Asset struct {
	Path  string // from the site's root, with a hash of the bytes: assets/site.J3KQ4ZXA.css
	Bytes []byte
}

// Names of what the theme's top-level sources are bundled into.
const (
	stylesheet = "css/site.css"
	script     = "js/site.js"
)

// Load reads, bundles and parses a theme. The theme can be rendered when the
// list has no errors; the error is for I/O.
func Load(o Options) (*Theme, diag.List, error) {
	files, err := readLayers(o.Layers)
	if err != nil {
		return nil, nil, err
	}
	t := &Theme{files: files, names: map[string]string{}}
	list := t.bundle(o.CSS)
	t.addStatic()
	list = append(list, t.parse()...)
	list.Sort()
	return t, list, nil
}

// Assets returns what the theme publishes, in a stable order.
func (t *Theme) Assets() []Asset { return t.assets }

// Stylesheets returns the paths, from the site's root, of what each page links.
func (t *Theme) Stylesheets() []string { return t.published(stylesheet) }

// Scripts returns the paths, from the site's root, of what each page runs.
func (t *Theme) Scripts() []string { return t.published(script) }

func (t *Theme) published(name string) []string {
	if p, ok := t.names[name]; ok {
		return []string{p}
	}
	return nil
}
