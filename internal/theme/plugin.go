package theme

import (
	"path"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/microleadership/playbook/internal/diag"
)

// namespace keeps the bundler inside the layers: it never sees the disk.
const namespace = "theme"

// reader hands the bundler the theme's files and keeps account of what it was given:
// a bundle is a function of that and of nothing else.
type reader struct {
	files   layers
	virtual map[string]string

	mu     sync.Mutex // the bundler asks from several goroutines
	loaded layers
	missed bool // it asked for a file that the theme does not have
}

// plugin resolves and loads every import of the bundle from the theme's files.
func (r *reader) plugin() api.Plugin {
	return api.Plugin{Name: "layers", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return r.resolve(a), nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			return r.load(a.Path), nil
		})
	}}
}

func (r *reader) resolve(a api.OnResolveArgs) api.OnResolveResult {
	found := api.OnResolveResult{Path: a.Path, Namespace: namespace}
	if _, ok := r.virtual[a.Path]; ok && (a.Kind == api.ResolveEntryPoint || path.Dir(a.Importer) == ".") {
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
	if !r.has(p) {
		return refuse("the theme has no file “"+p+"”", diag.DidYouMean(p, r.files.below(path.Dir(p))))
	}
	found.Path = p
	// Without this an import for its side effects only, as of a module that
	// listens to events, could be dropped.
	found.SideEffects = api.SideEffectsTrue
	return found
}

// has says whether the theme has a file, and notes the answer.
func (r *reader) has(p string) bool {
	f, ok := r.files[p]
	r.mu.Lock()
	defer r.mu.Unlock()
	if ok {
		r.loaded[p] = f
	}
	r.missed = r.missed || !ok
	return ok
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

func (r *reader) load(p string) api.OnLoadResult {
	if text, ok := r.virtual[p]; ok {
		loader := api.LoaderCSS
		if p == "js" {
			loader = api.LoaderJS
		}
		return api.OnLoadResult{Contents: &text, Loader: loader}
	}
	r.has(p) // an entry point was not asked for before
	text := string(r.files[p].bytes)
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
