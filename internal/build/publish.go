package build

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
	"github.com/microleadership/playbook/internal/pages"
)

// Files lists the whole site for a publisher, which asks for the bytes of what the folder
// does not hold yet. A mistake in a layout is the error of its page; Mistakes knows them.
func (r *Result) Files(progress func(stage string, done, total int)) []output.File {
	if progress == nil {
		progress = func(string, int, int) {}
	}
	if r.Site == nil {
		return r.files
	}
	addresses := r.Site.Addresses()
	files := make([]output.File, len(addresses))
	var done atomic.Int64
	for i, address := range addresses {
		f := r.Site.published(address)
		sum := f.Sum
		f.Sum = func() output.Sum {
			progress("rendering", int(done.Add(1)), len(addresses))
			if sum == nil {
				return output.Sum{}
			}
			return sum()
		}
		files[i] = f
	}
	return files
}

// published is the file at an address as a publisher takes it: searched for what must not be
// in it, before anybody else has it.
func (s *Site) published(address string) output.File {
	f := s.finished(address)
	if s.guard != nil {
		f.Make = s.searched(address, f.Make)
		if !s.plan.has(address) || s.dress.has(address) { // nobody remembers whether it has been searched
			f.Sum = nil
		}
	}
	return f
}

// finished is the file at an address, with its sum if that is known without making it.
func (s *Site) finished(address string) output.File {
	f := output.File{Path: address, Class: output.Page, Make: appended(func() ([]byte, error) { return s.Read(address) })}
	if s.IsAsset(address) {
		f.Class = output.Asset
	}
	if indexed := s.index.file(address); indexed != nil {
		f.Make = func(to []byte) ([]byte, error) { return s.index.append(to, address) }
		f.Sum = func() output.Sum { return indexed.sum }
		if s.index.done != nil {
			f.Done = indexed.let
		}
	} else if own := s.files[address]; own != nil && !s.dress.has(address) {
		f.Sum, f.Make = s.press.issue(s, address, own)
	} else if page, ok := s.pages[address]; ok && !s.dress.has(address) {
		f.Sum, f.Make = s.press.publish(s, page)
	} else if b := s.dress.bytes(address); b != nil {
		f.Sum = func() output.Sum { return output.SumOf(b) }
	}
	return f
}

// publish is a page for a publisher: what is made goes to the folder and is not kept.
func (p *press) publish(s *Site, page pages.Page) (sum func() output.Sum, make func(to []byte) ([]byte, error)) {
	sum = func() output.Sum {
		if known := p.known(s, page); known != nil {
			return known.sum
		}
		return output.Sum{}
	}
	make = func(to []byte) ([]byte, error) {
		now, b, err := p.print(to, s, page)
		p.put(page.Address, now)
		return b, mistaken(err)
	}
	return sum, make
}

// appended is a Make of bytes that somebody has.
func appended(read func() ([]byte, error)) func(to []byte) ([]byte, error) {
	return func(to []byte) ([]byte, error) {
		b, err := read()
		return append(to, b...), err
	}
}

// issue is a file that no text is part of, for a publisher: of one site it is always the same.
func (p *press) issue(s *Site, address string, f *file) (sum func() output.Sum, make func(to []byte) ([]byte, error)) {
	print := f.print
	if print == (siteprint{}) {
		print = s.print
	}
	sum = func() output.Sum {
		if known := p.get(address); known != nil && known.site == print && known.layout == "" {
			return known.sum
		}
		return output.Sum{}
	}
	make = func(to []byte) ([]byte, error) {
		b, err := f.make(to)
		if err == nil {
			p.put(address, &sheet{site: print, sum: output.SumOf(b[len(to):])})
		}
		return b, err
	}
	return sum, make
}

// Try makes all that Files lists, and keeps nothing: for who wants to know the mistakes.
func (r *Result) Try(ctx context.Context, progress func(stage string, done, total int)) (diag.List, error) {
	var mu sync.Mutex
	var errs []error
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, f := range r.Files(progress) {
		group.Go(func() error {
			if ctx.Err() != nil || f.Sum() != (output.Sum{}) {
				return ctx.Err()
			}
			if _, err := f.Make(nil); err != nil {
				mu.Lock()
				defer mu.Unlock()
				errs = append(errs, err)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return r.Mistakes(errs)
}

// Mistakes tells the mistakes in layouts from other errors. Each is listed once, and only if
// the rebuild has not reported it: a layout's shows on every page that uses it, and may
// have been known since the theme was loaded.
func (r *Result) Mistakes(errs []error) (diag.List, error) {
	type mistake struct {
		pos  diag.Position
		text string
	}
	seen := map[mistake]bool{}
	for _, d := range r.Diagnostics {
		seen[mistake{d.Pos, d.Text}] = true
	}
	var list diag.List
	for _, err := range errs {
		var leaked *Leaked
		if errors.As(err, &leaked) {
			list = append(list, leaked.Diagnostics...)
			continue
		}
		var m *Mistake
		if !errors.As(err, &m) {
			return nil, err
		}
		if key := (mistake{m.Diagnostic.Pos, m.Diagnostic.Text}); !seen[key] {
			seen[key] = true
			list = append(list, m.Diagnostic)
		}
	}
	list.Sort()
	return slices.Clip(list), nil
}
