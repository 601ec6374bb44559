package build

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
)

// Files renders the whole site on all processors. Mistakes in layouts come as
// diagnostics, all of them, each once and only if the rebuild has not reported it; then
// there are no files, because a site without some of its pages is not a site.
func (r *Result) Files(ctx context.Context, progress func(stage string, done, total int)) ([]output.File, diag.List, error) {
	addresses := r.Site.Addresses()
	files := make([]output.File, len(addresses))
	mistakes := make([]*Mistake, len(addresses))
	var done atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, address := range addresses {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			b, err := r.Site.Read(address)
			if errors.As(err, &mistakes[i]) {
				return nil
			}
			files[i] = output.File{Path: address, Bytes: b, Class: output.Page}
			if r.Site.IsAsset(address) {
				files[i].Class = output.Asset
			}
			if progress != nil {
				progress("rendering", int(done.Add(1)), len(addresses))
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	if slices.ContainsFunc(mistakes, func(m *Mistake) bool { return m != nil }) {
		files = nil
	}
	return files, distinct(mistakes, r.Diagnostics), nil
}

// distinct lists each mistake once: a layout's shows on every page that uses it, and
// may have been known since the theme was loaded.
func distinct(mistakes []*Mistake, known diag.List) diag.List {
	type mistake struct {
		pos  diag.Position
		text string
	}
	seen := map[mistake]bool{}
	for _, d := range known {
		seen[mistake{d.Pos, d.Text}] = true
	}
	var list diag.List
	for _, m := range mistakes {
		if m == nil || seen[mistake{m.Diagnostic.Pos, m.Diagnostic.Text}] {
			continue
		}
		seen[mistake{m.Diagnostic.Pos, m.Diagnostic.Text}] = true
		list = append(list, m.Diagnostic)
	}
	list.Sort()
	return list
}
