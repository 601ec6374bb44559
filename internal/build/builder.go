package build

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"reflect"
	"slices"
	"time"

	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/search"
	"github.com/microleadership/playbook/internal/source"
	"github.com/microleadership/playbook/internal/theme"
)

// Builder builds a playbook, again and again. One goroutine at a time may ask it; the
// sites that it has made can be read by many meanwhile.
type Builder struct {
	opts     Options
	scanner  *source.Scanner
	shelf    *shelf
	parsed   memo[playbook.Version, *reading]
	themes   theme.Loader
	history  memo[string, history]
	checker  *check.Checker
	press    *press
	searcher *search.Builder
	last     *made

	cache          *cache.Folder            // nil without one
	sighted, asked bool                     // for what was saved
	loaded         bool                     // all of it
	ahead          map[string]cache.Section // what rooms remembered that have forgotten it, by their names
	looked         *looked                  // what the next rebuild need not look for
}

// New returns a Builder that remembers nothing yet.
func New(opts Options) *Builder {
	opts = opts.withDefaults()
	b := &Builder{
		opts:     opts,
		scanner:  source.NewScanner(opts.FS),
		checker:  &check.Checker{},
		shelf:    &shelf{fsys: opts.FS, pieces: opts.Pieces},
		press:    newPress(opts.Watching, opts.Rendered),
		searcher: &search.Builder{},
		cache:    opts.Cache,
		ahead:    map[string]cache.Section{},
	}
	if opts.Cache != nil {
		b.shelf.pieces, b.shelf.lasts = opts.Cache, true
	}
	return b
}

// ingredients is everything that a site is made from.
type ingredients struct {
	content  content
	history  history
	revision string // of which the history tells
	theme    themed
	from     [sha256.Size]byte // stands for all of it, when there is a cache
}

// made is the last result with what it was made from.
type made struct {
	ingredients
	result  *Result
	checked diag.List
}

// Rebuild looks at the files as they are now. The error is for I/O; what authors did
// wrong is in the result.
func (b *Builder) Rebuild(ctx context.Context) (*Result, error) {
	start := time.Now()
	if err := b.look(); err != nil {
		return nil, err
	}
	b.load()
	var in ingredients
	var err error
	if b.cache != nil {
		in.from = b.from(ctx)
	}
	if in.content, err = b.read(ctx); err != nil {
		return nil, err
	}
	if in.history, in.revision, err = b.changes(ctx); err != nil {
		return nil, err
	}
	if in.theme, err = b.loadTheme(in.content.settings); err != nil {
		return nil, err
	}
	return b.make(in, start)
}

// Revise is a Rebuild that looks at the named files first, by their paths from the root,
// and takes all others to be as they were, if that can be right. Its caller rebuilds soon
// after: what nobody named is found then.
func (b *Builder) Revise(ctx context.Context, paths []string) (*Result, error) {
	start := time.Now()
	entries, themes, ok := split(paths)
	if b.last == nil || !ok {
		return b.Rebuild(ctx)
	}
	in := b.last.ingredients
	in.from = [sha256.Size]byte{} // nobody has looked at everything
	if themes {                   // before the entries: what fails after these have been looked at would be lost
		var err error
		if in.theme, err = b.loadTheme(in.content.settings); err != nil {
			return nil, err
		}
	}
	if in.content, ok = b.reread(entries); !ok {
		return b.Rebuild(ctx)
	}
	return b.make(in, start)
}

// make makes a site of what has been read, from as much of the last one as still holds.
func (b *Builder) make(in ingredients, start time.Time) (*Result, error) {
	p := b.assemble(in)
	r := &Result{Playbook: p, checker: b.checker}
	r.Stats = Stats{Files: len(in.content.readings), Parsed: in.content.parsed}
	if b.last != nil && p == b.last.result.Playbook && b.last.same(in) {
		*r = *b.last.result
		r.Changed, r.Assets, r.Unchanged = nil, nil, true
		r.Stats.Parsed, r.Stats.Duration = in.content.parsed, time.Since(start)
		b.last.ingredients = in
		return r, nil
	}
	assets, err := fs.Sub(b.opts.FS, source.Dir)
	if err != nil {
		return nil, err
	}
	r.Site = b.site(p, in)
	list := slices.Concat(in.content.list, in.content.findings(), in.theme.list)
	checked := b.check(p, in, assets)
	list = append(list, checked...)
	r.Diagnostics = check.Waiting(p, check.Apply(in.content.settings, list))
	r.Diagnostics.Sort()
	r.Stats.Pages, r.Stats.Published = r.Site.plan.count, len(p.Published())
	if b.last != nil {
		r.Changed = changes(p, b.last.content.readings, in.content.readings)
		r.Assets = in.content.assets.changed(b.last.content.assets, r.Site)
	}
	b.last = &made{in, r, checked}
	r.Stats.Duration = time.Since(start)
	return r, nil
}

// check finds what is wrong with a playbook, or was when it is still the same one: a layout
// changes nothing about it.
func (b *Builder) check(p *playbook.Playbook, in ingredients, assets fs.FS) diag.List {
	if b.last != nil && p == b.last.result.Playbook && in.content.assets == b.last.content.assets {
		return b.last.checked
	}
	list := b.checker.Run(p, check.Options{Assets: assets, AssetsVersion: in.content.assets.version})
	if b.parting() {
		b.part("checks", b.checker.Save, b.checker.Forget)
	}
	return list
}

// assemble assembles the playbook, or rewords the last one when only texts differ.
func (b *Builder) assemble(in ingredients) *playbook.Playbook {
	if b.last != nil && b.last.context(in) {
		if reworded, ok := differing(b.last.content.readings, in.content.readings); ok {
			if len(reworded) == 0 {
				return b.last.result.Playbook
			}
			if p, ok := b.last.result.Playbook.Reword(reworded); ok {
				return p
			}
		}
	}
	return playbook.Assemble(playbook.Input{
		Settings:  in.content.settings,
		Entries:   in.content.entries(b.opts.Watching || b.last != nil),
		Assets:    in.content.assets.names(),
		History:   in.history,
		Selection: b.selection(in.content.settings),
	})
}

func (b *Builder) selection(s playbook.Settings) playbook.Selection {
	return playbook.Selection{Drafts: b.opts.Drafts || s.Drafts, Future: b.opts.Future, Today: b.opts.Today}
}

// context says whether all that entries are assembled with is as it was.
func (m *made) context(in ingredients) bool {
	return m.content.config == in.content.config && m.content.assets == in.content.assets &&
		reflect.ValueOf(m.history).Pointer() == reflect.ValueOf(in.history).Pointer()
}

// same says whether what is not in the playbook is as it was.
func (m *made) same(in ingredients) bool {
	return m.theme.theme == in.theme.theme && reflect.DeepEqual(m.content.list, in.content.list) &&
		reflect.DeepEqual(m.theme.list, in.theme.list)
}

// site plans the pages, or keeps the plan when it cannot have changed.
func (b *Builder) site(p *playbook.Playbook, in ingredients) *Site {
	if b.last != nil && p.Alike(b.last.result.Playbook) {
		s := b.last.result.Site.reworded(p)
		if s.theme != in.theme.theme {
			s = s.dressed(in.theme.theme, b.siteprint(in))
		}
		return s
	}
	var done func()
	if b.parting() {
		done = func() { b.part("search", b.searcher.Save, b.searcher.Forget) }
	}
	return newSite(p, in.theme.theme, in.content.assets, newGuard(p, in.history), b.press, newIndex(p, b.searcher, done), b.siteprint(in))
}
