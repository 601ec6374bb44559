package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// The families of an index show how its languages end their words: "listen" and
// "listening" differ in nothing and "ing". The manifest lists the commonest of these
// endings, and they find the family of a form that the playbook lacks: "listens" is to
// "listening" what "questions" is to "questioning". So the browser needs no stemmer,
// for any language.

const (
	maxEndings   = 32
	maxEnding    = 5 // letters
	commonStart  = 3 // letters that forms have in common at least
	maxRelatives = 3 // families
)

// commonEndings returns the commonest by which forms of one word differ.
func (c *collection) commonEndings(k *kinship) []string {
	text := func(id int32) string { return c.inverted.words[id].text }
	counts := map[string]int{} // in how many families
	var found []string
	for family := range k.families {
		ids := k.members(family)
		found = found[:0]
		for i, a := range ids {
			for _, b := range ids[:i] {
				s, t := rests(text(a), text(b))
				if s != t && utf8.RuneCountInString(s) <= maxEnding && utf8.RuneCountInString(t) <= maxEnding {
					found = append(found, s, t)
				}
			}
		}
		slices.Sort(found)
		for _, e := range slices.Compact(found) {
			counts[e]++
		}
	}
	list := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	return list[:min(len(list), maxEndings)]
}

// rests returns what follows the letters that two words have in common at the start;
// twice the same when these are too few.
func rests(a, b string) (string, string) {
	same, letters := 0, 0
	for i, r := range a {
		if !strings.HasPrefix(b[i:], string(r)) {
			break
		}
		same, letters = i+utf8.RuneLen(r), letters+1
	}
	if letters < commonStart {
		return "", ""
	}
	return a[same:], b[same:]
}

// common returns how many letters two words have in common at the start.
func common(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// relatives returns the families of which an unknown word is most likely a form: those
// that begin alike for longest, where both rests are endings. Of an unfinished word
// the rest may be the beginning of one.
func (x *Index) relatives(term string, unfinished bool) []alternative {
	word := []rune(term)
	i := home(x.layout.bounds, term)
	if len(word) < sureLetters || !plainWord(word) || i < 0 {
		return nil
	}
	var found []candidate
	most := max(commonStart, (len(word)+1)/2)
	from, to := span(x.layout.terms, i, len(x.words))
	for id := from; id < to; id++ {
		other := []rune(x.words[id].text)
		n := common(word, other)
		if n < most || !x.isEnding(string(other[n:]), false) || !x.isEnding(string(word[n:]), unfinished) {
			continue
		}
		if n > most {
			most, found = n, nil
		}
		found = append(found, candidate{id, 1})
	}
	x.order(found)
	alts := x.choose(found, maxRelatives)
	for _, a := range alts {
		for i := range a.forms {
			a.forms[i].count = x.weights.otherForm
		}
	}
	return alts
}

func (x *Index) isEnding(rest string, unfinished bool) bool {
	return slices.ContainsFunc(x.endings, func(e string) bool {
		return e == rest || unfinished && strings.HasPrefix(e, rest)
	})
}
