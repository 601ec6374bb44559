package hugo

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/bench/corpus"
)

func TestEveryFileOfTheSiteIsWritten(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("site/layouts/*/*")
	if err != nil || len(names) < 5 {
		t.Fatalf("partials: %v, %v", names, err)
	}
	for _, name := range append(names, "site/hugo.toml", "site/layouts/baseof.html", "site/assets/css/site.css", "site/"+Footer) {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, strings.TrimPrefix(name, "site/"))); string(got) != string(want) {
			t.Errorf("%s was not written as it is: %v", name, err)
		}
	}
}

// The rival's site has what the comparison says it has.
func TestHugoMakesTheSamePages(t *testing.T) {
	program := installed(t)
	dir := t.TempDir()
	c := corpus.New(60, 1)
	if err := c.WriteHugo(dir); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	if said, err := exec.Command(program, "-s", dir, "-d", out, "--cacheDir", filepath.Join(dir, "cache"), "--panicOnWarning").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		}
		return string(text)
	}
	for _, e := range c.Entries {
		page := read(e.Address())
		for _, want := range []string{"<h1>" + e.Title + "</h1>", "<h2 id=", `<section class="group">`, "The Catalogue", `href="/tags/`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s has no %s", e.Address(), want)
			}
		}
		for _, address := range []string{e.Kind + "/index.html", "sitemap.xml"} {
			if !strings.Contains(read(address), e.Address()) {
				t.Errorf("%s does not lead to %s", address, e.Address())
			}
		}
	}
	for _, address := range []string{"index.html", "index.xml", "tags/index.html", "about.html", "glossary.html", "404.html", "robots.txt"} {
		if read(address) == "" {
			t.Errorf("%s is empty", address)
		}
	}
}

// installed finds the Hugo that make bench-build installs.
func installed(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob("../../../bin/hugo-*")
	if err != nil || len(found) == 0 {
		t.Skip("bin/ has no hugo; make bench-build installs it")
	}
	program, err := filepath.Abs(found[len(found)-1])
	if err != nil {
		t.Fatal(err)
	}
	return program
}
