package search

import (
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/search/words"
)

// maxGuesses is how many words a mistyped one is taken for at first; forms of one
// are then counted as one.
const maxGuesses = 6

// corrections returns the words that a mistyped one was most likely meant to be:
// the nearest, those with the same first letter before others. It looks among the
// words that begin alike, which are in the word's own shard, and among those that
// end alike: a word has rarely mistakes at both ends.
func (x *Index) corrections(term string) []alternative {
	word := []rune(term)
	limit := fuzziness(word)
	if limit == 0 {
		return nil
	}
	var found []candidate
	seen := map[int]bool{}
	for _, id := range x.similar(term) {
		if seen[id] {
			continue
		}
		seen[id] = true
		d := distance(word, []rune(x.words[id].text), limit)
		if d > limit {
			continue
		}
		if d < limit { // only the nearest count
			limit, found = d, nil
		}
		c := candidate{id, x.weights.correction[d]}
		if r, _ := utf8.DecodeRuneInString(x.words[id].text); r != word[0] {
			c.weight *= x.weights.otherFirstLetter
		}
		found = append(found, c)
	}
	x.order(found)
	return x.choose(found[:min(len(found), maxGuesses)], x.weights.maxCorrections)
}

// similar returns the words that lie near a mistyped one in the dictionary or in
// the dictionary by ends.
func (x *Index) similar(term string) []int {
	var ids []int
	l := x.layout
	if i := home(l.bounds, term); i >= 0 {
		from, to := span(l.terms, i, len(x.words))
		for id := from; id < to; id++ {
			ids = append(ids, id)
		}
	}
	if i := home(l.ends, reversed(term)); i >= 0 {
		from, to := span(l.spelling, i, len(l.byEnd))
		for _, id := range l.byEnd[from:to] {
			ids = append(ids, int(id))
		}
	}
	return ids
}

// fuzziness is how many mistakes a word may have: none in short words, where any
// letter makes another word, and none in numbers and in text without spaces.
func fuzziness(word []rune) int {
	if len(word) < 4 || !plainWord(word) {
		return 0
	}
	if len(word) < 8 {
		return 1
	}
	return 2
}

func plainWord(word []rune) bool {
	for _, r := range word {
		if '0' <= r && r <= '9' || words.Unspaced(r) {
			return false
		}
	}
	return true
}
