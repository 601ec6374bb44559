package search

import (
	"strings"
	"testing"
)

// TestAWordManyTimesOnAPage: more positions than the size of a word's places can say, with
// words before and after.
func TestAWordManyTimesOnAPage(t *testing.T) {
	docs := pages()
	for _, n := range []int{1, 248, 249, 250, 251, 252, 253, 254, 255, 256, 1000} {
		docs[1].Body = "first " + strings.Repeat("drum ", n) + "after"
		x := Build(docs, Options{})
		for _, word := range []string{"first", "drum", "after"} {
			id, ok := x.id(word)
			if !ok {
				t.Fatalf("no word %s", word)
			}
			positions := 0
			eachPlace(x.places(id), func(doc int, list []int) {
				if doc == 1 {
					positions = len(list)
				}
			})
			if want := map[string]int{"first": 1, "drum": n, "after": 1}[word]; positions != want {
				t.Errorf("%s is in %d places, want %d", word, positions, want)
			}
		}
	}
}
