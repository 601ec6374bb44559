package build

import (
	"context"
	"path"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/markdown"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// content is what the files say, each for itself.
type content struct {
	settings playbook.Settings
	entries  []*playbook.Entry
	assets   map[string][]byte // by path relative to content/
	parsed   int
}

func (c *content) assetNames() map[string]bool {
	out := make(map[string]bool, len(c.assets))
	for name := range c.assets {
		out[name] = true
	}
	return out
}

// parsed is the per-file stage of one file: pure, so it may be remembered by the
// file's bytes and what it was parsed with.
type parsed struct {
	entry playbook.Entry
	list  diag.List
}

// read scans the content and parses every file that is new or has changed.
func (b *Builder) read(ctx context.Context) (*content, diag.List, error) {
	tree, list, err := source.Scan(b.opts.FS)
	if err != nil {
		return nil, nil, err
	}
	c := &content{assets: map[string][]byte{}}
	if tree.Config == nil {
		c.settings = playbook.DefaultSettings()
		c.settings.Title = "A playbook without a name"
		list = append(list, config.Missing())
	} else {
		var bad diag.List
		c.settings, bad = config.Parse(tree.Config.Bytes, check.Codes())
		list = append(list, bad...)
	}
	if b.opts.BaseURL != "" {
		c.settings.BaseURL = b.opts.BaseURL
	}
	for _, f := range tree.Assets {
		c.assets[strings.TrimPrefix(f.Path, "content/")] = f.Bytes
	}
	list = append(list, outside(tree.Outside, c.settings)...)
	bad, err := b.parseAll(ctx, c, tree.Entries)
	return c, append(list, bad...), err
}

// outside says what is wrong with files that are not part of a playbook yet, as far as
// that does not depend on what kind of entry each will be.
func outside(files []source.File, s playbook.Settings) diag.List {
	converter := markdown.New(markdown.Options{Lang: s.Language})
	var out diag.List
	for _, f := range files {
		p, list := frontmatter.Parse(f.Path, playbook.KindPage, f.Path, f.Bytes, nil)
		_, bad := converter.Convert(f.Path, p.Body, p.Line)
		for _, d := range append(list, bad...) {
			if d.Code != "unknown-field" && d.Code != "missing-field" {
				out = append(out, d)
			}
		}
	}
	return out
}

// parseAll parses on all processors; results stand in the order of the files.
func (b *Builder) parseAll(ctx context.Context, c *content, files []source.File) (diag.List, error) {
	with := config.Fingerprint(c.settings)
	vocabularies := config.Vocabularies(c.settings)
	converter := markdown.New(markdown.Options{Lang: c.settings.Language, Reserved: pages.LayoutIDs()})
	results := make([]parsed, len(files))
	var mu sync.Mutex
	done := 0
	b.parsed.round()
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		key := f.Path + "\x00" + string(f.Hash[:]) + with
		group.Go(func() error {
			mu.Lock()
			p, known := b.parsed.get(key)
			mu.Unlock()
			if !known {
				if err := ctx.Err(); err != nil {
					return err
				}
				p = parse(f, vocabularies, converter)
			}
			results[i] = p
			mu.Lock()
			defer mu.Unlock()
			if !known {
				b.parsed.put(key, p)
				c.parsed++
			}
			done++
			b.opts.Progress("reading", done, len(files))
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	var list diag.List
	for i := range results {
		entry := results[i].entry // a copy: Assemble fills Derived, which no memo may hold
		c.entries = append(c.entries, &entry)
		list = append(list, results[i].list...)
	}
	return list, nil
}

// parse reads one file: kind and id from its path, then front matter, then body.
func parse(f source.File, vocabularies map[string][]string, converter *markdown.Converter) parsed {
	folder, rest, _ := strings.Cut(strings.TrimPrefix(f.Path, "content/"), "/")
	kind, _ := playbook.KindOfDir(folder)
	id := strings.TrimSuffix(rest, path.Ext(rest))
	p, list := frontmatter.Parse(f.Path, kind, id, f.Bytes, vocabularies)
	body, bad := converter.Convert(f.Path, p.Body, p.Line)
	p.Entry.Say(&playbook.Text{Where: p.Where, Body: body})
	return parsed{*p.Entry, append(list, bad...)}
}
