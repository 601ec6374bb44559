package search

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// TestHitsAreSound: whatever is indexed and asked, hits are in order, what is marked
// is a whole part of what is shown, and what is shown is a part of the page.
func TestHitsAreSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 0, 6).Draw(t, "documents")
		x := Build(docs)
		for _, query := range rapid.SliceOfN(generatedQuery(docs), 5, 5).Draw(t, "queries") {
			hits := x.Search(query, 4)
			for i, h := range hits {
				if i > 0 && h.Score > hits[i-1].Score || h.Score <= 0 {
					t.Fatalf("%q: hit %d scores %v after %v", query, i, h.Score, hits[max(0, i-1)].Score)
				}
				checkHit(t, x.docs[h.Doc], h)
			}
		}
	})
}

func checkHit(t *rapid.T, d Document, h Hit) {
	checkRanges(t, d.Title, h.Title)
	checkRanges(t, h.Passage.Text, h.Passage.Ranges)
	shown := strings.TrimSuffix(strings.TrimPrefix(h.Passage.Text, "… "), " …")
	if shown != "" && !strings.Contains(d.Summary, shown) && !strings.Contains(d.Body, shown) {
		t.Fatalf("passage %q is not in the page", h.Passage.Text)
	}
	if h.Anchor != "" && !slices.ContainsFunc(d.Headings, func(g Heading) bool { return g.ID == h.Anchor }) {
		t.Fatalf("no heading %q", h.Anchor)
	}
	if len(h.Terms) == 0 {
		t.Fatal("a hit without a matching term")
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
		x := Build(docs)
		for i := range docs {
			tokens := analyse(x.docs[i].Body)
			if len(tokens) == 0 {
				continue
			}
			word := rapid.SampledFrom(tokens).Draw(t, "word")
			if first, _ := utf8.DecodeRuneInString(word.term); unicode.IsMark(first) {
				continue // a mark without the letter it belongs to starts no word, in a query either
			}
			asItStands := x.docs[i].Body[word.start:word.end]
			hits := x.Search(asItStands+" ", len(docs))
			if !slices.ContainsFunc(hits, func(h Hit) bool { return h.Doc == i }) {
				t.Fatalf("%q does not find document %d", asItStands, i)
			}
		}
	})
}

func TestScriptIsDeterministic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		docs := rapid.SliceOfN(generatedDocument(), 0, 5).Draw(t, "documents")
		a, errA := Build(docs).Script()
		b, errB := Build(slices.Clone(docs)).Script()
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Fatalf("%v, %v, or the bytes differ", errA, errB)
		}
		if !utf8.Valid(a) || bytes.Contains(a, []byte("<")) || bytes.Count(a, []byte("\n")) != 1 || bytes.Contains(a, []byte("\u2028")) {
			t.Fatalf("unsafe script %q", a)
		}
	})
}

// FuzzAnalyse: tokens stand within the text, their positions leave no gap, and their
// terms are bounded.
func FuzzAnalyse(f *testing.F) {
	for _, text := range analyseTexts {
		f.Add(text)
	}
	f.Add("\xff\xfe a\xc3")
	f.Fuzz(func(t *testing.T, text string) {
		pos := 0
		for _, tok := range analyse(text) {
			if tok.start < 0 || tok.end > len(text) || tok.start >= tok.end {
				t.Fatalf("%q: token %+v", text, tok)
			}
			if tok.pos != pos {
				t.Fatalf("%q: token %+v after position %d", text, tok, pos)
			}
			if !tok.whole {
				pos++
			}
			if n := utf8.RuneCountInString(tok.term); n == 0 || n > maxTerm || strings.ContainsAny(tok.term, " \n") {
				t.Fatalf("%q: term %q", text, tok.term)
			}
		}
	})
}

func FuzzSearch(f *testing.F) {
	x := Build(pages())
	for _, q := range append(rankQueries, analyseTexts...) {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, query string) {
		if n := len(parse(query)); n > maxSlots {
			t.Fatalf("%d slots", n)
		}
		for _, h := range x.Search(query, 10) {
			if !(h.Score > 0) {
				t.Fatalf("%q: score %v", query, h.Score)
			}
		}
	})
}
