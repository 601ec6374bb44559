package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/bench/corpus"
	"github.com/microleadership/playbook/internal/bench/hugo"
)

// sites are both forms of one playbook, as they are served.
func sites(t *testing.T) map[string]*server {
	t.Helper()
	ours, theirs := t.TempDir(), t.TempDir()
	c := corpus.New(40, 1)
	for _, err := range []error{c.WritePlaybook(ours), addTheme(ours), c.WriteHugo(theirs), hugo.Write(theirs)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return map[string]*server{"ours": {root: ours, partial: partial}, "hugo": {root: theirs, partial: hugo.Footer}}
}

func TestEditsMarkOnePlaceAndAreTakenBack(t *testing.T) {
	for name, s := range sites(t) {
		files, err := entries(s.root, corpus.Examples)
		if err != nil {
			t.Fatal(err)
		}
		file := files[3]
		for what, c := range map[string]struct {
			file, line string
			how        func(string) func(string) string
		}{
			"body":     {file, "A paragraph that says ", body},
			"title":    {file, "title: ", title},
			"template": {s.partial, "</footer>", template},
		} {
			edit, err := s.edit(c.file, c.how("zqxzq"))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Count(edit.text, "zqxzq") != 1 || strings.Contains(edit.old, "zqxzq") {
				t.Errorf("%s: the %s is marked in %q", name, what, edit.text)
			}
			for line := range strings.SplitSeq(edit.text, "\n") {
				if strings.Contains(line, "zqxzq") && !strings.Contains(line, c.line) {
					t.Errorf("%s: the %s is marked in the line %q", name, what, line)
				}
			}
			if err := s.write(edit); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(s.path(c.file)); string(got) != edit.text || err != nil {
				t.Errorf("%s: the %s was not written; %v", name, what, err)
			}
			if err := s.undo(edit); err != nil {
				t.Fatal(err)
			}
			if got, err := os.ReadFile(s.path(c.file)); string(got) != edit.old || err != nil {
				t.Errorf("%s: the %s was not taken back; %v", name, what, err)
			}
		}
	}
}

func TestAnAddedFileHasANameOfItsOwn(t *testing.T) {
	for name, s := range sites(t) {
		files, err := entries(s.root, corpus.Examples)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			c, err := s.added(file, "zqxzq")
			if err != nil {
				t.Fatal(err)
			}
			if c.file != "content/examples/zqxzq.md" || address(c.file) != "examples/zqxzq.html" {
				t.Fatalf("%s: the file is %s and its page %s", name, c.file, address(c.file))
			}
			if !strings.Contains(c.text, "zqxzq\"\n") || strings.Contains(c.text, "\naliases:") || strings.Contains(c.text, "\nnames:") {
				t.Errorf("%s: a new file would take another's name:\n%s", name, c.text)
			}
			if err := s.write(c); err != nil {
				t.Fatal(err)
			}
			if err := s.undo(c); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(s.path(c.file)); !os.IsNotExist(err) {
				t.Errorf("%s: the file is still there; %v", name, err)
			}
		}
	}
}

func TestTheThemeIsChosen(t *testing.T) {
	s := sites(t)["ours"]
	settings, err := os.ReadFile(filepath.Join(s.root, "content", "playbook.yaml"))
	if err != nil || !strings.HasSuffix(string(settings), "\ntheme: bench\n") {
		t.Errorf("the settings end with %q; %v", settings[len(settings)-30:], err)
	}
}

func TestMarksDiffer(t *testing.T) {
	seen := map[string]bool{}
	for n := 1; n < 3000; n++ {
		m := mark(n)
		if seen[m] {
			t.Fatalf("%s comes back", m)
		}
		seen[m] = true
	}
}
