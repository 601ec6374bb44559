package build

import (
	"context"
	"crypto/sha256"
	"path"
	"runtime"
	"slices"
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
	config   string // stands for the bytes that the settings came from
	readings []*reading
	assets   *assets
	list     diag.List // of all files that are not entries
	parsed   int       // entries read anew
	large    bool      // texts do not stay in memory

	parser parser
}

// entries are in the order of the files. Assemble fills their Derived, which nothing that
// is remembered may hold; so they are copies, if anything is going to be assembled again.
func (c *content) entries(again bool) []*playbook.Entry {
	out := make([]*playbook.Entry, len(c.readings))
	for i, r := range c.readings {
		out[i] = &r.entry
	}
	if again {
		copies := make([]playbook.Entry, len(out))
		for i, e := range out {
			copies[i] = *e
			out[i] = &copies[i]
		}
	}
	return out
}

// findings are what is wrong with single entries.
func (c *content) findings() diag.List {
	var list diag.List
	for _, r := range c.readings {
		list = append(list, r.list...)
	}
	return list
}

// read parses every file that is new or has changed, of those that were looked at.
func (b *Builder) read(ctx context.Context) (content, error) {
	tree := b.looked.tree
	c := content{list: b.looked.list}
	b.looked = nil
	c.configure(tree.Config, b.opts.BaseURL)
	c.parser = newParser(c.settings)
	c.large = len(tree.Entries) > inMemory
	if missing := b.recall(&c, tree.Entries); slices.ContainsFunc(missing, func(i int) bool { return !tree.Entries[i].Fresh }) {
		b.scanner.Forget() // other settings, other readings: all files are needed
		if err := b.look(); err != nil {
			return content{}, err
		}
		return b.read(ctx)
	} else if err := b.parseAll(ctx, &c, tree.Entries, missing); err != nil {
		return content{}, err
	}
	c.assets = b.assets(tree.Assets)
	c.list = append(c.list, outside(tree.Outside, c.settings)...)
	return c, nil
}

// recall finds the readings that are known, and returns the places of the others.
func (b *Builder) recall(c *content, files []source.File) (missing []int) {
	c.readings = make([]*reading, len(files))
	b.parsed.round()
	for i, f := range files {
		r, known := b.parsed.get(c.parser.version(f))
		if !known {
			missing = append(missing, i)
		}
		if known && !r.lent {
			b.shelf.lend(r, c.parser)
		}
		c.readings[i] = r
	}
	return missing
}

// reread parses the named entries again, if they are all that can have changed.
func (b *Builder) reread(paths []string) (content, bool) {
	c := b.last.content
	c.parsed = 0
	changed, ok := b.scanner.Look(paths)
	if !ok || len(changed) == 0 {
		return c, ok
	}
	c.readings = slices.Clone(c.readings)
	for _, f := range changed {
		i, ok := slices.BinarySearchFunc(c.readings, f.Path, func(r *reading, path string) int { return strings.Compare(r.entry.File, path) })
		if !ok {
			return c, false
		}
		c.readings[i] = b.shelf.keep(c.parser.parse(f), c.parser, c.large)
		b.parsed.put(c.readings[i].version, c.readings[i])
	}
	c.parsed = len(changed)
	return c, true
}

func (c *content) configure(file *source.File, baseURL string) {
	if file == nil {
		c.settings = playbook.DefaultSettings()
		c.settings.Title = "A playbook without a name"
		c.list = append(c.list, config.Missing())
	} else {
		var bad diag.List
		c.settings, bad = config.Parse(file.Bytes, check.Codes())
		c.config = string(file.Hash[:])
		c.list = append(c.list, bad...)
	}
	if baseURL != "" {
		c.settings.BaseURL = baseURL
	}
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

// parseAll parses files on all processors; readings stand in the order of the files.
func (b *Builder) parseAll(ctx context.Context, c *content, files []source.File, missing []int) error {
	c.parsed = len(missing)
	var mu sync.Mutex
	done := len(files) - len(missing)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, i := range missing {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			r := b.shelf.keep(c.parser.parse(files[i]), c.parser, c.large)
			c.readings[i], files[i].Bytes = r, nil
			mu.Lock()
			defer mu.Unlock()
			b.parsed.put(r.version, r)
			done++
			b.opts.Progress("reading", done, len(files))
			return nil
		})
	}
	return group.Wait()
}

// parser reads entries with the settings of one playbook.
type parser struct {
	with         string // stands for those of the settings that a reading depends on
	vocabularies map[string][]string
	converter    *markdown.Converter
}

func newParser(s playbook.Settings) parser {
	return parser{
		with:         config.Fingerprint(playbook.Settings{Language: s.Language, Vocabularies: s.Vocabularies}),
		vocabularies: config.Vocabularies(s),
		converter:    markdown.New(markdown.Options{Lang: s.Language, Reserved: pages.LayoutIDs()}),
	}
}

// version stands for everything that a reading depends on.
func (p *parser) version(f source.File) playbook.Version {
	text := make([]byte, 0, 256)
	text = append(append(append(text, f.Path...), 0), f.Hash[:]...)
	sum := sha256.Sum256(append(text, p.with...))
	return playbook.Version(sum[:16])
}

// parse reads one file: kind and id from its path, then front matter, then body.
func (p *parser) parse(f source.File) *reading {
	folder, rest, _ := strings.Cut(strings.TrimPrefix(f.Path, "content/"), "/")
	kind, _ := playbook.KindOfDir(folder)
	id := strings.TrimSuffix(rest, path.Ext(rest))
	front, list := frontmatter.Parse(f.Path, kind, id, f.Bytes, p.vocabularies)
	body, bad := p.converter.Convert(f.Path, front.Body, front.Line)
	r := &reading{entry: *front.Entry, list: append(list, bad...), hash: f.Hash, version: p.version(f)}
	r.text = &playbook.Text{Where: front.Where, Body: body}
	r.entry.SayAs(r.version, r.text)
	return r
}
