package main

import (
	"strings"

	"github.com/spf13/cobra"
)

func rootCommand(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "playbook",
		Short: "Turn a folder of Markdown entries into a searchable static site",
		Long: `playbook builds the site of a microleadership playbook: principles, examples and
stories in Markdown, checked against a model, published as plain files that work on any
server, in any folder and opened from disk.

A playbook is a folder that holds content/. Each command takes it as its one
argument; without one it means the folder you are in.`,
		Example: `  playbook init my-team        start a playbook that builds at once
  playbook serve my-team       write, and see each change as you save
  playbook check my-team       find every mistake, without writing anything
  playbook build my-team       write the site into my-team/public/

Exit codes: 0 all is well · 1 findings · 2 wrong command line · 3 a file could not
be read or written.`,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		Args:                       cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return unknownCommand(cmd, args[0])
		},
	}
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &usageError{err.Error(), "see " + cmd.CommandPath() + " --help"}
	})
	root.AddCommand(
		initCommand(s), newCommand(s), buildCommand(s), serveCommand(s), checkCommand(s),
		searchCommand(s), schemaCommand(s), versionCommand(s),
	)
	return root
}

func unknownCommand(cmd *cobra.Command, name string) error {
	hint := "see playbook help"
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		hint = "did you mean “" + strings.Join(near, "” or “") + "”?"
	}
	return &usageError{"there is no command “" + name + "”", hint}
}

// oneFolder accepts the root of a playbook as the one argument.
func oneFolder(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return &usageError{"“" + args[1] + "” is one argument too many", "see " + cmd.CommandPath() + " --help"}
	}
	return nil
}

func folder(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}
