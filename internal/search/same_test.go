package search

import (
	"bytes"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSameBytesForAnyNumberOfProcessors: enough pages for words to be borrowed, which
// is what runs on all processors.
func TestSameBytesForAnyNumberOfProcessors(t *testing.T) {
	docs := made(300)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var want []File
	for _, n := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(n)
		files, err := Build(docs, Options{}).Files()
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = files
		}
		if !slices.EqualFunc(want, files, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Data, b.Data) }) {
			t.Errorf("%d processors make other files", n)
		}
	}
}

// TestSearchesAtATime: searches do not disturb each other. Run it with -race.
func TestSearchesAtATime(t *testing.T) {
	x := Build(pages(), facetOptions)
	queries := ask(rankQueries...)
	want := answers(x, queries)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if diff := cmp.Diff(want, answers(x, queries)); diff != "" {
				t.Error(diff)
			}
		})
	}
	wait.Wait()
}

// TestBuildLeavesItsDocumentsAlone: what was handed in may be used on.
func TestBuildLeavesItsDocumentsAlone(t *testing.T) {
	docs := pages()
	docs[0].Tags = append(docs[0].Tags, "not\xffUTF-8")
	Build(docs, facetOptions)
	want := pages()
	want[0].Tags = append(want[0].Tags, "not\xffUTF-8")
	if diff := cmp.Diff(want, docs); diff != "" {
		t.Error(diff)
	}
}
