package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/news"
	"github.com/microleadership/playbook/internal/source"
)

// diffFlag names the revision with which check compares.
type diffFlag struct {
	revision string
	asked    bool
}

func (f *diffFlag) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.revision, "diff", "", "tell what changes for readers since `REV`, a branch, tag or commit of git")
}

// archive opens the files of the revision; nil when none was asked for.
func (f *diffFlag) archive(ctx context.Context, p *project) (*source.Archive, error) {
	if !f.asked {
		return nil, nil
	}
	a, err := source.At(ctx, p.dir, f.revision)
	var bad *source.RevisionError
	switch {
	case errors.As(err, &bad) && bad.Mistyped:
		return nil, &usageError{"--diff: " + bad.Why, bad.Way}
	case errors.As(err, &bad):
		return nil, &hinted{bad, bad.Way}
	}
	return a, err
}

// compare tells what changes for readers from the files of a revision to a result. Both
// are built by the same program with the same flags, so what differs is in the files.
func (p *project) compare(ctx context.Context, a *source.Archive, sel selection, now *build.Result) (*news.Report, error) {
	after := news.Of(now.Playbook, news.Options{Texts: true, Dir: p.fromHere(), Theme: themeIn(rootFiles{p}, now.Playbook.Settings.Theme)})
	if _, err := fs.Stat(a, source.Dir); err != nil {
		return news.Compare(nil, after), nil // there was no playbook then
	}
	b, err := p.builder(sel, builderOptions{instead: a})
	if err != nil {
		return nil, err
	}
	then, err := b.Rebuild(ctx)
	if err != nil {
		return nil, err
	}
	before := news.Of(then.Playbook, news.Options{Texts: true, Dir: p.fromHere(), Theme: themeIn(a, then.Playbook.Settings.Theme)})
	if err := a.Err(); err != nil { // else what could not be read would seem to be new
		return nil, err
	}
	return news.Compare(before, after), nil
}

// themeIn stands for the files with which a playbook overrides the built-in theme.
func themeIn(files fs.FS, name string) string {
	if name == "" {
		return ""
	}
	h := sha256.New()
	_ = fs.WalkDir(files, path.Join("themes", name), func(p string, d fs.DirEntry, err error) error { // the build reports what cannot be read
		if err == nil && !d.IsDir() {
			b, _ := fs.ReadFile(files, p)
			fmt.Fprintf(h, "%q %x\n", p, sha256.Sum256(b))
		}
		return nil
	})
	return string(h.Sum(nil))
}
