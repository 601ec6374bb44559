package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/microleadership/playbook/internal/diag"
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
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(helpCommand(root))
	root.AddCommand(
		initCommand(s), newCommand(s), buildCommand(s), serveCommand(s), checkCommand(s),
		reviewCommand(s), searchCommand(s), importCommand(s), schemaCommand(s), versionCommand(s),
	)
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil {
		c.RunE, c.Args = unknownShell, cobra.ArbitraryArgs
	}
	return root
}

func unknownCommand(cmd *cobra.Command, name string) error {
	hint := "see playbook help"
	if near := cmd.SuggestionsFor(name); len(near) > 0 {
		hint = "did you mean “" + strings.Join(near, "” or “") + "”?"
	}
	return &usageError{"there is no command “" + name + "”", hint}
}

// helpCommand is the usual one, except that help about nothing is a mistake.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [command]",
		Short: "Say more about a command",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 || len(args) > 0 && cmd == root {
				return unknownCommand(root, args[0])
			}
			return cmd.Help()
		},
	}
}

func unknownShell(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return cmd.Help()
	}
	shells := []string{"bash", "fish", "powershell", "zsh"}
	return &usageError{"there is no completion for “" + args[0] + "”", diag.DidYouMean(args[0], shells)}
}

// flagError names the flag that a mistyped one was meant to be.
func flagError(cmd *cobra.Command, err error) error {
	hint := "see " + cmd.CommandPath() + " --help"
	if name, ok := strings.CutPrefix(err.Error(), "unknown flag: --"); ok {
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near := diag.Nearest(name, known); near != "" {
			hint = "did you mean --" + near + "?"
		}
	}
	return &usageError{err.Error(), hint}
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
