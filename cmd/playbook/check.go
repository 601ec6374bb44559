package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/check"
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
			if !knownFormat(format) {
				return &usageError{"there is no format “" + format + "”", diag.DidYouMean(format, formats)}
			}
			p, err := openProject(folder(args))
			if err != nil {
				return err
			}
			defer p.Close()
			show, clear := progress(s.err)
			b, err := p.builder(sel, show)
			if err != nil {
				clear()
				return err
			}
			r, err := b.Rebuild(cmd.Context())
			clear()
			if err != nil {
				return err
			}
			if err := printAs(s, format, r.Diagnostics); err != nil {
				return err
			}
			if stops(r.Diagnostics, strict) {
				return errFindings
			}
			return nil
		},
	}
	sel.add(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text, json, github or sarif")
	cmd.Flags().BoolVar(&strict, "strict", false, "let warnings fail too")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

var formats = []string{"text", "json", "github", "sarif"}

func knownFormat(name string) bool {
	for _, f := range formats {
		if f == name {
			return true
		}
	}
	return false
}

func printAs(s streams, format string, list diag.List) error {
	switch format {
	case "json":
		return list.WriteJSON(s.out)
	case "github":
		return list.WriteGitHub(s.out)
	case "sarif":
		return list.WriteSARIF(s.out, diag.SARIFOptions{Rules: check.Rules(), Version: version()})
	}
	if len(list) == 0 {
		_, err := fmt.Fprintln(s.out, "no findings")
		return err
	}
	return list.WriteText(s.out, diag.TextOptions{Color: colours(s.out)})
}
