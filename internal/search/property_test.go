package search

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/search/words"
)

// TestHitsAreSound: whatever is indexed and asked, hits are in order, what is marked
// is a whole part of what is shown, and what is shown is a part of the page.
func TestHitsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 0, 6).Draw(t, "documents")
		x := build(docs, facetOptions, tiny)
		for _, query := range rapid.SliceOfN(generatedQuery(docs), 5, 5).Draw(t, "queries") {
			query.Limit = 4
			hits := x.Search(query).Hits
			for i, h := range hits {
				if i > 0 && h.Score > hits[i-1].Score || h.Score < 0 {
					t.Fatalf("%v: hit %d scores %v after %v", query, i, h.Score, hits[max(0, i-1)].Score)
				}
				checkHit(t, x.Document(h.Doc), h)
			}
		}
	})
}

func checkHit(t *rapid.T, d Document, h Hit) {
	checkRanges(t, d.Title, h.Title)
	checkRanges(t, h.Passage.Text, h.Passage.Ranges)
	shown := strings.TrimSuffix(strings.TrimPrefix(h.Passage.Text, "… "), " …")
	if shown != "" && !strings.Contains(d.Summary, shown) && !strings.Contains(d.Body, shown) && !strings.Contains(strings.Join(names(&d), "\n"), shown) {
		t.Fatalf("passage %q is not in the page", h.Passage.Text)
	}
	if h.Anchor != "" && !slices.ContainsFunc(d.Headings, func(g Heading) bool { return g.ID == h.Anchor }) {
		t.Fatalf("no heading %q", h.Anchor)
	}
}

func checkRanges(t *rapid.T, text string, ranges []Range) {
	last := 0
	for _, r := range ranges {
		if r.Start < last || r.End <= r.Start || r.End > len(text) || !utf8.ValidString(text[r.Start:r.End]) {
			t.Fatalf("ranges %v of %q", ranges, text)
		}
		last = r.End
	}
}

// TestEveryWordFindsItsPage: any word of a page, as it stands there, finds it.
func TestEveryWordFindsItsPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 1, 5).Draw(t, "documents")
		x := build(docs, facetOptions, tiny)
		for i := range docs {
			tokens := words.Split(x.Document(i).Body)
			if len(tokens) == 0 {
				continue
			}
			word := rapid.SampledFrom(tokens).Draw(t, "word")
			asItStands := x.Document(i).Body[word.Start:word.End]
			hits := find(x, plain(asItStands)+" ", len(docs))
			if !slices.ContainsFunc(hits, func(h Hit) bool { return h.Doc == i }) {
				t.Fatalf("%q does not find document %d", asItStands, i)
			}
		}
	})
}

// plain makes operators words.
func plain(text string) string {
	return strings.NewReplacer(`"`, " ", "“", " ", "”", " ", "„", " ", "«", " ", "»", " ").Replace(text)
}

func TestFilesAreDeterministicAndSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 0, 5).Draw(t, "documents")
		size := rapid.SampledFrom([]sizes{tiny, publishedSizes}).Draw(t, "sizes")
		a, errA := build(docs, facetOptions, size).Files()
		b, errB := build(slices.Clone(docs), facetOptions, size).Files()
		if errA != nil || errB != nil || !slices.EqualFunc(a, b, func(f, g File) bool { return f.Name == g.Name && bytes.Equal(f.Data, g.Data) }) {
			t.Fatalf("%v, %v, or the bytes differ", errA, errB)
		}
		for _, f := range a {
			if !utf8.Valid(f.Data) || bytes.ContainsAny(f.Data, "<\x00\r\u2028\u2029") || bytes.Count(f.Data, []byte("\n")) != 1 {
				t.Fatalf("unsafe script %q", f.Data)
			}
		}
	})
}

func FuzzSearch(f *testing.F) {
	x := Build(pages(), facetOptions)
	for _, q := range rankQueries {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, query string) {
		for _, h := range find(x, query, 10) {
			if !(h.Score >= 0) {
				t.Fatalf("%q: score %v", query, h.Score)
			}
		}
	})
}

// tiny cuts even the smallest playbook into many shards.
var tiny = sizes{terms: 64, spelling: 64, texts: 64}
