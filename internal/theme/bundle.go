package theme

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/microleadership/playbook/internal/diag"
)

// assetDir is the folder of the site that holds what the theme publishes.
const assetDir = "assets"

// searchScript is loaded on first use, not with each page.
const searchScript = "js/search.js"

// bundle makes the stylesheet and the scripts and gives them names that change
// with their content.
//
// The entry points are virtual files that import every top-level source, so that
// a layer can add css/more.css without replacing what is there.
func (t *Theme) bundle(generated []byte) diag.List {
	var entries []api.EntryPoint
	virtual := map[string]string{}
	if css := t.files.in("css", ".css"); len(css) > 0 || len(generated) > 0 {
		virtual["css"] = imports(stylesheet, css, "@import %q;\n") + "@import \"/generated\";\n"
		virtual["/generated"] = string(generated)
		entries = append(entries, api.EntryPoint{InputPath: "css", OutputPath: "site"})
	}
	js := slices.DeleteFunc(t.files.in("js", ".js"), func(p string) bool { return p == searchScript })
	if len(js) > 0 {
		virtual["js"] = imports(script, js, "import %q;\n")
		entries = append(entries, api.EntryPoint{InputPath: "js", OutputPath: "site"})
	}
	if _, ok := t.files[searchScript]; ok {
		entries = append(entries, api.EntryPoint{InputPath: searchScript, OutputPath: "search"})
	}
	result := api.Build(buildOptions(entries, plugin(t.files, virtual)))
	t.unbundled = len(result.Errors) > 0
	t.addOutputs(result)
	return t.messages(result)
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
func (t *Theme) addOutputs(result api.BuildResult) {
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
		t.assets = append(t.assets, Asset{published, bytes[path.Base(name)]})
		switch {
		case out.EntryPoint == namespace+":css":
			t.names[stylesheet] = published
		case out.EntryPoint == namespace+":js":
			t.names[script] = published
		case out.EntryPoint != "":
			t.names[strings.TrimPrefix(out.EntryPoint, namespace+":")] = published
		default:
			for in := range out.Inputs { // a copied file has exactly one
				t.names[strings.TrimPrefix(in, namespace+":")] = published
			}
		}
	}
}

func (t *Theme) messages(result api.BuildResult) diag.List {
	var list diag.List
	for _, m := range result.Errors {
		list = append(list, t.message(m, diag.Error))
	}
	for _, m := range result.Warnings {
		list = append(list, t.message(m, diag.Warning))
	}
	return list
}

func (t *Theme) message(m api.Message, s diag.Severity) diag.Diagnostic {
	d := diag.Diagnostic{Code: "theme-asset", Severity: s, Text: lowerFirst(m.Text)}
	if hint, ok := m.Detail.(string); ok {
		d.Hint = hint
	}
	if l := m.Location; l != nil {
		before := l.LineText[:min(l.Column, len(l.LineText))]
		d.Pos, d.Source = t.files.at(strings.TrimPrefix(l.File, namespace+":"), l.Line, utf8.RuneCountInString(before)+1)
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
