// Package build knows the order of things: read, decode, parse Markdown, assemble,
// check, plan pages, load the theme. Nothing else does.
//
// There is one way to build. A clean build is a rebuild with nothing remembered;
// what a Builder remembers is keyed by the bytes it came from, so it is never wrong,
// only not yet there. Rebuild yields a site whose pages can be rendered, not pages:
// building asks for all of them, a preview for the one that is looked at.
package build

import (
	"context"
	"io/fs"
	"time"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// Options say what to build.
type Options struct {
	FS           fs.FS         // the root of the playbook: content/ and themes/ are below it
	Dir          string        // the same root on disk, for version control; "" asks none
	DefaultTheme fs.FS         // the built-in theme
	Drafts       bool          // publish drafts too
	Future       bool          // publish entries whose publish_on has not come
	BaseURL      string        // instead of the configuration's; ends in a slash
	Today        playbook.Date // decides about publish_on and overdue reviews
	Progress     func(stage string, done, total int)
}

func (o Options) withDefaults() Options {
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	return o
}

// Builder builds a playbook, again and again.
type Builder struct {
	opts    Options
	parsed  memo[parsed]
	theme   memo[themed]
	history memo[history]
}

// New returns a Builder that remembers nothing yet.
func New(opts Options) *Builder { return &Builder{opts: opts.withDefaults()} }

// Result is what a rebuild yields. Site is never nil: with errors in Diagnostics it
// is the best that could be made, which a preview shows and a build refuses to publish.
type Result struct {
	Playbook    *playbook.Playbook
	Site        *Site
	Diagnostics diag.List
	Stats       Stats
}

// Stats counts the work of a rebuild.
type Stats struct {
	Files    int           // entries found
	Parsed   int           // of those, read anew: the rest was remembered
	Pages    int           // pages of the site
	Duration time.Duration // of the rebuild, rendering not included
}

// Rebuild looks at the files as they are now. The error is for I/O; what authors did
// wrong is in the result.
func (b *Builder) Rebuild(ctx context.Context) (*Result, error) {
	start := time.Now()
	r := &Result{}
	c, list, err := b.read(ctx)
	if err != nil {
		return nil, err
	}
	r.Stats.Files, r.Stats.Parsed = len(c.entries), c.parsed
	changes, err := b.changes(ctx)
	if err != nil {
		return nil, err
	}
	r.Playbook = playbook.Assemble(playbook.Input{
		Settings:  c.settings,
		Entries:   c.entries,
		Assets:    c.assetNames(),
		History:   changes,
		Selection: playbook.Selection{Drafts: b.opts.Drafts || c.settings.Drafts, Future: b.opts.Future, Today: b.opts.Today},
	})
	assets, err := fs.Sub(b.opts.FS, source.Dir)
	if err != nil {
		return nil, err
	}
	list = append(list, check.Run(r.Playbook, check.Options{Assets: assets})...)
	th, bad, err := b.loadTheme(c.settings)
	if err != nil {
		return nil, err
	}
	list = append(list, bad...)
	r.Site, err = newSite(r.Playbook, th, c.assets)
	if err != nil {
		return nil, err
	}
	r.Stats.Pages = r.Site.pages
	r.Diagnostics = check.Apply(c.settings, list)
	r.Diagnostics.Sort()
	r.Stats.Duration = time.Since(start)
	return r, nil
}
