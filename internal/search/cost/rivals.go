package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/evanw/esbuild/pkg/api"
)

func pagefind() engine {
	return engine{
		name:  "pagefind",
		index: "index",
		build: func(w work, index string) []string {
			platform := map[string]string{"amd64": "linux-x64", "arm64": "linux-arm64"}[runtime.GOARCH]
			binary := w.module("@pagefind/" + platform + "/bin/pagefind_extended")
			return []string{binary, "--site", w.site(), "--output-path", index, "--quiet"}
		},
		publish: func(_ work, dir string) ([]string, error) {
			code, err := pagefindCode(dir)
			if err != nil {
				return nil, err
			}
			return code, copyPages(dir, "pagefind")
		},
	}
}

// pagefindCode lists the script, its worker where it has one, and the engine proper.
func pagefindCode(dir string) ([]string, error) {
	var code []string
	for _, pattern := range []string{"pagefind.js", "pagefind-worker.js", "wasm.en.pagefind"} {
		found, err := filepath.Glob(filepath.Join(dir, "index", pattern))
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			code = append(code, "index/"+filepath.Base(f))
		}
	}
	if len(code) < 2 {
		return nil, fmt.Errorf("pagefind's code is not where it was: %q", code)
	}
	return code, nil
}

func minisearch() engine {
	return engine{
		name:  "minisearch",
		index: "index",
		build: func(w work, index string) []string {
			// 100,000 pages need more than Node.js allows itself.
			script := filepath.Join(w.modules, "..", "minisearch-build.mjs")
			return []string{"node", "--max-old-space-size=8192", script, w.docs(), filepath.Join(index, "index.json")}
		},
		publish: func(w work, dir string) ([]string, error) {
			if err := bundleMinisearch(w, dir); err != nil {
				return nil, err
			}
			return []string{"code.js"}, copyPages(dir, "minisearch")
		},
	}
}

func bundleMinisearch(w work, dir string) error {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{w.module("minisearch/dist/es/index.js")},
		Outfile:           filepath.Join(dir, "code.js"),
		Write:             true,
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Format:            api.FormatESModule,
		Target:            api.ES2022,
	})
	if len(result.Errors) > 0 {
		return errors.New(result.Errors[0].Text)
	}
	return nil
}

// copyPages copies the page of an engine, and what stands for its user interface.
func copyPages(dir, name string) error {
	for from, to := range map[string]string{name + ".html": "index.html", name + ".js": name + ".js", "page.js": "page.js"} {
		data, err := pages.ReadFile("pages/" + from)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, to), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
