package check

import (
	"strings"
	"sync"
)

// A phrase is written as its words in lower case, with alternatives in brackets:
// “i (told|ordered) (them|him|her) to”. A hyphen is written as a space. Phrases
// match within a clause only: never across a comma or a full stop.
type phraseTable []phraseRow

// phraseRow is a reason and the phrases that it is given for.
type phraseRow struct {
	reason  string
	phrases []string
}

// hit is a place where a phrase stands.
type hit struct {
	table       *phraseTable
	reason      string
	first, last int // words
}

// pattern is a phrase ready to match: for each place, the words that may stand there.
type pattern struct {
	table  *phraseTable
	reason string
	slots  [][]string
}

// patterns are the phrases of all tables, by their first word and then by their
// second: many begin with “i”. They are looked for in one pass, since reading each
// text once for each of the rules would cost more than converting it.
type patterns struct {
	byFirst map[string]*secondWords
	begin   beginnings // of the first words: most words are told by it to be none of them
}

type secondWords struct {
	alone []pattern // phrases of one word
	next  map[string][]pattern
	begin [1 << 5]uint32 // of those: their lengths, by the first letter
}

// may is the cheap question before next.
func (s *secondWords) may(word string, plain bool) bool {
	return s.begin[word[0]&letters]>>min(len(word), 31)&1 != 0 || !plain && !isASCII(word)
}

var allPhrases = sync.OnceValue(func() *patterns {
	all := patterns{byFirst: map[string]*secondWords{}}
	for _, t := range phraseTables() {
		for _, row := range *t {
			for _, phrase := range row.phrases {
				all.add(pattern{t, row.reason, slotsOf(phrase)})
			}
		}
	}
	return &all
})

// phraseTables lists the tables in the order in which phrases are looked for.
func phraseTables() []*phraseTable {
	return []*phraseTable{&commandPhrases, &howToPhrases, &largePhrases, &oneStylePhrases, &heroPhrases, &implementationPhrases}
}

func (all *patterns) add(p pattern) {
	for _, first := range p.slots[0] {
		all.begin.add(first)
		if all.byFirst[first] == nil {
			all.byFirst[first] = &secondWords{next: map[string][]pattern{}}
		}
		if len(p.slots) == 1 {
			all.byFirst[first].alone = append(all.byFirst[first].alone, p)
			continue
		}
		for _, second := range p.slots[1] {
			all.byFirst[first].begin[second[0]&letters] |= 1 << min(len(second), 31)
			all.byFirst[first].next[second] = append(all.byFirst[first].next[second], p)
		}
	}
}

func slotsOf(phrase string) [][]string {
	var slots [][]string
	for _, f := range strings.Fields(phrase) {
		slots = append(slots, strings.Split(strings.Trim(f, "()"), "|"))
	}
	return slots
}
