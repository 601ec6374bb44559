package main

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/playbook"
	"github.com/microleadership/playbook/internal/source"
)

// story finds what somebody calls a story: the path of its file from here or from the
// root of the playbook, or its id.
func (d *desk) story(name string) (*playbook.Entry, error) {
	book := d.now.Playbook
	for _, file := range d.p.meant(name) {
		e, ok := book.ByFile(file)
		switch {
		case ok && e.Story == nil:
			return nil, &usageError{file + " is no story", "only stories are reviewed; remove “draft” to publish an entry of another kind"}
		case ok:
			return e, nil
		}
	}
	if _, err := os.Lstat(name); err == nil {
		return nil, &usageError{name + " is no story of this playbook", "stories live in its content/stories/; playbook check says what is left out, and why"}
	}
	var ids []string
	for _, e := range book.Entries {
		if e.Story != nil {
			ids = append(ids, e.ID)
		}
	}
	hint := "playbook review lists those that wait"
	if near := diag.Nearest(name, ids); near != "" {
		hint = "did you mean “" + near + "”?"
	}
	return nil, &usageError{"there is no story “" + name + "”", hint}
}

// meant lists the files of the playbook that a name can mean, the likeliest first.
func (p *project) meant(name string) []string {
	var out []string
	if abs, err := filepath.Abs(name); err == nil {
		out = append(out, p.inside([]string{abs})...)
		if real, err := filepath.EvalSymlinks(abs); err == nil { // the playbook may be reached through a link
			if root, err := filepath.EvalSymlinks(p.dir); err == nil {
				if rel, err := relative(root, real); err == nil {
					out = append(out, rel)
				}
			}
		}
	}
	slashed := path.Clean(filepath.ToSlash(name))
	id := strings.TrimSuffix(slashed, ".md")
	return append(out, slashed, path.Join(source.Dir, slashed), path.Join(source.Dir, playbook.KindStory.Dir(), id+".md"))
}

func relative(root, file string) (string, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(root, file)
	if err == nil && !filepath.IsLocal(rel) {
		err = errors.New("outside")
	}
	return filepath.ToSlash(rel), err
}
