package theme

import (
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/microleadership/playbook/internal/diag"
)

// assetDir is the folder of the site that holds what the theme publishes.
const assetDir = "assets"

// apart are the scripts and styles that not every page loads, by what they are published as:
// the search comes with its first use, the form, the finder and the map with their pages.
var apart = map[string]string{"js/search.js": "search", "js/search-page.js": "search-page", "js/share.js": "share", "css/share.css": "share", "js/finder.js": "finder", "css/finder.css": "finder", "css/coverage.css": "coverage"}

// entry is what a bundle starts from: a file of the theme, or a virtual one.
//
// The virtual ones import every top-level source, so that a layer can add
// css/more.css without replacing what is there.
type entry struct {
	input, output string
	virtual       map[string]string
}

// entriesOf lists the bundles of a theme. They are made apart, so that an edit of
// the stylesheet does not bundle the scripts again.
func entriesOf(files layers, generated []byte) []entry {
	var out []entry
	everywhere := func(all []string) []string {
		return slices.DeleteFunc(all, func(p string) bool { return apart[p] != "" })
	}
	if css := everywhere(files.in("css", ".css")); len(css) > 0 || len(generated) > 0 {
		out = append(out, entry{"css", "site", map[string]string{
			"css":        imports(stylesheet, css, "@import %q;\n") + "@import \"/generated\";\n",
			"/generated": string(generated),
		}})
	}
	if js := everywhere(files.in("js", ".js")); len(js) > 0 {
		out = append(out, entry{"js", "site", map[string]string{"js": imports(script, js, "import %q;\n")}})
	}
	for _, p := range slices.Sorted(maps.Keys(apart)) {
		if _, ok := files[p]; ok {
			out = append(out, entry{p, apart[p], nil})
		}
	}
	return out
}

// bundle is a stylesheet or script with what it copied, under names that change with
// their content, and with all that it was made from.
type bundle struct {
	entry  entry
	read   layers
	listed []string // all paths of the theme, if a mistake's text depends on them

	assets []Asset
	names  map[string]string
	list   diag.List
}

func newBundle(e entry, files layers) *bundle {
	r := &reader{files: files, virtual: e.virtual, loaded: layers{}}
	start := []api.EntryPoint{{InputPath: e.input, OutputPath: e.output}}
	result := api.Build(buildOptions(start, r.plugin()))
	b := &bundle{entry: e, read: r.loaded, names: map[string]string{}}
	if r.missed {
		b.listed = files.paths()
	}
	b.addOutputs(result)
	b.addMessages(result)
	return b
}

// holds says whether making the bundle again could only give the same.
func (b *bundle) holds(e entry, files layers) bool {
	if b == nil || b.entry.input != e.input || !maps.Equal(b.entry.virtual, e.virtual) {
		return false
	}
	for p, f := range b.read {
		if now, ok := files[p]; !ok || !now.same(f) {
			return false
		}
	}
	return b.listed == nil || slices.Equal(b.listed, files.paths())
}

// addBundles publishes what was bundled, or nothing if there is a mistake in any.
func (t *Theme) addBundles(all map[string]*bundle) diag.List {
	var list diag.List
	for _, b := range all {
		list = append(list, b.list...)
	}
	list.Sort()
	list = slices.Compact(list) // bundles can have a source in common
	if list.HasErrors() {
		return list
	}
	for _, b := range all {
		t.assets = append(t.assets, b.assets...)
		maps.Copy(t.names, b.names)
	}
	return list
}

func buildOptions(entries []api.EntryPoint, p api.Plugin) api.BuildOptions {
	return api.BuildOptions{
		EntryPointsAdvanced: entries,
		Plugins:             []api.Plugin{p},
		Bundle:              true,
		MinifyWhitespace:    true,
		MinifyIdentifiers:   true,
		MinifySyntax:        true,
		Metafile:            true,
		Format:              api.FormatIIFE, // modules do not load from file://
		Platform:            api.PlatformBrowser,
		Engines: []api.Engine{
			{Name: api.EngineChrome, Version: "120"},
			{Name: api.EngineEdge, Version: "120"},
			{Name: api.EngineFirefox, Version: "121"},
			{Name: api.EngineSafari, Version: "17.2"},
		},
		Charset:       api.CharsetUTF8,
		LegalComments: api.LegalCommentsInline,
		TsconfigRaw:   "{}", // or esbuild looks for one on disk
		EntryNames:    "[name].[hash]",
		AssetNames:    "[name].[hash]",
		Outdir:        assetDir,
		LogLevel:      api.LogLevelSilent,
		LogLimit:      -1,
	}
}

// imports puts the main source first: it declares the order of cascade layers.
func imports(main string, all []string, format string) string {
	var b strings.Builder
	if slices.Contains(all, main) {
		fmt.Fprintf(&b, format, "/"+main)
	}
	for _, p := range all {
		if p != main {
			fmt.Fprintf(&b, format, "/"+p)
		}
	}
	return b.String()
}

// addOutputs records where each source came out, by the bundler's own account.
func (b *bundle) addOutputs(result api.BuildResult) {
	var meta struct {
		Outputs map[string]struct {
			EntryPoint string
			Inputs     map[string]struct{}
		}
	}
	if len(result.Errors) > 0 || json.Unmarshal([]byte(result.Metafile), &meta) != nil {
		return
	}
	bytes := map[string][]byte{}
	for _, f := range result.OutputFiles {
		bytes[path.Base(strings.ReplaceAll(f.Path, `\`, "/"))] = f.Contents
	}
	for name, out := range meta.Outputs {
		published := path.Join(assetDir, path.Base(name))
		b.assets = append(b.assets, Asset{published, bytes[path.Base(name)]})
		switch {
		case out.EntryPoint == namespace+":css":
			b.names[stylesheet] = published
		case out.EntryPoint == namespace+":js":
			b.names[script] = published
		case out.EntryPoint != "":
			b.names[strings.TrimPrefix(out.EntryPoint, namespace+":")] = published
		default:
			for in := range out.Inputs { // a copied file has exactly one
				b.names[strings.TrimPrefix(in, namespace+":")] = published
			}
		}
	}
}

func (b *bundle) addMessages(result api.BuildResult) {
	for _, m := range result.Errors {
		b.list = append(b.list, b.message(m, diag.Error))
	}
	for _, m := range result.Warnings {
		b.list = append(b.list, b.message(m, diag.Warning))
	}
}

func (b *bundle) message(m api.Message, s diag.Severity) diag.Diagnostic {
	d := diag.Diagnostic{Code: "theme-asset", Severity: s, Text: lowerFirst(m.Text)}
	if hint, ok := m.Detail.(string); ok {
		d.Hint = hint
	}
	if l := m.Location; l != nil {
		before := l.LineText[:min(l.Column, len(l.LineText))]
		d.Pos, d.Source = b.read.at(strings.TrimPrefix(l.File, namespace+":"), l.Line, utf8.RuneCountInString(before)+1)
		d.Length = l.Length
		if d.Hint == "" && l.Suggestion != "" {
			d.Hint = "did you mean “" + l.Suggestion + "”?"
		}
	}
	return d
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(string(r)) + strings.TrimSuffix(s[n:], ".")
}
