package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/microleadership/playbook/internal/editor"
	"github.com/microleadership/playbook/internal/serve"
)

// editorVariable names the editor of those who do not want to say so each time.
const editorVariable = "PLAYBOOK_EDITOR"

// following is how the preview and the author's editor lead to each other.
type following struct {
	editor string
	follow bool
}

func (f *following) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.editor, "editor", "", "editor that links to files open: "+strings.Join(editor.Names(), ", ")+
		", or a template with {file}, {line} and {column} (default $"+editorVariable+", else "+editor.Default+")")
	cmd.Flags().BoolVar(&f.follow, "follow", false, "open pages go to the entry that changes")
}

// options are those of a preview of p on host.
func (f following) options(p *project, host string) (serve.Options, error) {
	links, err := f.links()
	if err != nil {
		return serve.Options{}, err
	}
	root, err := filepath.Abs(p.dir)
	return serve.Options{Hosts: []string{host}, Root: root, Editor: links, Follow: f.follow}, err
}

// links are those to the editor that was asked for.
func (f following) links() (editor.Template, error) {
	source, name := "--editor", f.editor
	if name == "" {
		source, name = "$"+editorVariable, cmp.Or(os.Getenv(editorVariable), editor.Default)
	}
	links, err := editor.Parse(name)
	var m *editor.Mistake
	if errors.As(err, &m) {
		return links, &usageError{source + ": " + m.Text, m.Hint}
	}
	return links, err
}
