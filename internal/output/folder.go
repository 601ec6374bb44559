package output

import (
	"fmt"
	"os"
	"path/filepath"
)

// FolderError is an output folder that would mix the site with what it is made from.
type FolderError struct{ Dir, Why string }

func (e *FolderError) Error() string { return "cannot publish into " + e.Dir + ": " + e.Why }

// Hint is the way out.
func (e *FolderError) Hint() string { return "name a folder of its own, such as public" }

// Check refuses an output folder in which the site would mix with its source or with
// what people keep: the root of the playbook, content/, themes/ or .git/, what contains
// them or lies in them, the home folder, and the root of the file system. Names do not
// matter, nor links on the way: what counts is which folder it is.
func Check(root, dir string) error {
	root, err := resolve(root)
	if err != nil {
		return err
	}
	shown := dir
	if dir, err = resolve(dir); err != nil {
		return err
	}
	switch {
	case filepath.Dir(dir) == dir:
		return &FolderError{shown, "it is the root of the file system"}
	case isHome(dir):
		return &FolderError{shown, "it is your home folder"}
	case same(dir, root):
		return &FolderError{shown, "it is the playbook itself"}
	case within(root, dir):
		return &FolderError{shown, "the playbook is in it"}
	}
	for _, name := range []string{"content", "themes", ".git"} {
		kept, err := resolve(filepath.Join(root, name))
		if err != nil {
			return err
		}
		switch {
		case within(dir, kept):
			return &FolderError{shown, "it is in " + name + "/, which the site is made from"}
		case within(kept, dir):
			return &FolderError{shown, name + "/ is in it, which the site is made from"}
		}
	}
	return nil
}

// resolve makes a path absolute and free of links, as far as it exists.
func resolve(p string) (string, error) {
	p, err := filepath.Abs(p)
	if err != nil {
		return "", fmt.Errorf("cannot tell where %s is: %w", p, err)
	}
	rest := ""
	for at := p; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest), nil
		}
		if filepath.Dir(at) == at {
			return p, nil
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// within says whether p is dir or lies in it.
func within(p, dir string) bool {
	for ; ; p = filepath.Dir(p) {
		if same(p, dir) {
			return true
		}
		if filepath.Dir(p) == p {
			return false
		}
	}
}

// same compares folders, not names: a system may ignore case.
func same(a, b string) bool {
	if a == b {
		return true
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

func isHome(dir string) bool {
	home, err := os.UserHomeDir()
	if err != nil {
		return false
	}
	home, err = resolve(home)
	return err == nil && same(dir, home)
}
