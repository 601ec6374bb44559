package search

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/microleadership/playbook/internal/cputime"
)

// hostile are pages that cost too much where work grows with the square of something.
func hostile() map[string]Document {
	var different, letters strings.Builder
	for i := range 30000 {
		fmt.Fprintf(&different, "word%05d ", i)
		letters.WriteString("wort")
		for n := 0; n < 20; n += 4 {
			letters.WriteByte(byte('a' + i>>n&15))
		}
		letters.WriteByte(' ')
	}
	headings := make([]Heading, 10000)
	aliases := make([]string, 50000)
	for i := range headings {
		headings[i] = Heading{fmt.Sprint("h", i), "word"}
	}
	for i := range aliases {
		aliases[i] = fmt.Sprint("word ", i)
	}
	return map[string]Document{
		"one word":                       {Title: "t", Body: strings.Repeat("word ", 1<<16)},
		"one character":                  {Title: "t", Body: strings.Repeat("看", 1<<16)},
		"one long word":                  {Title: "t", Body: strings.Repeat("word", 1<<17)},
		"many different words":           {Title: "t", Body: different.String()},
		"many words that may be wordier": {Title: "t", Lang: "de", Body: letters.String()},
		"headings that are in the text":  {Title: "t", Headings: headings, Body: strings.Repeat("word\n", len(headings))},
		"headings that are not":          {Title: "t", Headings: headings, Body: strings.Repeat("word ", 1<<17)},
		"aliases":                        {Title: "t", Aliases: aliases},
	}
}

var hostileQueries = []string{
	"word", "wort", "看看", `"word word"`, `"word00001 word00002"`, "wrod",
	strings.Repeat("word wort ", 1000), `"` + strings.Repeat("word wort ", 1000) + `"`,
	strings.Repeat(`"`, 10000), strings.Repeat("-a:", 3000), strings.Repeat("a_", 5000), strings.Repeat("看", 10000),
}

// TestHostilePagesAreBuiltAndFound: none takes long. What grew with the square took a
// minute and more, so the limit does not depend on how busy the machine is.
func TestHostilePagesAreBuiltAndFound(t *testing.T) {
	for name, d := range hostile() {
		t.Run(name, func(t *testing.T) {
			begin := cputime.Used()
			x := Build([]Document{d}, facetOptions)
			if _, err := x.Files(); err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, query := range hostileQueries {
				found += len(find(x, query, 10))
			}
			if found == 0 {
				t.Error("it is not found")
			}
			if took := cputime.Used() - begin; took > 20*time.Second {
				t.Errorf("it takes %v", took)
			}
		})
	}
}

// TestManyLanguages: more of them than a word can note are still found.
func TestManyLanguages(t *testing.T) {
	docs := make([]Document, 5000)
	for i := range docs {
		docs[i] = Document{Title: fmt.Sprint("Page number", i), Lang: fmt.Sprintf("x%d-y", i)}
	}
	x := Build(docs, Options{})
	for _, i := range []int{0, 63, 64, 65, 4999} {
		if hits := find(x, fmt.Sprint("number", i, " "), 10); len(hits) == 0 || hits[0].Doc != i {
			t.Errorf("page %d is not found: %v", i, hits)
		}
	}
}

// TestHeadingsAreTheirOwnLines: each heading is the first line with its text after
// the heading before it.
func TestHeadingsAreTheirOwnLines(t *testing.T) {
	body := "Act\nAct now\nWhy\nAct\n\nWhy"
	for _, test := range []struct {
		headings []string
		want     []int
	}{
		{[]string{"Act", "Why", "Act", "Why"}, []int{0, 12, 16, 21}},
		{[]string{"Act now", "Act", "Act"}, []int{4, 16, -1}},
		{[]string{"now", "Why", "", "Why", "Why"}, []int{-1, 12, -1, 21, -1}},
	} {
		headings := make([]Heading, len(test.headings))
		for i, text := range test.headings {
			headings[i].Text = text
		}
		if got := locate(body, headings); fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%q are at %v, want %v", test.headings, got, test.want)
		}
	}
}

// TestPhraseOfCommonWords: words that are too common to have positions still find
// the pages that have them.
func TestPhraseOfCommonWords(t *testing.T) {
	docs := []Document{{Body: strings.Repeat("of the ", maxPlaces+1)}, {Body: "of the people"}, {Body: "people"}}
	x := Build(docs, Options{})
	for query, want := range map[string]int{`"of the"`: 2, `"of the people"`: 1, `"the people"`: 1, `"of absent"`: 0} {
		if got := x.Search(Query{Text: query}).Total; got != want {
			t.Errorf("%s finds %d pages, want %d", query, got, want)
		}
	}
}
