package search

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"reflect"
	"testing"
)

// TestWhatIsNotAskedForIsForgotten: a thousand edits leave no more behind than one.
func TestWhatIsNotAskedForIsForgotten(t *testing.T) {
	var b Builder
	docs := pages()
	size := func() [5]int {
		return [5]int{len(b.pages), len(b.titles.list), len(b.inverted.words), len(b.mirror.order), len(b.press.sums)}
	}
	var want [5]int
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
	if d := pages()[0]; keyOf(&d) != keyOf(&pages()[0]) {
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
		if keyOf(&d) == keyOf(&Document{}) {
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

// TestSumsAreThoseOfTheFiles: who compares sums need not have the bytes, and gets them
// whenever he asks.
func TestSumsAreThoseOfTheFiles(t *testing.T) {
	var b Builder
	docs := pages()
	var outputs [2][]Output
	for i := range outputs {
		x := b.build(docs, facetOptions, tiny)
		var err error
		if outputs[i], err = b.Publish(x); err != nil {
			t.Fatal(err)
		}
		docs[0].Body += " zebra"
	}
	first := map[string]Sum{}
	for _, list := range outputs {
		for _, o := range list {
			data := o.Append(nil)
			if len(data) != o.Size || sha256.Sum256(data) != o.Sum || !bytes.Equal(o.Append([]byte("before"))[len("before"):], data) {
				t.Errorf("%s has not the bytes it is said to have", o.Name)
			}
		}
	}
	for _, o := range outputs[0] {
		first[o.Name] = o.Sum
	}
	again := 0
	for _, o := range outputs[1] {
		if first[o.Name] == o.Sum {
			again++
		}
	}
	if again < len(outputs[1])/2 {
		t.Errorf("of %d files %d are those of the last time", len(outputs[1]), again)
	}
}
