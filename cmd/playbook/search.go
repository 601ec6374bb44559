package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/search"
)

func searchCommand(s streams) *cobra.Command {
	var sel selection
	var dir string
	var limit int
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: "Search the playbook, ranked as on the site",
		Example: `  playbook search my boss never listens
  playbook search --dir handbook -n 3 quiet teammate
  playbook search 'kind:story "lone vote" -boss'`,
		Args: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, " ")) == "" {
				return &usageError{"nothing to search for", "see " + cmd.CommandPath() + " --help"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 {
				return &usageError{"--limit is at least 1", "see " + cmd.CommandPath() + " --help"}
			}
			p, err := openProject(dir)
			if err != nil {
				return err
			}
			defer p.Close()
			b, err := p.builder(sel, builderOptions{})
			if err != nil {
				return err
			}
			r, err := b.Rebuild(cmd.Context())
			if err != nil {
				return err
			}
			index := build.SearchIndex(r.Playbook)
			return printAnswer(s, index, index.Search(search.Query{Text: strings.Join(args, " "), Limit: limit}))
		},
	}
	sel.add(cmd)
	cmd.Flags().StringVarP(&dir, "dir", "C", ".", "root of the playbook")
	cmd.Flags().IntVarP(&limit, "limit", "n", 10, "how many results at the most")
	return cmd
}

// printAnswer prints hits as the site shows them. What was not looked for as it was
// typed is said on standard error, as far as a line has room: somebody may paste a page.
func printAnswer(s streams, index *search.Index, a search.Answer) error {
	if a.Meant != "" {
		fmt.Fprintf(s.err, "results for: %.60s\n", a.Meant)
	}
	if len(a.Unknown) > 0 {
		fmt.Fprintf(s.err, "nothing has: %.60s\n", strings.Join(a.Unknown, ", "))
	}
	if len(a.Hits) == 0 {
		fmt.Fprintln(s.err, "nothing found")
		return errFindings
	}
	for _, h := range a.Hits {
		d := index.Document(h.Doc)
		address := d.URL
		if h.Anchor != "" {
			address += "#" + h.Anchor
		}
		fmt.Fprintf(s.out, "%s (%s)\n  %s\n  %s\n", d.Title, strings.ToLower(d.KindLabel), address, h.Passage.Text)
	}
	return nil
}
