package search

import (
	"slices"
	"strings"
)

// vocabulary numbers the words of all remembered pages. A number stays what it is as
// long as a page has the word; then it is given to another.
type vocabulary struct {
	numbers map[string]int32
	texts   []string
	pages   []int32 // of each word: how many have it, 0 for numbers that are free
	free    []int32
	order   []int32 // the words in the order of the dictionary
	rank    []int32 // of each word: its place in order
	fresh   []int32 // words that are not in order yet
	added   []int32 // words that the last change of order has brought
	edition int     // counts the changes of order
}

func (v *vocabulary) number(text string) int32 {
	if n, ok := v.numbers[text]; ok {
		return n
	}
	if v.numbers == nil {
		v.numbers = map[string]int32{}
	}
	n := int32(len(v.texts))
	if last := len(v.free) - 1; last >= 0 {
		n, v.free = v.free[last], v.free[:last]
		v.texts[n] = text
	} else {
		v.texts, v.pages, v.rank = append(v.texts, text), append(v.pages, 0), append(v.rank, 0)
	}
	v.numbers[text] = n
	v.fresh = append(v.fresh, n)
	return n
}

// retain and release count the pages that have words.
func (v *vocabulary) retain(terms []int32) {
	for _, t := range terms {
		v.pages[t]++
	}
}

func (v *vocabulary) release(terms []int32) {
	for _, t := range terms {
		v.pages[t]--
	}
}

// sort brings the order up to date: words that no page has any more go, new ones come.
func (v *vocabulary) sort() {
	kept := make([]int32, 0, len(v.order)) // in memory of its own: the last build's order is still read
	for _, t := range v.order {
		if v.pages[t] > 0 {
			kept = append(kept, t)
			continue
		}
		delete(v.numbers, v.texts[t])
		v.texts[t] = ""
		v.free = append(v.free, t)
	}
	if len(kept) == len(v.order) && len(v.fresh) == 0 {
		return
	}
	slices.SortFunc(v.fresh, v.compare)
	v.order = merged(kept, v.fresh, v.compare)
	v.added, v.fresh = v.fresh, nil
	for i, t := range v.order {
		v.rank[t] = int32(i)
	}
	v.edition++
}

func (v *vocabulary) compare(a, b int32) int { return strings.Compare(v.texts[a], v.texts[b]) }

// merged makes one sorted list of two.
func merged[T any](a, b []T, compare func(T, T) int) []T {
	if len(b) == 0 {
		return a
	}
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
