package main

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/news"
)

// checkFlags say what check looks at, and how it tells.
type checkFlags struct {
	selection
	diff     diffFlag
	coverage coverageFlag
	format   string
	strict   bool
}

func checkCommand(s streams) *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [dir]",
		Short: "Find every mistake, without writing anything",
		Long: `Check reads the whole playbook and reports every mistake in one run, each with its
file, line and column, the line itself, and a way out. The rules and their codes
stand in docs/rules.md; playbook.yaml can change the severity of each.

With --diff it compares the files as they are with a revision of git, and tells what
changes for readers: what is new, promoted, orphaned or gone, which links break, and what
the map of coverage gains. --format markdown makes a comment for a merge request of it.

Findings go to standard output. With an error (or, with --strict, a warning) the exit
code is 1; changes alone do not change it.`,
		Example: `  playbook check
  playbook check --strict
  playbook check --diff origin/main      what a branch changes for readers
  playbook check --min-coverage 40       fail when the map has become too empty
  playbook check --format github         annotations in GitHub Actions
  playbook check --format sarif > out.sarif`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.diff.asked = cmd.Flags().Changed("diff")
			return f.run(cmd.Context(), s, folder(args))
		},
	}
	f.add(cmd)
	f.diff.add(cmd)
	f.coverage.add(cmd)
	cmd.Flags().StringVarP(&f.format, "format", "f", "text", "text, json, github, sarif or markdown")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "let warnings fail too")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(checkFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (f *checkFlags) run(ctx context.Context, s streams, dir string) error {
	if !slices.Contains(checkFormats, f.format) {
		return &usageError{"there is no format “" + f.format + "”", diag.DidYouMean(f.format, checkFormats)}
	}
	if err := f.coverage.check(); err != nil {
		return err
	}
	p, err := openProject(dir)
	if err != nil {
		return err
	}
	defer p.Close()
	found, err := f.find(ctx, s, p)
	if err != nil {
		return err
	}
	if err := found.print(s, f.format); err != nil {
		return err
	}
	return verdict(found.findings, f.strict)
}

// find finds what is wrong with a playbook, and what changes for its readers.
func (f *checkFlags) find(ctx context.Context, s streams, p *project) (*checked, error) {
	if f.format == "github" || f.format == "sarif" {
		if f.diff.asked {
			fmt.Fprintf(s.err, "%s has no room for what changes for readers; run it once more with --format text, json or markdown\n", f.format)
		}
		f.diff.asked = false
	}
	then, err := f.diff.archive(ctx, p)
	if err != nil {
		return nil, err
	}
	if then != nil {
		defer then.Close()
	}
	show, clear := progress(s.err)
	defer clear()
	b, err := p.builder(f.selection, builderOptions{progress: show})
	if err != nil {
		return nil, err
	}
	r, list, err := findAll(ctx, b, show)
	if err != nil {
		return nil, err
	}
	out := &checked{findings: p.located(append(list, f.coverage.findings(r.Playbook)...))}
	if then == nil {
		return out, nil
	}
	out.links = news.MarkdownOptions{Site: r.Playbook.Settings.BaseURL}
	if f.baseURL != "" {
		out.links.Preview = out.links.Site
	}
	out.changes, err = p.compare(ctx, then, f.selection, r)
	return out, err
}

// findAll finds every mistake, those too that show only when pages are made.
func findAll(ctx context.Context, b *build.Builder, show func(string, int, int)) (*build.Result, diag.List, error) {
	r, err := b.Rebuild(ctx)
	if err != nil {
		return nil, nil, err
	}
	mistakes, err := r.Try(ctx, show)
	list := slices.Concat(r.Diagnostics, mistakes)
	list.Sort()
	return r, list, err
}
