package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// list adds the files that a commit has below dir, at prefix.
func (a *Archive) list(ctx context.Context, dir, commit, prefix string, depth int) error {
	args := []string{"ls-tree", "-r", "-z", "-l", commit}
	if prefix == "." {
		args = append(args, "--", Dir, "themes")
	}
	out, err := gitOutput(ctx, dir, args...)
	if err != nil {
		return lost(err, commit, prefix)
	}
	repository := len(a.repositories)
	a.repositories = append(a.repositories, &objects{ctx: ctx, dir: dir})
	for record := range bytes.SplitSeq(bytes.TrimSuffix(out, []byte{0}), []byte{0}) {
		if len(record) == 0 {
			continue
		}
		about, name, _ := strings.Cut(string(record), "\t")
		field := strings.Fields(about) // mode, type, object, size
		name = path.Join(prefix, name)
		if len(field) != 4 || !fs.ValidPath(name) {
			return fmt.Errorf("unexpected file %q in git", about)
		}
		if len(a.nodes) > maxFiles {
			return &RevisionError{fmt.Sprintf("there are more than %d files at this revision", maxFiles), "point at the folder of the playbook", false}
		}
		if field[1] == "commit" {
			if depth < MaxDepth {
				if err := a.submodule(ctx, dir, field[2], prefix, name, depth); err != nil {
					return err
				}
			}
			continue
		}
		size, err := strconv.ParseInt(field[3], 10, 64)
		if err != nil {
			return partial()
		}
		a.add(name, &node{object: field[2], size: size, link: field[0] == "120000", from: repository})
	}
	return nil
}

func (a *Archive) submodule(ctx context.Context, dir, commit, prefix, name string, depth int) error {
	rel, err := filepath.Rel(filepath.FromSlash(prefix), filepath.FromSlash(name))
	if err != nil {
		return err
	}
	a.folder(name)
	here := filepath.Join(dir, rel)
	if inside, err := os.ReadDir(here); err == nil && len(inside) == 0 {
		return nil // nobody has fetched it, so it says nothing now either
	}
	return a.list(ctx, here, commit, name, depth+1)
}

// lost says what is missing for a commit to be read.
func lost(err error, commit, prefix string) error {
	said := (*gitError)(nil)
	switch {
	case errors.As(err, &said) && strings.Contains(said.text, "promisor"):
		return partial()
	case prefix == "." || said == nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return &RevisionError{"the submodule " + prefix + " is not here as it was then, at " + commit, "git submodule update --init, and fetch in it", false}
}

// partial is a clone that would fetch what it is asked for.
func partial() error {
	return &RevisionError{"git has only a part of this revision here", "clone without --filter, or git fetch --refetch", false}
}
