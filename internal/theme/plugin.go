package theme

import (
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/microleadership/playbook/internal/diag"
)

// namespace keeps the bundler inside the layers: it never sees the disk.
const namespace = "theme"

// plugin resolves and loads every import of the bundle from the theme's files.
func plugin(files layers, virtual map[string]string) api.Plugin {
	return api.Plugin{Name: "layers", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return resolve(files, virtual, a), nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			return loadSource(files, virtual, a.Path), nil
		})
	}}
}

func resolve(files layers, virtual map[string]string, a api.OnResolveArgs) api.OnResolveResult {
	found := api.OnResolveResult{Path: a.Path, Namespace: namespace}
	if _, ok := virtual[a.Path]; ok && (a.Kind == api.ResolveEntryPoint || path.Dir(a.Importer) == ".") {
		return found
	}
	if a.Kind == api.ResolveEntryPoint {
		return found
	}
	if strings.HasPrefix(a.Path, "data:") || strings.HasPrefix(a.Path, "#") {
		return api.OnResolveResult{Path: a.Path, External: true}
	}
	p, problem := locate(a.Path, a.Importer)
	if problem != "" {
		return refuse(problem, "")
	}
	if _, ok := files[p]; !ok {
		return refuse("the theme has no file “"+p+"”", diag.DidYouMean(p, files.below(path.Dir(p))))
	}
	found.Path = p
	// Without this an import for its side effects only, as of a module that
	// listens to events, could be dropped.
	found.SideEffects = api.SideEffectsTrue
	return found
}

// locate returns the path in the theme that an import in importer means.
func locate(imported, importer string) (found, problem string) {
	clean, _, _ := strings.Cut(imported, "?")
	clean, _, _ = strings.Cut(clean, "#")
	switch {
	case strings.Contains(clean, "://") || strings.HasPrefix(clean, "//"):
		return "", "“" + imported + "” is on another host; put the file into the theme"
	case strings.HasPrefix(clean, "/"):
		clean = strings.TrimPrefix(path.Clean(clean), "/")
	case strings.HasPrefix(clean, "."):
		clean = path.Join(path.Dir(importer), clean)
	case path.Ext(importer) == ".css":
		clean = path.Join(path.Dir(importer), clean)
	default:
		return "", "packages cannot be imported: “" + imported + "” is not a path; put the file into the theme and start the path with ./"
	}
	if clean == ".." || strings.HasPrefix(clean, "../") {
		return "", "“" + imported + "” leaves the theme"
	}
	return clean, ""
}

func refuse(text, hint string) api.OnResolveResult {
	return api.OnResolveResult{Errors: []api.Message{{Text: text, Detail: hint}}}
}

func loadSource(files layers, virtual map[string]string, p string) api.OnLoadResult {
	if text, ok := virtual[p]; ok {
		loader := api.LoaderCSS
		if p == "js" {
			loader = api.LoaderJS
		}
		return api.OnLoadResult{Contents: &text, Loader: loader}
	}
	text := string(files[p].bytes)
	return api.OnLoadResult{Contents: &text, Loader: loaderOf(p)}
}

func loaderOf(p string) api.Loader {
	switch path.Ext(p) {
	case ".css":
		return api.LoaderCSS
	case ".js", ".mjs":
		return api.LoaderJS
	case ".json":
		return api.LoaderJSON
	case ".txt":
		return api.LoaderText
	}
	return api.LoaderFile
}
