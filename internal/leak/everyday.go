package leak

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed everyday.txt
var everydayList string

var everydayWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(everydayList) {
		if !strings.HasPrefix(line, "#") {
			for word := range strings.FieldsSeq(line) {
				words[word] = true
			}
		}
	}
	return words
})

// everyday says whether a word, folded, is one of texts, markup or code besides being a name.
func everyday(word string) bool { return everydayWords()[word] }
