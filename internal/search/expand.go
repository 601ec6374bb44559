package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// alternative is a way to fill a slot: the word in all its forms, one completion,
// or one correction.
type alternative struct {
	weight float64 // 1 for the word itself
	forms  []form  // in order of id
}

// form is a term of the index with how much an occurrence of it counts.
type form struct {
	id    int
	count float64
}

// expand returns what may fill a slot, best guess first: the word itself; for
// the last word, its completions; corrections only when there is neither.
func (x *Index) expand(s slot) []alternative {
	var alts []alternative
	forms := x.forms(s.term)
	if len(forms) > 0 {
		alts = append(alts, alternative{1, forms})
	}
	if s.prefix {
		alts = append(alts, x.completions(s.term, forms)...)
	}
	if len(alts) == 0 && !s.whole {
		alts = x.corrections(s.term)
	}
	return alts
}

// forms returns the terms that have the word's stem; the exact one counts most.
func (x *Index) forms(term string) []form {
	var forms []form
	id, known := x.ids[term]
	ids := x.stems[stem(term)]
	if known && !slices.Contains(ids, id) {
		forms = append(forms, form{id, 1})
	}
	for _, i := range ids {
		count := x.weights.otherForm
		if known && i == id {
			count = 1
		}
		forms = append(forms, form{i, count})
	}
	slices.SortFunc(forms, func(a, b form) int { return cmp.Compare(a.id, b.id) })
	return forms
}

// family returns all forms of a term of the index, counting alike.
func (x *Index) family(id int) []form {
	var forms []form
	for _, i := range x.stems[stem(x.terms[id])] {
		forms = append(forms, form{i, 1})
	}
	if !slices.ContainsFunc(forms, func(f form) bool { return f.id == id }) {
		return []form{{id, 1}}
	}
	return forms
}

// completions returns the most frequent words that begin with the prefix, each
// with all its forms. When the prefix is a word itself they count for less.
func (x *Index) completions(prefix string, known []form) []alternative {
	weight := x.weights.completion
	if len(known) > 0 {
		weight = x.weights.completionOfWord
	}
	begins := strings.HasPrefix
	if r, n := utf8.DecodeRuneInString(prefix); n == len(prefix) && isCJK(r) {
		begins = strings.Contains // one character of a bigram
	}
	var found []candidate
	for id, term := range x.terms {
		if begins(term, prefix) {
			found = append(found, candidate{id: id, weight: weight})
		}
	}
	return x.choose(found, known, x.weights.maxCompletions)
}

// corrections returns the words that a mistyped one was most likely meant to be:
// the nearest, those with the same first letter before others.
func (x *Index) corrections(term string) []alternative {
	word := []rune(term)
	limit := fuzziness(word)
	if limit == 0 {
		return nil
	}
	var found []candidate
	for id, t := range x.terms {
		d := distance(word, []rune(t), limit)
		if d > limit {
			continue
		}
		if d < limit { // only the nearest count
			limit, found = d, nil
		}
		c := candidate{id: id, weight: x.weights.correction[d]}
		if r, _ := utf8.DecodeRuneInString(t); r != word[0] {
			c.weight *= x.weights.otherFirstLetter
		}
		found = append(found, c)
	}
	return x.choose(found, nil, x.weights.maxCorrections)
}

// fuzziness is how many mistakes a word may have: none in short words, where any
// letter makes another word, and none in numbers and in text without spaces.
func fuzziness(word []rune) int {
	for _, r := range word {
		if '0' <= r && r <= '9' || isCJK(r) {
			return 0
		}
	}
	switch {
	case len(word) < 4:
		return 0
	case len(word) < 8:
		return 1
	}
	return 2
}

// candidate is a term that may stand for another.
type candidate struct {
	id     int
	weight float64
}

// choose makes an alternative of each of the n best candidates: by weight, then by
// how many documents have them. Forms of one word are one alternative.
func (x *Index) choose(found []candidate, known []form, n int) []alternative {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.weight, a.weight),
			cmp.Compare(len(x.postings[b.id]), len(x.postings[a.id])),
			cmp.Compare(a.id, b.id),
		)
	})
	seen := map[int]bool{}
	for _, f := range known {
		seen[f.id] = true
	}
	var alts []alternative
	for _, c := range found {
		if len(alts) == n {
			break
		}
		if seen[c.id] {
			continue
		}
		forms := x.family(c.id)
		for _, f := range forms {
			seen[f.id] = true
		}
		alts = append(alts, alternative{c.weight, forms})
	}
	return alts
}
