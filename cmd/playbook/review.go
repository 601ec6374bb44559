package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/diag"
)

// reviewFormats are the forms in which review lists what waits.
var reviewFormats = []string{"text", "json", "markdown"}

func reviewCommand(s streams) *cobra.Command {
	var format string
	var strict bool
	cmd := &cobra.Command{
		Use:   "review [dir]",
		Short: "List the stories that wait to be accepted, oldest first",
		Long: `Review lists the stories whose review is not accepted yet, drafts too: what each is
called, how long it has waited, what it promises about naming people, whether there is
consent, and what check would find if it were accepted. None of them is published.

A story has waited since the commit that added it, or, when git does not know the file,
since it was last changed. Nothing is written, nothing is sent anywhere.

The exit code is 1 when a story that waits could not be accepted as it is, for want of
consent too; with --strict, also when it would bring warnings. See docs/reviewing.md.`,
		Example: `  playbook review
  playbook review handbook --format json
  playbook review --format markdown        a comment for an issue or a merge request
  playbook review accept the-map --consent today`,
		Args: reviewArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(reviewFormats, format) {
				return &usageError{"there is no format “" + format + "”", diag.DidYouMean(format, reviewFormats)}
			}
			p, err := openProject(folder(args))
			if err != nil {
				return err
			}
			defer p.Close()
			q, err := p.queue(cmd.Context(), s)
			if err != nil {
				return err
			}
			if err := q.print(s, format); err != nil {
				return err
			}
			var all diag.List
			for _, w := range q.waiting {
				all = append(all, w.found...)
			}
			return verdict(all, strict)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text, json or markdown")
	cmd.Flags().BoolVar(&strict, "strict", false, "let warnings fail too")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(reviewFormats, cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(acceptCommand(s))
	return cmd
}

func reviewArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return &usageError{"“" + args[1] + "” is one argument too many", "playbook review lists; playbook review accept FILE accepts a story"}
	}
	return nil
}
