package main

import (
	"errors"
	"path"
	"slices"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/intake"
	"github.com/microleadership/playbook/internal/playbook"
)

func importCommand(s streams) *cobra.Command {
	var dir, format string
	var dry, asJSON bool
	cmd := &cobra.Command{
		Use:   "import FILE|FOLDER|-",
		Short: "Make stories of what others hand in",
		Long: `Import reads stories that somebody handed in and writes each as a file that waits for
a review: content/stories/NAME.md with review: submitted. It takes what the form of
share.html makes, issues of GitHub and GitLab (as text, or as the JSON of gh and glab),
tables of web forms (CSV), and Markdown with the front matter of other tools.

Nothing is overwritten, and a story that is there already is skipped. What has no place
in a story is reported, with its place in the input, and kept in the file as a comment,
which is never published. What tells who answered (an address, a name, a time) is not
taken over. Nothing is assumed: check says what is still missing, and review lists what
waits.

The exit code is 0 when every story was imported, in spite of doubts, and 1 when one
could not be.`,
		Example: `  playbook import story.md
  playbook import answers.csv -C handbook --dry-run
  gh issue view 12 --json title,body | playbook import -`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"import needs one file, one folder, or - for standard input", "see " + cmd.CommandPath() + " --help"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(intake.Formats(), format) {
				return &usageError{"there is no format “" + format + "”", diag.DidYouMean(format, intake.Formats())}
			}
			p, err := openProject(dir)
			if err != nil {
				return err
			}
			defer p.Close()
			inputs, list, err := handedIn(p, args[0], s.in)
			if err != nil {
				return err
			}
			r, err := p.asItIs(cmd.Context())
			if err != nil {
				return err
			}
			im, err := newImporter(p, r.Playbook, intake.Format(format), dry)
			if err != nil {
				return err
			}
			im.list = list
			for _, in := range inputs {
				if err := im.read(in); err != nil {
					return errors.Join(err, im.print(s, asJSON))
				}
			}
			return im.print(s, asJSON)
		},
	}
	cmd.Flags().StringVarP(&dir, "dir", "C", ".", "root of the playbook")
	cmd.Flags().StringVarP(&format, "format", "f", string(intake.Auto), "auto, markdown, issue or csv")
	cmd.Flags().BoolVarP(&dry, "dry-run", "n", false, "say what would be imported, and write nothing")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(intake.Formats(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// importer writes stories into a playbook.
type importer struct {
	project *project
	options intake.Options
	dry     bool
	taken   map[string]bool   // names of entries, in lower case
	known   map[string]string // the files of stories by their marks
	stories []imported
	list    diag.List
}

// read imports one input, and remembers what came of it for the next.
func (im *importer) read(in intake.Input) error {
	stories, list := intake.Read(in, im.options)
	im.list = append(im.list, list...)
	for _, story := range stories {
		entry := imported{Title: story.Title, From: story.From, Missing: story.Missing}
		switch {
		case story.Known != "":
			entry.File, entry.Status = story.Known, statusKnown
		case im.dry:
			entry.File, entry.Status = im.place(story.ID), statusPlanned
		default:
			entry.File, entry.Status = im.place(story.ID), statusWritten
			if err := im.project.create(entry.File, story.Text); err != nil {
				return err
			}
		}
		if story.Known == "" {
			im.taken[story.ID] = true
			im.known[story.Mark()] = entry.File
		}
		im.stories = append(im.stories, entry)
	}
	return nil
}

func (im *importer) place(id string) string {
	return path.Join("content", playbook.KindStory.Dir(), id+".md")
}
