package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

// scaffold is a small playbook that builds and checks clean. Names that start with a dot
// would be left out by embed, so those files say dot- instead.
//
//go:embed all:scaffold
var scaffold embed.FS

func initCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [dir]",
		Short: "Start a playbook that builds at once",
		Long: `Init writes a configuration, one entry of each kind, and recipes that publish the
site with GitHub Pages and GitLab Pages. Files that are there already are never
touched: if one is in the way, nothing is written.`,
		Example: `  playbook init my-team
  playbook serve my-team --open`,
		Args: oneFolder,
		RunE: func(_ *cobra.Command, args []string) error {
			dir := folder(args)
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			p, err := openProject(dir)
			if err != nil {
				return err
			}
			defer p.Close()
			n, err := p.plant()
			if err != nil {
				return err
			}
			fmt.Fprintf(s.out, "wrote %s to %s\n\nNext:\n  playbook serve %s --open\n", plural(n, "file"), filepath.Clean(dir), dir)
			return nil
		},
	}
}

// plant writes the scaffold, after looking that nothing stands in its way.
func (p *project) plant() (int, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(scaffold, "scaffold", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		to := planted(name)
		if _, err := p.root.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
			return &hinted{errors.New(to + " is there already"), "init starts a new playbook; choose an empty folder"}
		}
		files[to], err = scaffold.ReadFile(name)
		return err
	})
	if err != nil {
		return 0, err
	}
	for to, text := range files {
		if err := p.create(to, text); err != nil {
			return 0, err
		}
	}
	return len(files), nil
}

// planted is where a file of the scaffold goes.
func planted(name string) string {
	parts := strings.Split(strings.TrimPrefix(name, "scaffold/"), "/")
	for i, part := range parts {
		if rest, ok := strings.CutPrefix(part, "dot-"); ok {
			parts[i] = "." + rest
		}
	}
	return path.Join(parts...)
}
