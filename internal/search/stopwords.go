package search

import "github.com/microleadership/playbook/internal/search/words"

// stopWords returns the words that say little: those of all languages that occur,
// less those that a page has in a language in which they tell something, as an
// English page does that has the German "war".
func (c *collection) stopWords() map[string]bool {
	set := map[string]bool{}
	lists := make([]map[string]bool, len(c.langs))
	for i, lang := range c.langs {
		lists[i] = map[string]bool{}
		for _, w := range words.StopWords(lang) {
			lists[i][w], set[w] = true, true
		}
	}
	for w := range set {
		id, ok := c.id(w)
		for i := range min(len(lists), maxLangs) {
			if ok && c.speaks(id, i) && !lists[i][w] {
				delete(set, w)
			}
		}
	}
	return set
}

// stops says of each word of the dictionary whether it is one of these.
func (c *collection) stops(stop map[string]bool) []bool {
	stops := make([]bool, len(c.inverted.words))
	for w := range stop {
		if id, ok := c.id(w); ok {
			stops[id] = true
		}
	}
	return stops
}
