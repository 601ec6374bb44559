package search

import "slices"

// allowed returns what tells whether a document has all phrases of a query, and
// none of what it must be without.
func (x *Index) allowed(r request) func(doc int) bool {
	var with, without []map[int]bool
	for _, p := range r.phrases {
		with = append(with, x.having(p))
	}
	for _, p := range r.without {
		if len(p) == 1 {
			without = append(without, x.havingForm(p[0]))
		} else {
			without = append(without, x.having(p))
		}
	}
	return func(doc int) bool {
		return !slices.ContainsFunc(with, func(set map[int]bool) bool { return !set[doc] }) &&
			!slices.ContainsFunc(without, func(set map[int]bool) bool { return set[doc] })
	}
}

// havingForm returns the documents that have a word in any form.
func (x *Index) havingForm(term string) map[int]bool {
	found := map[int]bool{}
	for _, a := range x.fillings(slot{term: term, whole: true}).alts {
		for _, f := range a.forms {
			for doc := range eachPosting(x.postings(f.id)) {
				found[doc] = true
			}
		}
	}
	return found
}

// having returns the documents that have a phrase: all of its words and, as far as
// their positions tell, one after the other.
func (x *Index) having(p phrase) map[int]bool {
	ids := make([]int, len(p))
	for i, term := range p {
		id, ok := x.id(term)
		if !ok {
			return nil
		}
		ids[i] = id
	}
	starts := x.starts(ids)
	found := map[int]bool{}
	for doc := range eachPosting(x.postings(ids[0])) {
		found[doc] = (starts == nil || len(starts[doc]) > 0) && !slices.ContainsFunc(ids, func(id int) bool { return !x.has(id, doc) })
	}
	return found
}

// starts returns where words begin that follow each other, by document. A word that
// is too common to have its positions published may be at any place. It is nil when
// nothing is known of any word, or there is but one.
func (x *Index) starts(ids []int) map[int][]int {
	if len(ids) == 1 {
		return nil
	}
	var starts map[int][]int
	for offset, id := range ids {
		if x.common(id) {
			continue
		}
		places := map[int][]int{}
		eachPlace(x.places(id), func(doc int, positions []int) { places[doc] = slices.Clone(positions) })
		if starts == nil {
			starts = map[int][]int{}
			for doc, list := range places {
				for _, position := range list {
					starts[doc] = append(starts[doc], position-offset)
				}
			}
			continue
		}
		for doc, list := range starts {
			starts[doc] = slices.DeleteFunc(list, func(start int) bool {
				_, ok := slices.BinarySearch(places[doc], start+offset)
				return !ok
			})
		}
	}
	return starts
}
