package build

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path"
	"sync"
	"time"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pack"
	"github.com/microleadership/playbook/internal/source"
)

// standing is what can be said of a site that was published without making it again, as
// long as all that it was made from is the same.
type standing struct {
	From        [sha256.Size]byte // all that it was made from
	Stats       Stats
	Diagnostics diag.List
	Files       []standingFile
}

type standingFile struct {
	Path  string
	Class output.Class
	Sum   output.Sum
}

func (s *standing) save(w *pack.Writer) { pack.Put(w, s) }

// looked is what a look at the files has shown, for the rebuild that follows.
type looked struct {
	tree source.Tree
	list diag.List
}

// Standing returns the result of the build that was saved, if one from the files as they
// are now would be the same. It has no Playbook and no Site, and costs no more than to look
// at the files. Its Files can all be made, by a Rebuild if somebody asks.
func (b *Builder) Standing(ctx context.Context) (*Result, bool, error) {
	if b.cache == nil || b.last != nil {
		return nil, false, nil
	}
	start := time.Now()
	if err := b.look(); err != nil {
		return nil, false, err
	}
	text, ok := b.cache.Section("standing")
	if !ok {
		return nil, false, nil
	}
	var s standing
	r := pack.NewReader(text)
	pack.Get(r, &s)
	if r.End() != nil || s.From != b.from(ctx) {
		return nil, false, nil // what is damaged shows when the rest is loaded
	}
	s.Stats.Parsed, s.Stats.Duration = 0, time.Since(start)
	return &Result{Diagnostics: s.Diagnostics, Stats: s.Stats, files: b.stand(ctx, s.Files)}, true, nil
}

// stand lists files that need not be made unless the folder has lost them.
func (b *Builder) stand(ctx context.Context, files []standingFile) []output.File {
	site := sync.OnceValues(func() (*Site, error) {
		r, err := b.Rebuild(ctx)
		if err != nil {
			return nil, err
		}
		return r.Site, nil
	})
	out := make([]output.File, len(files))
	for i, f := range files {
		out[i] = output.File{
			Path: f.Path, Class: f.Class, Sum: func() output.Sum { return f.Sum },
			Make: func(to []byte) ([]byte, error) {
				s, err := site()
				if err != nil {
					return to, err
				}
				return s.published(f.Path).Make(to)
			},
		}
	}
	return out
}

// look looks at the content, once for all that want to know before the next rebuild.
func (b *Builder) look() error {
	if b.looked != nil {
		return nil
	}
	if b.cache != nil && !b.sighted {
		b.sighted = true
		if text, ok := b.cache.Section("sights"); ok && b.scanner.Load(pack.NewReader(text)) != nil {
			b.forget("it does not say what was seen")
		}
	}
	tree, list, err := b.scanner.Scan()
	if err == nil {
		b.looked = &looked{tree, list}
	}
	return err
}

// from sums up all that a build from what was looked at would read; what cannot be read,
// by the reason.
func (b *Builder) from(ctx context.Context) [sha256.Size]byte {
	h := sha256.New()
	o := b.opts
	fmt.Fprintf(h, "%t %t %q %s\n", o.Drafts, o.Future, o.BaseURL, o.Today)
	t := &b.looked.tree
	for _, list := range [][]source.File{t.Entries, t.Assets, t.Outside} {
		for i := range list {
			fmt.Fprintf(h, "%s\x00", list[i].Path)
			h.Write(list[i].Hash[:])
		}
		fmt.Fprintln(h)
	}
	fmt.Fprintf(h, "%+v\n", b.looked.list)
	var c content
	c.configure(t.Config, o.BaseURL)
	fmt.Fprintf(h, "%x\n", c.config)
	if o.Dir != "" {
		fmt.Fprintln(h, source.Revision(ctx, o.Dir))
	}
	if c.settings.Theme != "" {
		beside, err := fs.ReadDir(o.FS, "themes") // who names a theme that is not there is told of these
		fmt.Fprintf(h, "%v %v\n", beside, err)
		dir := path.Join("themes", c.settings.Theme)
		_ = fs.WalkDir(o.FS, dir, func(p string, d fs.DirEntry, err error) error {
			var b []byte
			if err == nil && d.Type().IsRegular() {
				b, err = fs.ReadFile(o.FS, p)
			}
			fmt.Fprintf(h, "%s %v %x %v\n", p, d, sha256.Sum256(b), err)
			return nil
		})
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// standing is what to save of a result that was published, and so has been searched.
func (b *Builder) standing(r *Result) *standing {
	s := &standing{From: b.last.from, Stats: r.Stats, Diagnostics: r.Diagnostics}
	for _, address := range r.Site.Addresses() {
		f := r.Site.finished(address)
		var sum output.Sum
		if f.Sum != nil {
			sum = f.Sum()
		}
		s.Files = append(s.Files, standingFile{f.Path, f.Class, sum})
	}
	return s
}
