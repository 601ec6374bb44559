//go:build browser

package search

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/search/twin"
)

// TestTwinsAgree holds JavaScript to Go: the vectors, then generated playbooks and queries.
func TestTwinsAgree(t *testing.T) {
	b := twin.Open(t, "testdata/driver.js")
	t.Run("distance", func(t *testing.T) { agree(t, b, "engine.distances(%s)", distanceVectors(), distanceVectors()) })
	for _, size := range []sizes{tiny, publishedSizes} {
		t.Run(fmt.Sprint("rank ", size), func(t *testing.T) {
			agreeOnQueries(t, b, build(pages(), facetOptions, size), ask(rankQueries...))
		})
	}
	t.Run("a playbook that is large enough to borrow words", func(t *testing.T) {
		docs := made(250)
		var queries []string
		for _, d := range docs[:60] {
			queries = append(queries, d.Title, d.Summary)
		}
		x := Build(docs, Options{})
		if len(x.meant.all) == 0 {
			t.Fatal("no page has borrowed a word")
		}
		agreeOnQueries(t, b, x, ask(queries...))
	})
	t.Run("generated playbooks", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			docs := rapid.SliceOfN(generatedDocument(), 0, 8).Draw(t, "documents")
			queries := rapid.SliceOfN(generatedQuery(docs), 40, 40).Draw(t, "queries")
			size := rapid.SampledFrom([]sizes{tiny, publishedSizes}).Draw(t, "sizes")
			agreeOnQueries(t, b, build(docs, facetOptions, size), queries)
		})
	})
}

// agree evaluates call with in as its argument and compares the answer.
func agree[T any](t twin.T, b twin.Page, call string, in any, want T) {
	t.Helper()
	got := twin.Ask[T](t, b, fmt.Sprintf(call, twin.Literal(in)))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("JavaScript differs from Go (-Go +JavaScript):\n%s", diff)
	}
}

func agreeOnQueries(t twin.T, b twin.Page, x *Index, queries []Query) {
	t.Helper()
	manifest, shards := x.published()
	inside := map[string]string{}
	for _, s := range shards {
		inside[s.name] = s.payload
	}
	b.Run(t, fmt.Sprintf("store = engine.store(%s, %s)", twin.Literal(manifest), twin.Literal(inside)))
	agree(t, b, "await engine.answers(store, %s)", queries, answers(x, queries))
}

// TestTwinsAgreeOnRealText compares whole collections where they are at hand.
func TestTwinsAgreeOnRealText(t *testing.T) {
	for _, name := range []string{"cranfield", "stackfaq"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("../../../shared/corpora/search", name)
			var docs []Document
			eachLine(t, filepath.Join(dir, "docs.jsonl"), func(title, text string) {
				docs = append(docs, Document{Title: title, Body: text[:min(len(text), 2000)]})
			})
			var queries []string
			for _, set := range []string{"queries_typo", "queries_prefix"} {
				n := 0
				eachLine(t, filepath.Join(dir, set+".jsonl"), func(_, text string) {
					if n++; n <= 50 {
						queries = append(queries, text)
					}
				})
			}
			agreeOnQueries(t, twin.Open(t, "testdata/driver.js"), Build(docs, Options{}), ask(queries...))
		})
	}
}

// eachLine calls f with the title and text of each line of JSON.
func eachLine(t *testing.T, path string, f func(title, text string)) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(data)) {
		var v struct{ Title, Text string }
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		f(v.Title, v.Text)
	}
}
