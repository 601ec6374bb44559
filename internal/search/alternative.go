package search

import (
	"cmp"
	"math/bits"
	"slices"
)

// alternative is a way to fill a slot: the word in all its forms, one completion,
// or one correction.
type alternative struct {
	weight float64 // 1 for the word itself
	word   int     // the one that was found
	forms  []form  // all of its family, in order of id
	typing bool    // the word as it may go on
}

// form is a word of the index with how much an occurrence of it counts.
type form struct {
	id    int
	count float64
}

// filling is what may fill a slot, best guess first.
type filling struct {
	alts    []alternative
	guessed bool // the word is unknown: these are corrections
}

// fillings returns what may fill a slot: the word itself; for the last word, its
// completions too; for an unknown one, words of which it may be a form; and
// corrections only when there is none of these.
func (x *Index) fillings(s slot) filling {
	var alts []alternative
	id, known := x.id(s.term)
	if known {
		alts = append(alts, alternative{weight: 1, word: id, forms: x.forms(id, s.term)})
	}
	if s.prefix {
		alts = append(alts, x.completions(s.term, known)...)
	}
	if !known && !s.whole {
		alts = append(alts, x.relatives(s.term, s.prefix)...)
	}
	if len(alts) > 0 || s.whole {
		return filling{alts: alts}
	}
	return filling{x.corrections(s.term), true}
}

// forms returns the family of a word; the word as it stands counts most.
func (x *Index) forms(id int, term string) []form {
	var forms []form
	for _, i := range x.family(id) {
		count := x.weights.otherForm
		if x.words[i].text == term {
			count = 1
		}
		forms = append(forms, form{int(i), count})
	}
	return forms
}

// candidate is a word that may stand for another.
type candidate struct {
	id     int
	weight float64
}

// order puts the best candidates first: by weight, then by how common they are.
func (x *Index) order(found []candidate) {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.weight, a.weight),
			cmp.Compare(x.commonness(b.id), x.commonness(a.id)),
			cmp.Compare(a.id, b.id),
		)
	})
}

// choose makes an alternative of each of the n best candidates. Forms of one word are one alternative.
func (x *Index) choose(found []candidate, n int) []alternative {
	x.order(found)
	seen := map[int32]bool{} // families
	var alts []alternative
	for _, c := range found {
		if len(alts) == n {
			break
		}
		if family := x.kin[c.id]; !seen[family] {
			seen[family] = true
			var forms []form
			for _, id := range x.members(int(family)) {
				forms = append(forms, form{int(id), 1})
			}
			alts = append(alts, alternative{weight: c.weight, word: c.id, forms: forms})
		}
	}
	return alts
}

// commonness is the number of binary digits of how many documents have a word: one
// digit tells enough to choose between words that a mistyped one may mean.
func (x *Index) commonness(id int) int { return bits.Len(uint(x.frequency(id))) }
