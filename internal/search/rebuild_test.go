package search

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sameFiles fails when a Builder publishes anything else than a clean build.
func sameFiles(t rapid.TB, b *Builder, docs []Document, o Options, s sizes) {
	t.Helper()
	got, err := b.Files(b.build(docs, o, s))
	if err != nil {
		t.Fatal(err)
	}
	want, err := build(docs, o, s).Files()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("%d files, a clean build has %d", len(got), len(want))
	}
	for i, f := range want {
		if got[i].Name != f.Name || !bytes.Equal(got[i].Data, f.Data) {
			t.Fatalf("%s is\n%s\na clean build has %s\n%s", got[i].Name, got[i].Data, f.Name, f.Data)
		}
	}
}

// few is a vocabulary so small that words come and go, and forms of one, stop words,
// compounds and parts meet.
var few = []string{
	"ask", "asks", "asking", "asked", "vote", "voted", "lone", "the", "war", "und", "team", "besprechung", "teambesprechung",
	"plan", "wandplan", "e-mail", "c++", "看板", "naïve", "listen", "listening", "\xff", ".", "\n",
}

func fewWords(least, most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(few), least, most).Draw(t, "words") {
			text += w + " "
		}
		return text
	})
}

func fewDocument() *rapid.Generator[Document] {
	return rapid.Custom(func(t *rapid.T) Document {
		list := rapid.SliceOfN(fewWords(1, 3), 0, 2)
		d := Document{
			URL: "a.html", Title: fewWords(1, 4).Draw(t, "title"), Aliases: list.Draw(t, "aliases"), Summary: fewWords(0, 3).Draw(t, "summary"),
			Tags: list.Draw(t, "tags"), Body: fewWords(0, 20).Draw(t, "body"),
			Lang:   rapid.SampledFrom([]string{"", "en", "de", "ja", "fr"}).Draw(t, "lang"),
			Facets: map[string][]string{"kind": {rapid.SampledFrom([]string{"story", "page"}).Draw(t, "kind")}},
		}
		d.Headings = append(d.Headings, Heading{"h", fewWords(0, 2).Draw(t, "heading")})
		return d
	})
}

// edit changes a list of documents as authors do. What it was is left as it is.
func edit(t *rapid.T, docs []Document, fresh *rapid.Generator[Document]) []Document {
	docs = slices.Clone(docs)
	if len(docs) == 0 {
		return append(docs, fresh.Draw(t, "first"))
	}
	i := rapid.IntRange(0, len(docs)-1).Draw(t, "which")
	j := rapid.IntRange(0, len(docs)-1).Draw(t, "other")
	switch rapid.SampledFrom([]string{"body", "title", "facet", "new", "gone", "moved", "twice", "other", "nothing"}).Draw(t, "edit") {
	case "body":
		docs[i].Body += fewWords(1, 3).Draw(t, "more")
	case "title":
		docs[i].Title = fewWords(1, 3).Draw(t, "new title")
	case "facet":
		docs[i].Facets = map[string][]string{"kind": {"principle", "story"}}
	case "new":
		docs = slices.Insert(docs, i, fresh.Draw(t, "new"))
	case "gone":
		docs = slices.Delete(docs, min(i, j), max(i, j))
	case "moved":
		docs[i], docs[j] = docs[j], docs[i]
	case "twice":
		docs = slices.Insert(docs, i, docs[j])
	case "other":
		docs[i] = fresh.Draw(t, "other")
	}
	return docs
}

// TestARebuildIsACleanBuild: whatever a Builder has built before, it publishes what one
// that remembers nothing does.
func TestARebuildIsACleanBuild(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b Builder
		docs := rapid.SliceOfN(fewDocument(), 0, 12).Draw(t, "documents")
		for range rapid.IntRange(1, 8).Draw(t, "builds") {
			o := rapid.SampledFrom([]Options{{}, facetOptions}).Draw(t, "options")
			s := rapid.SampledFrom([]sizes{tiny, {terms: 300, spelling: 30, texts: 300, oneFile: 2000}, publishedSizes}).Draw(t, "sizes")
			sameFiles(t, &b, docs, o, s)
			docs = edit(t, docs, fewDocument())
		}
	})
}

// TestARebuildBorrowsTheSameWords is the same with enough documents for words to be
// borrowed.
func TestARebuildBorrowsTheSameWords(t *testing.T) {
	all := made(260)
	for i := range all {
		all[i].Body = all[i].Body[:200]
	}
	fresh := rapid.Custom(func(t *rapid.T) Document {
		d := all[rapid.IntRange(0, len(all)-1).Draw(t, "like")]
		d.Body = d.Body[len(d.Body)/2:]
		return d
	})
	rapid.Check(t, func(t *rapid.T) {
		var b Builder
		docs := slices.Clone(all[:rapid.IntRange(190, 240).Draw(t, "documents")])
		for range 4 {
			sameFiles(t, &b, docs, Options{}, publishedSizes)
			for range rapid.IntRange(0, 3).Draw(t, "edits") {
				docs = edit(t, docs, fresh)
			}
		}
	})
}

// TestARebuildShortensTheSameTexts: how much of a text is kept depends on all others.
func TestARebuildShortensTheSameTexts(t *testing.T) {
	long := Document{URL: "long.html", Title: "Long", Body: strings.Repeat(strings.Repeat("Ask before the vote. ", 200)+"\n", 500)}
	longer := Document{URL: "longer.html", Title: "Longer", Body: long.Body + long.Body}
	var b Builder
	for _, docs := range [][]Document{{long, pages()[0]}, {long, longer, pages()[0]}, {long, longer}, {pages()[0], long}} {
		sameFiles(t, &b, docs, Options{}, publishedSizes)
	}
}
