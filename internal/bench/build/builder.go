package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/bench/work"
)

// builder is a program that builds a site.
type builder struct {
	prefix  string // of its figures
	root    string
	command func(output, cache string) []string
}

func builders(w work.Work, o options) []builder {
	all := []builder{{
		root: w.Playbook(),
		command: func(output, cache string) []string {
			return []string{o.Playbook, "build", w.Playbook(), "-o", output, "--cache", cache}
		},
	}}
	if o.Rival {
		all = append(all, builder{
			prefix: "hugo_",
			root:   w.Hugo(),
			command: func(output, cache string) []string {
				return []string{o.Hugo, "-s", w.Hugo(), "-d", output, "--cacheDir", cache}
			},
		})
	}
	return all
}

// times are what one round took, by the kind of build.
type times map[string]measure.Usage

const (
	cold    = "cold"
	warm    = "warm"
	changed = "changed"
)

// build measures one build.
func (b builder) build(ctx context.Context, output, cache string) (measure.Usage, error) {
	syscall.Sync()
	return measure.Run(ctx, b.command(output, cache)...)
}

// round measures all builders once, in the order given.
func round(ctx context.Context, all []builder, w work.Work, number int, file string, g *growth) (map[string]times, error) {
	name := func(what string, b builder) string { return w.Path(fmt.Sprintf("%s%s-%d", b.prefix, what, number)) }
	taken := map[string]times{}
	for _, kind := range []string{cold, warm, changed} {
		for _, b := range all {
			undo := func() error { return nil }
			if kind == changed {
				var err error
				if undo, err = b.edit(file); err != nil {
					return nil, err
				}
			}
			build := func() (measure.Usage, error) {
				return b.build(ctx, name("site", b), name("cache", b)) // each round starts with an empty one
			}
			if kind == cold && b.prefix == "" {
				whole := build
				build = func() (measure.Usage, error) { return g.around(ctx, whole) }
			}
			usage, err := build()
			if err != nil {
				return nil, err
			}
			measure.Say("%s%s: %.2f s, %.2f s of processor time, %.0f MB", b.prefix, kind, wall(usage), cpu(usage), memory(usage))
			if kind == changed {
				if err := b.seen(name("site", b), file); err != nil {
					return nil, err
				}
			}
			if err := undo(); err != nil {
				return nil, err
			}
			if taken[b.prefix] == nil {
				taken[b.prefix] = times{}
			}
			taken[b.prefix][kind] = usage
		}
	}
	return taken, nil
}

const mark = "zqzqzq"

// edit adds a paragraph to an entry, and returns what takes it back.
func (b builder) edit(file string) (undo func() error, err error) {
	name := filepath.Join(b.root, "content", filepath.FromSlash(file))
	old, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	undo = func() error { return os.WriteFile(name, old, 0o666) }
	return undo, os.WriteFile(name, []byte(string(old)+"\nA paragraph that says "+mark+".\n"), 0o666)
}

// seen makes sure that the paragraph was published: what leaves it out is not fast but wrong.
func (b builder) seen(output, file string) error {
	name := filepath.Join(output, filepath.FromSlash(strings.TrimSuffix(file, ".md")+".html"))
	page, err := os.ReadFile(name)
	if err == nil && !strings.Contains(string(page), mark) {
		err = fmt.Errorf("%s does not have the change", name)
	}
	return err
}
