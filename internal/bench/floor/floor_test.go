package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/bench/corpus"
)

func TestEveryEntryHasAPageAndItsLists(t *testing.T) {
	dir := t.TempDir()
	c := corpus.New(60, 1)
	if err := c.WritePlaybook(dir); err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(dir, "site")
	if err := build(filepath.Join(dir, "content"), site); err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		}
		return string(text)
	}
	for _, e := range c.Entries {
		page := read(e.Address())
		for _, want := range []string{"<h1>" + e.Title + "</h1>", "<h2 id=", `<li class="row`, `href="/tags/`, "</html>"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no %s", e.Address(), want)
			}
		}
		if !strings.Contains(read(e.Kind+"/index.html"), "/"+e.Address()) {
			t.Errorf("%s is on no list", e.Address())
		}
	}
	if n := strings.Count(read("index.html"), `<li class="card`); n != 20 {
		t.Errorf("the start shows %d entries, want 20", n)
	}
}
