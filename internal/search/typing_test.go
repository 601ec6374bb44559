package search_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/build"
	"github.com/microleadership/playbook/internal/search"
	"github.com/microleadership/playbook/internal/search/words"
	"github.com/microleadership/playbook/themes"
)

// shipped is the index of the playbook in content/.
func shipped(t *testing.T) *search.Index {
	t.Helper()
	r, err := build.New(build.Options{FS: os.DirFS("../.."), DefaultTheme: themes.Default()}).Rebuild(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return build.SearchIndex(r.Playbook)
}

// TestTypingOfTheShippedPlaybook: the page that a whole word ranks first is in the
// answer from the word's fourth letter on, for every word of the playbook.
func TestTypingOfTheShippedPlaybook(t *testing.T) {
	x := shipped(t)
	seen := map[string]bool{}
	for doc := range x.Search(search.Query{Text: "-qqqq", Limit: 10000}).Hits {
		d := x.Document(doc)
		for _, token := range words.Split(d.Title + "\n" + d.Summary + "\n" + d.Body) {
			if !seen[token.Term] && !token.Whole {
				seen[token.Term] = true
				typed(t, x, token.Term)
			}
		}
	}
	if len(seen) < 1000 {
		t.Errorf("only %d words", len(seen))
	}
}

// TestTyping: likewise for playbooks of made words that have beginnings in common.
func TestTyping(t *testing.T) {
	word := rapid.StringMatching("(lead|list|team|teamw|lis)[eainsr]{0,4}")
	text := rapid.Custom(func(t *rapid.T) string {
		s := ""
		for _, w := range rapid.SliceOfN(word, 1, 30).Draw(t, "words") {
			s += w + " "
		}
		return s
	})
	rapid.Check(t, func(t *rapid.T) {
		var docs []search.Document
		var all []string
		for range rapid.IntRange(1, 12).Draw(t, "documents") {
			d := search.Document{Title: text.Draw(t, "title"), Body: text.Draw(t, "body"), Lang: "x"}
			docs = append(docs, d)
			for _, token := range words.Split(d.Title + d.Body) {
				all = append(all, token.Term)
			}
		}
		x := search.Build(docs, search.Options{})
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(all), 3, 3).Draw(t, "asked") {
			typed(t, x, w)
		}
	})
}

type tester interface {
	Helper()
	Errorf(format string, args ...any)
}

// typed types a word and looks for the page that the whole of it ranks first.
func typed(t tester, x *search.Index, word string) {
	t.Helper()
	letters := []rune(word)
	hits := x.Search(search.Query{Text: word, Limit: 1}).Hits
	if len(letters) < 4 || len(hits) == 0 {
		return
	}
	for n := 4; n < len(letters); n++ {
		prefix := string(letters[:n])
		answer := x.Search(search.Query{Text: prefix, Limit: 10000})
		if !slices.ContainsFunc(answer.Hits, func(h search.Hit) bool { return h.Doc == hits[0].Doc }) {
			t.Errorf("%q ranks %q first, and %q does not find it", word, x.Document(hits[0].Doc).Title, prefix)
			return
		}
	}
}
