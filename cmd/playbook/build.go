package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/cache"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/output"
)

type buildFlags struct {
	selection
	cache     cacheFlags
	coverage  coverageFlag
	output    string
	strict    bool
	keepGoing bool
	force     bool
	json      bool
	watch     bool
	poll      bool
	verbose   bool
}

func buildCommand(s streams) *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build [dir]",
		Short: "Write the site into public/",
		Long: `Build checks the playbook and writes its site into public/.

Below the line that says what was built stands what has changed for readers since the site
was published last: what is new, promoted or gone, and which links have broken.

Files that have not changed are not written. Only files that an earlier build wrote are
ever replaced or removed; anything else in public/ is left alone. A build that
fails or is killed leaves the last good site as it was.

An entry with an error stops the build, so that a broken page is never published.`,
		Example: `  playbook build                            the folder you are in
  playbook build handbook -o /srv/www       somewhere else
  playbook build --strict --json            in CI: warnings fail, summary as JSON`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.coverage.check(); err != nil {
				return err
			}
			if f.output == "" && cmd.Flags().Changed("output") {
				return &usageError{"--output is empty", "name a folder, or leave it out for public/"}
			}
			p, err := openProject(folder(args))
			if err != nil {
				return err
			}
			defer p.Close()
			if err := output.Check(p.dir, p.outputDir(f.output)); err != nil {
				return &hinted{err, "name another folder with --output"}
			}
			if err := f.cache.check(cmd, p, p.outputDir(f.output), f.watch); err != nil {
				return err
			}
			if f.watch {
				return watchAndBuild(cmd.Context(), s, p, f)
			}
			return buildOnce(cmd.Context(), s, p, f)
		},
	}
	f.selection.add(cmd)
	f.cache.add(cmd)
	f.coverage.add(cmd)
	cmd.Flags().StringVarP(&f.output, "output", "o", "", "folder to write to (default: public/ in the playbook)")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "let warnings stop the build too")
	cmd.Flags().BoolVar(&f.keepGoing, "keep-going", false, "publish in spite of errors; the exit code is still 1")
	cmd.Flags().BoolVar(&f.force, "force", false, "replace files in the way that playbook did not write")
	cmd.Flags().BoolVar(&f.json, "json", false, "print the summary and the findings as JSON")
	cmd.Flags().BoolVarP(&f.watch, "watch", "w", false, "build again whenever something changes")
	cmd.Flags().BoolVar(&f.poll, "poll", false, "with --watch: look at intervals, for network file systems")
	cmd.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "say of each page why it is made, and all that has changed for readers")
	return cmd
}

func buildOnce(ctx context.Context, s streams, p *project, f buildFlags) error {
	show, clear := progress(s.err)
	if f.verbose { // one or the other: both want the last line
		show = nil
	}
	folder := f.cache.open(p, s.err)
	if folder != nil {
		defer folder.Close()
	}
	b, err := p.builder(f.selection, builderOptions{progress: show, rendered: rendered(s, f.verbose), cache: folder})
	if err != nil {
		clear()
		return err
	}
	sum, err := buildAndPublish(ctx, s, b, p, f, folder, show)
	clear()
	tellDiscarded(folder, s.err)
	if err != nil {
		return err
	}
	return sum.print(s, f)
}

// watchAndBuild builds now and after each change, until it is interrupted.
func watchAndBuild(ctx context.Context, s streams, p *project, f buildFlags) error {
	b, err := p.builder(f.selection, builderOptions{watching: true, rendered: rendered(s, f.verbose)})
	if err != nil {
		return err
	}
	var told diag.List
	p.follow(ctx, b, p.hints(ctx, s, f.poll), func(r *build.Result, err error) bool {
		var sum *summary
		if err == nil {
			sum, err = publish(ctx, s, r, p, f, nil, nil)
		}
		switch {
		case ctx.Err() != nil:
		case err != nil:
			report(s.err, err) // the next look may find it mended
			return false
		default:
			list := sum.Diagnostics
			if !f.json && slices.Equal(list, told) {
				sum.Diagnostics = nil // they stand there already
			}
			told = list
			_ = sum.print(s, f) // findings do not end a watch
		}
		return true
	})
	return nil
}

// lockWait is how long a build waits for another one that writes to the same folder.
const lockWait = 30 * time.Second

// buildAndPublish builds, from what the last build has left as far as that is still right.
func buildAndPublish(ctx context.Context, s streams, b *build.Builder, p *project, f buildFlags, folder *cache.Folder, show func(string, int, int)) (*summary, error) {
	var r *build.Result
	var ok bool
	var err error
	if !f.coverage.asked() { // of a site that stands, nobody knows what is covered
		r, ok, err = b.Standing(ctx)
	}
	if err == nil && !ok {
		r, err = b.Rebuild(ctx)
	}
	if err != nil {
		return nil, err
	}
	stamps := loadStamps(folder)
	sum, err := publish(ctx, s, r, p, f, stamps, show)
	if err != nil {
		return nil, err
	}
	if !sum.Published {
		stamps = nil
	}
	if err := b.Save(r, stamps); err != nil {
		fmt.Fprintln(s.err, err) // the site is there all the same
	}
	return sum, nil
}

// publish writes the site, unless findings forbid it.
func publish(ctx context.Context, s streams, r *build.Result, p *project, f buildFlags, stamps *output.Stamps, show func(string, int, int)) (*summary, error) {
	start := time.Now()
	dir := p.outputDir(f.output)
	sum := &summary{Output: dir, Entries: r.Stats.Published, Pages: r.Stats.Pages}
	findings := slices.Concat(r.Diagnostics, f.coverage.findings(r.Playbook))
	var mistakes diag.List // that show only when pages are made
	var err error
	if stops(findings, f.strict) && !f.keepGoing {
		mistakes, err = r.Try(ctx, show)
	} else {
		var stats output.Stats
		before := readersSee(r, dir)
		stats, err = output.Publish(ctx, dir, r.Files(show), output.Options{
			Force: f.force, Wait: lockWait, Stamps: stamps,
			Waiting: func(lock string) { fmt.Fprintln(s.err, "waiting for another build, which holds", lock) },
		})
		var unmade *output.MakeError
		switch {
		case errors.As(err, &unmade):
			mistakes, err = r.Mistakes(unmade.Errs)
		case err != nil:
			err = publishError(err)
		default:
			sum.Published = true
			sum.Changes = before.since(r, dir)
			sum.Written, sum.Unchanged, sum.Deleted = stats.Written, stats.Unchanged, stats.Deleted
		}
	}
	if err != nil {
		return nil, err
	}
	sum.Diagnostics = p.located(slices.Concat(findings, mistakes))
	sum.Milliseconds = (r.Stats.Duration + time.Since(start)).Milliseconds()
	return sum, nil
}

// publishError adds the way out to what can go wrong while writing.
func publishError(err error) error {
	var withHint interface{ Hint() string }
	switch {
	case errors.As(err, &withHint):
		return &hinted{err, withHint.Hint()}
	case errors.Is(err, os.ErrPermission):
		return &hinted{err, "the folder must be writable; the last good site is as it was"}
	}
	return err
}
