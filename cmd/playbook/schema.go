package main

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/check"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

var schemaKinds = []string{"principle", "example", "story", "page", "config", issueForm, gitlabTemplate}

// What schema prints for people who have an account on a forge.
const (
	issueForm      = "issue-form"
	gitlabTemplate = "gitlab-template"
)

func schemaCommand(s streams) *cobra.Command {
	kind := "any"
	cmd := &cobra.Command{
		Use:   "schema [dir]",
		Short: "Print the JSON Schema of the front matter, and forms for forges",
		Long: `Schema prints the JSON Schema (2020-12) of front matter, made from the same
definitions as the decoder. It knows the vocabularies of the playbook it is asked in.
Without --kind, the schemas of all kinds stand under $defs and any of them may match.

The kinds issue-form and gitlab-template are forms by which people hand in a story on
GitHub and GitLab; playbook import reads what comes of them.`,
		Example: `  playbook schema --kind story > story.schema.json
  playbook schema --kind config > playbook.schema.json
  playbook schema --kind issue-form > .github/ISSUE_TEMPLATE/story.yml`,
		Args: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			if kind == issueForm || kind == gitlabTemplate {
				return printForm(cmd.Context(), s, folder(args), kind)
			}
			settings := playbook.DefaultSettings()
			if p, err := openProject(folder(args)); err == nil {
				defer p.Close()
				if tree, _, err := source.Scan(p.root.FS()); err == nil && tree.Config != nil {
					settings, _ = config.Parse(tree.Config.Bytes, check.Codes()) // check reports its mistakes
				}
			} else if len(args) > 0 {
				return err
			}
			schema, err := schemaOf(kind, config.Vocabularies(settings))
			if err != nil {
				return err
			}
			enc := json.NewEncoder(s.out)
			enc.SetEscapeHTML(false)
			enc.SetIndent("", "  ")
			return enc.Encode(schema)
		},
	}
	cmd.Flags().StringVarP(&kind, "kind", "k", kind, "principle, example, story, page, config, any, issue-form or gitlab-template")
	_ = cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions(append(schemaKinds, "any"), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// printForm prints the form of a forge for the playbook in a folder.
func printForm(ctx context.Context, s streams, dir, kind string) error {
	p, err := openProject(dir)
	if err != nil {
		return err
	}
	defer p.Close()
	r, err := p.asItIs(ctx)
	if err != nil {
		return err
	}
	text := formOf(r).github()
	if kind == gitlabTemplate {
		text = formOf(r).gitlab()
	}
	_, err = s.out.Write(text)
	return err
}

func schemaOf(kind string, vocabularies map[string][]string) (map[string]any, error) {
	switch kind {
	case "config":
		return config.Schema(check.Codes()), nil
	case "any":
		defs := map[string]any{}
		var refs []any
		for _, k := range playbook.Kinds() {
			defs[string(k)] = frontmatter.Schema(k, vocabularies)
			refs = append(refs, map[string]any{"$ref": "#/$defs/" + string(k)})
		}
		return map[string]any{
			"$schema": "https://json-schema.org/draft/2020-12/schema",
			"title":   "Front matter of a playbook entry",
			"anyOf":   refs,
			"$defs":   defs,
		}, nil
	}
	for _, k := range playbook.Kinds() {
		if string(k) == kind {
			return frontmatter.Schema(k, vocabularies), nil
		}
	}
	return nil, &usageError{"there is no kind “" + kind + "”", diag.DidYouMean(kind, schemaKinds)}
}
