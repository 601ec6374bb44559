package leak_test

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/leak"
)

// ordinary full names, of the kind a team's list is made of.
func ordinary() []string {
	given := strings.Fields(`James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph
		Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly
		Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie Grace Will Hope Priya
		Wei Ahmed Fatima Olga Ivan Søren Zoë Jürgen François María José Łukasz Nadia Kwame Aisha Bob`)
	family := strings.Fields(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
		Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright
		Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Müller Ivanova Ødegård
		Nowak Sharma Okafor Silva Santos Long Park Ross Rice Lane Banks Wood Field Price`)
	var names []string
	for i := range 140 {
		names = append(names, given[i%len(given)]+" "+family[(i*7+i/len(given))%len(family)])
	}
	return append(names, "Priya", "Wojciechowski", "李小龙", "Ana Lúcia Pereira da Silva", "Jan van der Berg")
}

func TestOrdinaryTextsHaveNone(t *testing.T) {
	s := leak.New(ordinary())
	files, err := filepath.Glob("../../../shared/corpora/search/*/docs.jsonl")
	if err != nil || len(files) == 0 {
		t.Skip("the corpora of the search are not here")
	}
	texts := 0
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		for in := bufio.NewReader(f); ; texts++ {
			line, err := in.ReadBytes('\n')
			if err != nil {
				break
			}
			var doc struct{ Text string }
			if err := json.Unmarshal(line, &doc); err != nil {
				t.Fatal(err)
			}
			for _, h := range s.Scan("docs.jsonl", line) {
				t.Errorf("%s: %q is taken for %s (%s)\n%s", file, h.Text, ordinary()[h.Name], h.Form, around(line, h.Offset))
			}
			for _, h := range s.Scan("docs/page.html", []byte(doc.Text)) {
				t.Errorf("%s: %q is taken for %s (%s)\n%s", file, h.Text, ordinary()[h.Name], h.Form, around([]byte(doc.Text), h.Offset))
			}
		}
		_ = f.Close()
	}
	if texts < 1000 {
		t.Errorf("only %d texts", texts)
	}
}

func around(text []byte, at int) string {
	return string(text[max(0, at-40):min(len(text), at+60)])
}

// The project's own texts, styles, scripts, fonts and pictures stand for the pages made from them.
func TestThisPlaybookHasNone(t *testing.T) {
	s := leak.New(ordinary())
	roots := []string{"../../content", "../../themes", "../../docs"}
	files := 0
	for _, root := range roots {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			for _, h := range s.Scan(strings.TrimPrefix(filepath.ToSlash(path), "../../"), data) {
				t.Errorf("%s: %q is taken for %s (%s)\n%s", path, h.Text, ordinary()[h.Name], h.Form, around(data, h.Offset))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 100 {
		t.Errorf("only %d files", files)
	}
}
