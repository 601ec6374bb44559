package build_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/microleadership/playbook/internal/build"
)

// onDisk writes the small playbook to a folder, in which files can be known by their stamps.
func onDisk(t testing.TB) (dir string, opts build.Options) {
	t.Helper()
	dir = t.TempDir()
	for name, f := range small() {
		write(t, dir, name, string(f.Data))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	opts = options(nil)
	opts.FS, opts.Watching = root.FS(), true
	return dir, opts
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// noteMade keeps the pages that are made, with the reason.
func noteMade(opts *build.Options) map[string]string {
	var mu sync.Mutex
	made := map[string]string{}
	opts.Rendered = func(address, reason string) {
		mu.Lock()
		defer mu.Unlock()
		made[address] = reason
	}
	return made
}

// What a change costs: the files read anew and the pages made anew, with the reason.
func TestWorkIsWhatAChangeAsksFor(t *testing.T) {
	const (
		entry = "content/examples/bad-day.md"
		page  = "examples/bad-day.html"
	)
	text := string(small()[entry].Data)
	for name, c := range map[string]struct {
		text   string
		parsed int
		made   map[string]string
	}{
		"a touch":           {text, 0, map[string]string{}},
		"a text":            {text + "\nOne more line.\n", 1, map[string]string{page: "it shows something else: body, words"}},
		"a text no longer":  {text, 1, map[string]string{page: "it shows something else: body, words"}},
		"a fact of its own": {strings.Replace(text, "act: Ask what", "act: Say what", 1), 1, nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir, opts := onDisk(t)
			made := noteMade(&opts)
			b := build.New(opts)
			if name == "a text no longer" {
				write(t, dir, entry, text+"\nOne more line.\n")
			}
			site(t, rebuild(t, b))
			clear(made)
			write(t, dir, entry, c.text)
			r, err := b.Revise(context.Background(), []string{entry})
			if err != nil {
				t.Fatal(err)
			}
			site(t, r)
			if r.Stats.Parsed != c.parsed || r.Unchanged != (c.parsed == 0) {
				t.Errorf("%d files were read anew, want %d; unchanged: %v", r.Stats.Parsed, c.parsed, r.Unchanged)
			}
			if c.made == nil { // where the act stands: its page, its card in the list and on the pages that name it
				c.made = map[string]string{
					page: "it shows something else: act", "examples/index.html": "it shows something else: cards", "finder.html": "it shows something else: audiences", "principles/ask.html": "it shows something else: groups",
					"stories/roster.html": "it shows something else: groups", "tags/meetings.html": "it shows something else: cards", "tags/questions.html": "it shows something else: cards",
				}
			}
			if diff := cmp.Diff(c.made, made); diff != "" {
				t.Error(diff)
			}
			clear(made)
			site(t, rebuild(t, b))
			if len(made) > 0 {
				t.Errorf("a second look made %v", maps.Keys(made))
			}
		})
	}
}

func TestATemplateChangesItsPagesOnly(t *testing.T) {
	dir, opts := onDisk(t)
	write(t, dir, "content/playbook.yaml", string(small()["content/playbook.yaml"].Data)+"theme: mine\n")
	write(t, dir, "themes/mine/layouts/az.html", `{{define "main"}}<p>A</p>{{end}}`)
	made := noteMade(&opts)
	b := build.New(opts)
	site(t, rebuild(t, b))
	clear(made)
	write(t, dir, "themes/mine/layouts/az.html", `{{define "main"}}<p>B</p>{{end}}`)
	r, err := b.Revise(context.Background(), []string{"themes/mine/layouts/az.html"})
	if err != nil {
		t.Fatal(err)
	}
	site(t, r)
	if diff := cmp.Diff(map[string]string{"az.html": "its layout “az” has changed"}, made); diff != "" {
		t.Error(diff)
	}
}

// A title of the playbook is on every page, and in no entry.
func TestSettingsReadNoEntryAnew(t *testing.T) {
	dir, opts := onDisk(t)
	b := build.New(opts)
	rebuild(t, b)
	write(t, dir, "content/playbook.yaml", "title: Another\ndescription: A playbook.\n")
	r := rebuild(t, b)
	if r.Stats.Parsed != 0 || len(r.Changed) > 0 || r.Unchanged {
		t.Errorf("%d entries were read anew, changed: %v", r.Stats.Parsed, r.Changed)
	}
	if !strings.Contains(site(t, r)["az.html"], "Another") {
		t.Error("the pages have the old title")
	}
}

func TestChangedAssetsAreNamed(t *testing.T) {
	dir, opts := onDisk(t)
	write(t, dir, "content/principles/map.png", "one")
	write(t, dir, "content/principles/unused.png", "one")
	write(t, dir, "content/principles/ask.md", string(small()["content/principles/ask.md"].Data)+"\n![A map](map.png)\n")
	b := build.New(opts)
	rebuild(t, b)
	write(t, dir, "content/principles/map.png", "two")
	write(t, dir, "content/principles/unused.png", "two")
	if diff := cmp.Diff([]string{"principles/map.png"}, rebuild(t, b).Assets); diff != "" {
		t.Error(diff)
	}
}

func TestAThemeBehindALinkIsRefused(t *testing.T) {
	dir, opts := onDisk(t)
	write(t, dir, "content/playbook.yaml", "title: A\ndescription: A playbook.\ntheme: mine\n")
	write(t, dir, "elsewhere/layouts/az.html", `{{define "main"}}<p>A</p>{{end}}`)
	if err := os.MkdirAll(filepath.Join(dir, "themes"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../elsewhere", filepath.Join(dir, "themes/mine")); err != nil {
		t.Skip("no links here:", err)
	}
	r := rebuild(t, build.New(opts))
	if !strings.Contains(fmt.Sprint(r.Diagnostics), "themes/mine is a link") {
		t.Error(r.Diagnostics)
	}
}
