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
//	static/               published under assets/, under a name with a hash
//	root/                 published at the site's root under its own name: CNAME, .well-known/
//
// A file that stands nowhere in this shape is left out, with a warning.
//
// Layouts are html/template with these functions:
//
//	asset "static/icon.svg"   where a file of the theme is published, from the site's root
//	icon "story"              an icon by a name that is known only when the page is made
//	facets .Facets            a card's facets as one attribute value: "way:by-example toward:peer"
//	lang .Lang                the attribute lang="de", for a text that is not English
//	lower                     a text in lower case
//
// A theme's own words, and those of the views' labels, are English; everything else
// is in the language of whoever wrote it. So <html lang> is the language of the page's
// content, <body lang> that of the words around it, and lang marks what differs.
//
// White space around line breaks in layouts is reduced to one line break, so
// that sources can be indented and pages stay small; <pre> turns this off for
// its file. What a theme's author did wrong is a diagnostic at its place, both
// when the theme is loaded and when a page is rendered.
//
// Pages are not made by html/template itself, which would take more than ten times as long,
// but by a program that is made of what it has escaped (see the package program). Layouts
// need not care: what programs do not know is rendered by html/template as before. A
// layout is that slow when it calls a template inside of an attribute or a script, or when
// it uses methods, call, channels or functions that yield items; Theme.Slow says so.
package theme

import (
	"io/fs"

	"github.com/microleadership/playbook/internal/diag"
)

// Layer is one folder of a theme.
type Layer struct {
	Dir   string // where it is, for diagnostics: themes/default
	FS    fs.FS
	Fixed bool // FS is always the same value and never changes, as what is embedded: a Loader reads it once
}

// Options say what a theme is made of.
type Options struct {
	Layers []Layer // the first is complete, later ones override it file by file
	CSS    []byte  // generated rules, put after the theme's own: FilterCSS
}

// Theme is a loaded theme. It may be used by several goroutines at once.
type Theme struct {
	layouts map[string]*layout
	assets  []Asset
	root    []Asset
	names   map[string]string // of assets: by the path in the theme
}

// Asset is a file to publish.
type Asset struct {
	Path  string // from the site's root: assets/site.J3KQ4ZXA.css, with a hash of the bytes
	Bytes []byte
}

// Names of what the theme's top-level sources are bundled into.
const (
	stylesheet = "css/site.css"
	script     = "js/site.js"
)

// Load reads, bundles and parses a theme. The theme can be rendered when the
// list has no errors; the error is for I/O.
func Load(o Options) (*Theme, diag.List, error) { return new(Loader).Load(o) }

// Assets returns what the theme publishes below assets/, in a stable order.
func (t *Theme) Assets() []Asset { return t.assets }

// RootFiles returns what the theme publishes under names of its own at the site's
// root, in a stable order. A page or feed at the same address goes before.
func (t *Theme) RootFiles() []Asset { return t.root }

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
