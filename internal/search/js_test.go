//go:build browser

package search

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestTwinsAgree holds JavaScript to Go: the vectors, then generated playbooks and queries.
func TestTwinsAgree(t *testing.T) {
	b := startBrowser(t)
	t.Run("stem", func(t *testing.T) { agree(t, b, "engine.stems(%s)", stemWords, stemVectors()) })
	t.Run("distance", func(t *testing.T) { agree(t, b, "engine.distances(%s)", distanceVectors(), distanceVectors()) })
	t.Run("sentence", func(t *testing.T) { agree(t, b, "engine.split(%s)", sentenceTexts, sentenceVectors()) })
	t.Run("analyse", func(t *testing.T) { agree(t, b, "engine.analysed(%s)", analyseTexts, analyseVectors()) })
	t.Run("rank", func(t *testing.T) { agreeOnQueries(t, b, Build(pages()), rankQueries) })
	t.Run("generated stems", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			words := rapid.SliceOfN(generatedWord(), 100, 100).Draw(t, "words")
			want := []stemVector{}
			for _, w := range words {
				want = append(want, stemVector{w, stem(w)})
			}
			agree(t, b, "engine.stems(%s)", words, want)
		})
	})
	t.Run("generated texts", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			texts := rapid.SliceOfN(generatedText(), 20, 20).Draw(t, "texts")
			want := []analyseVector{}
			for _, text := range texts {
				want = append(want, analyseVectorOf(text))
			}
			agree(t, b, "engine.analysed(%s)", texts, want)
		})
	})
	t.Run("generated playbooks", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			docs := rapid.SliceOfN(generatedDocument(), 0, 8).Draw(t, "documents")
			queries := rapid.SliceOfN(generatedQuery(docs), 40, 40).Draw(t, "queries")
			agreeOnQueries(t, b, Build(docs), queries)
		})
	})
}

// agree evaluates call with in as its argument and compares the answer.
func agree[T any](t tester, b browser, call string, in any, want T) {
	t.Helper()
	got := evaluate[T](t, b, fmt.Sprintf(call, literal(in)))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("JavaScript differs from Go (-Go +JavaScript):\n%s", diff)
	}
}

func agreeOnQueries(t tester, b browser, x *Index, queries []string) {
	t.Helper()
	script, err := x.Script()
	if err != nil {
		t.Fatal(err)
	}
	b.run(t, string(script))
	agree(t, b, "engine.answers(self.playbookIndex, %s)", queries, rankVectors(x, queries))
}

// TestPageLoadsTheIndex opens a page under the site's policy, from disk and served.
func TestPageLoadsTheIndex(t *testing.T) {
	hostile := append(pages(), Document{Title: "</script><img src=x onerror=alert(1)>\u2028'\\'", Body: "self.playbookIndex='x' \x00"})
	x := Build(hostile)
	script, err := x.Script()
	if err != nil {
		t.Fatal(err)
	}
	dir := siteFolder(t, script)
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	b := startBrowser(t)
	for _, address := range []string{"file://" + filepath.ToSlash(filepath.Join(dir, "page.html")), server.URL + "/page.html"} {
		if err := chromedp.Do(b.ctx, chromedp.Navigate(address)); err != nil {
			t.Fatal(err)
		}
		queries := []string{"my boss never", "onerror", "看板"}
		agree(t, b, "engine.answers(self.playbookIndex, %s)", queries, rankVectors(x, queries))
	}
}

func TestLoadRefuses(t *testing.T) {
	b := startBrowser(t)
	for _, data := range []any{"", "{", "null", "{}", `{"format":2,"documents":[]}`, `{"format":1}`, map[string]any{"format": 1, "documents": []any{map[string]any{}}, "spans": "A", "terms": "", "postings": ""}} {
		attempt := fmt.Sprintf("(() => { try { engine.load(%s); return false } catch (e) { return e instanceof Error } })()", literal(data))
		if !evaluate[bool](t, b, attempt) {
			t.Errorf("load(%v) succeeded", data)
		}
	}
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
			agreeOnQueries(t, startBrowser(t), Build(docs), queries)
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
