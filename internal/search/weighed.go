package search

import "github.com/microleadership/playbook/internal/search/meaning"

// weighed says how much each family says about each document that has words of it, by
// family ascending; of the documents that are wanted.
func (x *Index) weighed(pages []*page, rarities []rarity, wanted []bool) [][]meaning.Weight {
	all := 0
	for doc, p := range pages {
		if wanted[doc] {
			all += p.words
		}
	}
	rows, room := make([][]meaning.Weight, len(pages)), make([]meaning.Weight, all)
	for doc, p := range pages {
		if wanted[doc] {
			rows[doc], room = room[:0:p.words], room[p.words:]
		}
	}
	x.weighFamilies(rarities, wanted, rows)
	return rows
}

// weighFamilies appends to each document what the families say about it that it has
// words of.
func (x *Index) weighFamilies(rarities []rarity, wanted []bool, rows [][]meaning.Weight) {
	var values [levels]float64 // of the impacts, saturated
	for l, impact := range impacts {
		values[l] = x.saturate(impact)
	}
	worths := worths(len(x.cards))
	tf, docs := make([]float64, len(x.cards)), []int(nil)
	for family := range x.families {
		if rarities[family] == 0 {
			continue
		}
		ids := x.members(family)
		worth := worths[rarities[family]]
		add := func(doc int, value float64) {
			rows[doc] = append(rows[doc], meaning.Weight{Term: int32(family), Weight: float32(worth * value)})
		}
		if len(ids) == 1 { // most
			for doc, level := range eachPosting(x.postings(int(ids[0]))) {
				if wanted[doc] {
					add(doc, values[level])
				}
			}
			continue
		}
		docs = docs[:0]
		for _, id := range ids {
			for d, level := range eachPosting(x.postings(int(id))) {
				if !wanted[d] {
					continue
				}
				if tf[d] == 0 {
					docs = append(docs, d)
				}
				tf[d] += impacts[level]
			}
		}
		for _, d := range docs {
			add(d, x.saturate(tf[d]))
			tf[d] = 0
		}
	}
}
