package build

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
)

// Files renders the whole site on all processors. Mistakes in layouts come as
// diagnostics, all of them, each once.
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
	return files, distinct(mistakes), nil
}

// distinct lists each mistake once: a layout's shows on every page that uses it.
func distinct(mistakes []*Mistake) diag.List {
	var list diag.List
	seen := map[diag.Diagnostic]bool{}
	for _, m := range mistakes {
		if m != nil && !seen[m.Diagnostic] {
			seen[m.Diagnostic] = true
			list = append(list, m.Diagnostic)
		}
	}
	list.Sort()
	return list
}
