package search

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"
)

// TestWhatIsNotAskedForIsForgotten: a thousand edits leave no more behind than one.
func TestWhatIsNotAskedForIsForgotten(t *testing.T) {
	var b Builder
	docs := pages()
	size := func() [6]int {
		pages := 0
		for _, shelf := range b.archive.pages {
			pages += len(shelf)
		}
		return [6]int{pages, len(b.vocabulary.numbers), len(b.vocabulary.order), len(b.vocabulary.texts), len(b.mirror.words), len(b.press.scripts)}
	}
	var want [6]int
	for i := range 1000 {
		docs[2].Body = fmt.Sprintf("The team lost track of release%d.", i+1000)
		if _, err := b.Files(b.Build(docs, facetOptions)); err != nil {
			t.Fatal(err)
		}
		if i == 1 {
			want = size()
		}
	}
	if got := size(); got != want {
		t.Errorf("pages, words and shards that are kept: %v, after two edits %v", got, want)
	}
}

// TestADocumentIsTheSameInAllFields: a page is used again only when nothing in it
// differs, not even in a field that is yet to come.
func TestADocumentIsTheSameInAllFields(t *testing.T) {
	if d := pages()[0]; !same(&d, &pages()[0]) {
		t.Error("a document is not the same as itself")
	}
	kinds := map[reflect.Type]any{
		reflect.TypeFor[string](): "other", reflect.TypeFor[bool](): true, reflect.TypeFor[[]string](): []string{"other"},
		reflect.TypeFor[[]Heading](): []Heading{{"other", "Other"}}, reflect.TypeFor[map[string][]string](): map[string][]string{"kind": {"other"}},
	}
	for i := range reflect.TypeFor[Document]().NumField() {
		d := Document{}
		field := reflect.ValueOf(&d).Elem().Field(i)
		value, ok := kinds[field.Type()]
		if !ok {
			t.Fatalf("no value for %s", field.Type())
		}
		field.Set(reflect.ValueOf(value))
		if same(&d, &Document{}) {
			t.Errorf("documents that differ in %s count as the same", reflect.TypeFor[Document]().Field(i).Name)
		}
	}
}

// TestABuilderKeepsItsOwnLists: who changes a list after a build gets what the list says now.
func TestABuilderKeepsItsOwnLists(t *testing.T) {
	var b Builder
	docs := pages()
	sameFiles(t, &b, docs, facetOptions, tiny)
	docs[0].Tags[0], docs[0].Headings[0].Text, docs[1].Facets["toward"][0] = "zebra", "Zebra", "peer"
	docs[2].Facets["toward"] = []string{"boss"}
	sameFiles(t, &b, docs, facetOptions, tiny)
}

// TestAnUnchangedShardIsTheSameSlice: who compares addresses need not compare bytes.
func TestAnUnchangedShardIsTheSameSlice(t *testing.T) {
	var b Builder
	docs := pages()
	first, err := b.Files(b.build(docs, facetOptions, tiny))
	if err != nil {
		t.Fatal(err)
	}
	docs[0].Body += " zebra"
	second, err := b.Files(b.build(docs, facetOptions, tiny))
	if err != nil {
		t.Fatal(err)
	}
	last := map[string][]byte{}
	for _, f := range first {
		last[f.Name] = f.Data
	}
	again := 0
	for _, f := range second {
		if &f.Data[0] == &last[f.Name][0] {
			again++
		} else if bytes.Equal(f.Data, last[f.Name]) {
			t.Errorf("%s has been made again", f.Name)
		}
	}
	if again < len(second)/2 {
		t.Errorf("of %d files %d are those of the last time", len(second), again)
	}
}
