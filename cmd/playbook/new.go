package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/config"
	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/frontmatter"
	"github.com/microleadership/playbook/internal/playbook"
)

func newCommand(s streams) *cobra.Command {
	var dir, id string
	cmd := &cobra.Command{
		Use:   "new KIND TITLE",
		Short: "Start an entry from the model, ready to fill in",
		Long: `New writes a Markdown file with every field that its kind requires, what each means
and the values it may have. The entry is a draft until you remove that line.

KIND is principle, example, story or page.`,
		Example: `  playbook new example "Ask the quiet teammate"
  playbook new story "The report nobody read" --dir handbook`,
		ValidArgs: []string{"principle", "example", "story", "page"},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return &usageError{"new needs a kind and a title in quotes", "see " + cmd.CommandPath() + " --help"}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := openProject(dir)
			if err != nil {
				return err
			}
			defer p.Close()
			r, err := p.asItIs(cmd.Context())
			if err != nil {
				return err
			}
			file, err := writeNew(p, r, args[0], args[1], id)
			if err != nil {
				return err
			}
			fmt.Fprintln(s.out, filepath.Join(p.dir, filepath.FromSlash(file)))
			return nil
		},
	}
	cmd.Flags().StringVarP(&dir, "dir", "C", ".", "root of the playbook")
	cmd.Flags().StringVar(&id, "id", "", "file name without .md (default: made from the title)")
	return cmd
}

func writeNew(p *project, r *build.Result, kindName, title, id string) (string, error) {
	kind, err := kindNamed(kindName)
	if err != nil {
		return "", err
	}
	if id == "" {
		id = playbook.Slug(title)
	}
	if id == "" || playbook.Slug(id) != id {
		return "", &usageError{"no file name can be made from “" + title + "”", "give one with --id, in lower-case letters and hyphens"}
	}
	given := map[string]string{"title": strconv.Quote(title)}
	if kind != playbook.KindPage {
		given["summary"] = strconv.Quote("One sentence a reader would repeat to someone.")
	}
	if kind == playbook.KindPrinciple {
		given["lens"] = string(playbook.LensInfluence)
	}
	if kind == playbook.KindExample || kind == playbook.KindStory {
		ref, err := anyPrinciple(r)
		if err != nil {
			return "", err
		}
		given["principles"] = "[" + ref + "]"
	}
	if kind == playbook.KindStory {
		given["review"] = string(playbook.ReviewSubmitted)
		given["followers"] = string(playbook.Followers("one"))
	}
	file := path.Join("content", kind.Dir(), id+".md")
	text := frontmatter.Template(kind, given, config.Vocabularies(r.Playbook.Settings))
	return file, p.create(file, text)
}

func kindNamed(name string) (playbook.Kind, error) {
	var names []string
	for _, k := range playbook.Kinds() {
		if string(k) == name {
			return k, nil
		}
		names = append(names, string(k))
	}
	return "", &usageError{"there is no kind “" + name + "”", diag.DidYouMean(name, names)}
}

// anyPrinciple gives an example or a story a principle to rest on until its author picks one.
func anyPrinciple(r *build.Result) (string, error) {
	names := r.Playbook.Names(playbook.KindPrinciple)
	if len(names) == 0 {
		return "", &hinted{errors.New("there is no principle yet that it could rest on"), "start with playbook new principle"}
	}
	return names[0], nil
}

// create writes a file that must not be there yet.
func (p *project) create(file string, text []byte) error {
	if err := p.root.MkdirAll(path.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := p.root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return &hinted{errors.New(file + " is there already"), "choose another title, or a name with --id"}
	}
	if err != nil {
		return err
	}
	if _, err := f.Write(text); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
