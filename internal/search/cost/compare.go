package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/microleadership/playbook/internal/bench/measure"
)

// engine is a search that can be measured. Its files are served from a folder of its own.
type engine struct {
	name string
	// build is the command that makes the index of docs.jsonl (or of site/, the same as
	// HTML) into a folder.
	build func(w work, index string) []string
	// publish adds the page and the code, and returns the paths of the code.
	publish func(w work, dir string) ([]string, error)
	// index is the folder of the index within the engine's own, "" for that itself.
	index string
}

// work is the folder that a run works in.
type work struct {
	dir     string
	modules string
}

func (w work) docs() string           { return filepath.Join(w.dir, "docs.jsonl") }
func (w work) queries() string        { return filepath.Join(w.dir, "queries.jsonl") }
func (w work) site() string           { return filepath.Join(w.dir, "site") }
func (w work) engine(e engine) string { return filepath.Join(w.dir, "served", e.name) }
func (w work) module(p string) string { return filepath.Join(w.modules, filepath.FromSlash(p)) }
func (w work) profile() string        { return filepath.Join(w.dir, "profile") }
func (w work) served() string         { return filepath.Join(w.dir, "served") }
func (w work) index(e engine) string  { return filepath.Join(w.engine(e), e.index) }

// compare prints all figures of all engines.
func compare(ctx context.Context, o options) error {
	w := work{dir: o.keep, modules: o.modules}
	if w.dir == "" {
		dir, err := os.MkdirTemp("", "search-cost-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		w.dir = dir
	}
	if err := os.MkdirAll(w.dir, 0o777); err != nil {
		return err
	}
	engines := []engine{ours()}
	if o.rivals {
		engines = append(engines, pagefind(), minisearch())
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	say("making pages in %s", w.dir)
	if _, err := measure.Run(ctx, prepareCommand(self, w, o)...); err != nil {
		return err
	}
	// All indexes come before the browser: they shall have the machine for themselves,
	// and this process is still small, which measure.Run needs.
	for _, e := range engines {
		if err := buildIndex(ctx, w, e); err != nil {
			return fmt.Errorf("%s: %w", e.name, err)
		}
	}
	return ask(ctx, w, engines, o.verbose)
}

func buildIndex(ctx context.Context, w work, e engine) error {
	if err := os.RemoveAll(w.engine(e)); err != nil {
		return err
	}
	if err := os.MkdirAll(w.index(e), 0o777); err != nil {
		return err
	}
	say("%s makes its index", e.name)
	c, err := measure.Run(ctx, e.build(w, w.index(e))...)
	if err != nil {
		return err
	}
	files, bytes, err := measure.Size(w.index(e))
	if err != nil {
		return err
	}
	show(e.name, "build_cpu_s", "%.2f", c.CPU.Seconds())
	show(e.name, "build_wall_s", "%.2f", c.Wall.Seconds())
	show(e.name, "peak_mb", "%.0f", float64(c.Peak)/1e6)
	show(e.name, "files", "%d", files)
	show(e.name, "index_bytes", "%d", bytes)
	return nil
}
