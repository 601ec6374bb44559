package main

import (
	"io/fs"
	"path"
	"strings"

	"github.com/microleadership/playbook/internal/intake"
	"github.com/microleadership/playbook/internal/pages"
	"github.com/microleadership/playbook/internal/playbook"
)

// newImporter tells intake what it must know of the playbook.
func newImporter(p *project, book *playbook.Playbook, format intake.Format, dry bool) (*importer, error) {
	im := &importer{project: p, dry: dry, taken: map[string]bool{}, known: map[string]string{}}
	im.options = intake.Options{
		Format:   format,
		Settings: book.Settings,
		Label: func(field, value string) string {
			return pages.Label(book.Settings, strings.ReplaceAll(strings.TrimSuffix(field, "_after"), "_", "-"), value)
		},
		Resolve: func(kind playbook.Kind, name string) (string, bool) { return resolve(book, kind, name) },
		Names: func(kind playbook.Kind) []string {
			var out []string
			for _, e := range book.Entries {
				if e.Kind == kind {
					out = append(append(out, e.ID, e.Title), e.Aliases...)
				}
			}
			return out
		},
		Taken: func(id string) bool { return im.taken[id] },
		Known: func(mark string) (string, bool) {
			file, ok := im.known[mark]
			return file, ok
		},
	}
	for _, e := range book.Entries {
		im.taken[strings.ToLower(e.ID)] = true // of any kind: a reference by id must stay clear
	}
	return im, im.remember()
}

// resolve finds an entry of a kind by what people call it.
func resolve(book *playbook.Playbook, kind playbook.Kind, name string) (string, bool) {
	if e, ok := book.ResolveKind(kind, name); ok {
		return e.ID, true
	}
	if e, _ := book.ResolveName(name); e != nil && e.Kind == kind {
		return e.ID, true
	}
	return "", false
}

// remember looks at the stories that are there: at all files, because one that no reader
// of the playbook could make sense of must not be written over either.
func (im *importer) remember() error {
	stories := path.Join("content", playbook.KindStory.Dir())
	files := im.project.root.FS()
	err := fs.WalkDir(files, stories, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		im.taken[strings.ToLower(strings.TrimSuffix(d.Name(), path.Ext(d.Name())))] = true
		if path.Ext(name) != ".md" || !d.Type().IsRegular() {
			return nil
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		for _, mark := range intake.Marks(intake.Input{File: name, Data: data}, im.options) {
			im.known[mark] = name
		}
		return nil
	})
	if _, missing := im.project.root.Stat(stories); missing != nil {
		return nil // there is no story yet
	}
	return err
}
