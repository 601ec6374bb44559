package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/diag"
	"github.com/microleadership/playbook/internal/intake"
)

// importable are the endings of files that a folder is searched for.
var importable = []string{".md", ".markdown", ".txt", ".csv", ".tsv", ".json"}

// handedIn reads what an import is given: one file, all files of a folder in the order of
// their names, or standard input.
func handedIn(p *project, name string, stdin io.Reader) ([]intake.Input, diag.List, error) {
	if name == "-" {
		data, err := bounded(stdin)
		return []intake.Input{{File: "standard input", Data: data}}, nil, err
	}
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, &hinted{errors.New("there is no file or folder " + name), "- reads standard input"}
	case err != nil:
		return nil, nil, err
	case p.holds(name):
		return nil, nil, &usageError{name + " is in the playbook already", "import is for what comes from elsewhere; playbook review lists what waits"}
	case info.IsDir() && p.within(name):
		return nil, nil, &usageError{name + " holds the playbook itself", "give the folder into which the stories came, or their files"}
	case !info.IsDir():
		in, err := inputFile(name)
		return []intake.Input{in}, nil, err
	}
	return inputFolder(name)
}

// holds says whether a file is part of the content.
func (p *project) holds(name string) bool { return below(filepath.Join(p.dir, "content"), name) }

// within says whether the content is part of a folder: its pages and principles are no
// stories that somebody handed in.
func (p *project) within(dir string) bool { return below(dir, filepath.Join(p.dir, "content")) }

// below says whether a name leads into a folder, or to it.
func below(dir, name string) bool {
	for _, at := range []*string{&dir, &name} {
		real, err := filepath.EvalSymlinks(*at)
		if err == nil {
			real, err = filepath.Abs(real)
		}
		if err != nil {
			return false
		}
		*at = real
	}
	rel, err := filepath.Rel(dir, name)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func inputFolder(dir string) ([]intake.Input, diag.List, error) {
	var out []intake.Input
	var list diag.List
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		shown := path.Join(filepath.ToSlash(dir), name)
		switch {
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case !d.Type().IsRegular():
			list = append(list, passedOver(shown, "it is no file: links and devices are not followed", "import what it leads to"))
		case !slices.Contains(importable, strings.ToLower(path.Ext(name))):
			list = append(list, passedOver(shown, "it is nothing that import reads", "it reads "+strings.Join(importable, ", ")))
		default:
			f, err := root.Open(name)
			if err != nil {
				return err
			}
			defer f.Close()
			data, err := bounded(f)
			out = append(out, intake.Input{File: shown, Data: data})
			return err
		}
		return nil
	})
	return out, list, err
}

func passedOver(file, text, hint string) diag.Diagnostic {
	return diag.Diagnostic{Code: "not-a-story", Severity: diag.Warning, Pos: diag.Position{File: file}, Text: text, Hint: hint}
}

func inputFile(name string) (intake.Input, error) {
	f, err := os.Open(name)
	if err != nil {
		return intake.Input{}, err
	}
	defer f.Close()
	data, err := bounded(f)
	return intake.Input{File: filepath.ToSlash(name), Data: data}, err
}

// bounded reads no more than it takes to see that it is too much.
func bounded(r io.Reader) ([]byte, error) { return io.ReadAll(io.LimitReader(r, intake.MaxInput+1)) }
