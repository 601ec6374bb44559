package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/diag"
)

func checkCommand(s streams) *cobra.Command {
	var sel selection
	var format string
	var strict bool
	cmd := &cobra.Command{
		Use:   "check [dir]",
		Short: "Find every mistake, without writing anything",
		Long: `Check reads the whole playbook and reports every mistake in one run, each with its
file, line and column, the line itself, and a way out. The rules and their codes
stand in docs/rules.md; playbook.yaml can change the severity of each.

Findings go to standard output. With an error (or, with --strict, a warning) the exit
code is 1.`,
		Example: `  playbook check
  playbook check --strict
  playbook check --format github          annotations in GitHub Actions
  playbook check --format sarif > out.sarif`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(formats, format) {
				return &usageError{"there is no format “" + format + "”", diag.DidYouMean(format, formats)}
			}
			p, err := openProject(folder(args))
			if err != nil {
				return err
			}
			defer p.Close()
			show, clear := progress(s.err)
			b, err := p.builder(sel, builderOptions{progress: show})
			if err != nil {
				clear()
				return err
			}
			list, err := findAll(cmd.Context(), b, show)
			clear()
			if err != nil {
				return err
			}
			if err := printAs(s.out, format, p.located(list)); err != nil {
				return err
			}
			return verdict(list, strict)
		},
	}
	sel.add(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text, json, github or sarif")
	cmd.Flags().BoolVar(&strict, "strict", false, "let warnings fail too")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// findAll finds every mistake, those too that show only when pages are made.
func findAll(ctx context.Context, b *build.Builder, show func(string, int, int)) (diag.List, error) {
	r, err := b.Rebuild(ctx)
	if err != nil {
		return nil, err
	}
	mistakes, err := r.Try(ctx, show)
	list := append(r.Diagnostics, mistakes...)
	list.Sort()
	return list, err
}
