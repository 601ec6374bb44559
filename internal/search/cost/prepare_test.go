package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/bench/measure"
	"github.com/microleadership/playbook/internal/search/cost/corpus"
)

func TestAddress(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct{ id, title, want string }{
		{"1", "The Map, again", "the-map-again.html"},
		{"2", "the map again!", "the-map-again-2.html"},
		{"3", "看板", "3.html"},
		{"4", "../../etc/passwd", "etc-passwd.html"},
	} {
		if got := address(corpus.Page{ID: c.id, Title: c.title}, taken); got != c.want {
			t.Errorf("%q: got %q, want %q", c.title, got, c.want)
		}
	}
}

func TestPrepare(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir, "site/earlier.html", nil); err != nil {
		t.Fatal(err)
	}
	if err := prepare([]string{"-n", "120", "-seed", "1", "-html", "-to", dir}); err != nil {
		t.Fatal(err)
	}
	w := work{dir: dir}
	docs, err := readAll(corpus.Lines[corpus.Page](w.docs()))
	if err != nil || len(docs) != 120 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	page, err := os.ReadFile(filepath.Join(w.site(), docs[0].URL))
	if err != nil || !strings.Contains(string(page), "<h1>"+docs[0].Title+"</h1>") {
		t.Errorf("the first page has not its title, %v:\n%s", err, page)
	}
	if files, _, err := measure.Size(w.site()); files != 120 || err != nil {
		t.Errorf("%d pages as HTML, %v; want 120 and none of an earlier run", files, err)
	}
	queries, err := readAll(corpus.Lines[corpus.Query](w.queries()))
	if err != nil || len(queries) != queryCount {
		t.Errorf("%d queries, %v", len(queries), err)
	}
}

func TestPrepareFromACorpus(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	for name, data := range map[string]string{
		"docs.jsonl":    `{"id":"x","title":"A <b>bold</b> map","text":"One.\nTwo & three."}`,
		"queries.jsonl": `{"id":"1","text":"map"}`,
	} {
		if err := write(from, name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := prepare([]string{"-corpus", from, "-html", "-to", to}); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(filepath.Join(to, "site", "a-b-bold-b-map.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<h1>A &lt;b&gt;bold&lt;/b&gt; map</h1>", "<p>One.</p>", "<p>Two &amp; three.</p>"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
}
