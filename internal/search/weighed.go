package search

import "github.com/microleadership/playbook/internal/search/meaning"

// weighed says how much each family says about each document that has words of it, by
// family ascending; of the documents that are wanted.
func (x *Index) weighed(rarities []rarity, wanted []bool) [][]meaning.Weight {
	count, all := make([]int, len(x.docs)), 0
	for family, ids := range x.families {
		if rarities[family] == 0 {
			continue
		}
		for _, id := range ids {
			for _, p := range x.words[id].postings {
				if d := p.doc(); wanted[d] {
					count[d]++
					all++
				}
			}
		}
	}
	rows, room := make([][]meaning.Weight, len(x.docs)), make([]meaning.Weight, all)
	for doc, n := range count {
		rows[doc], room = room[:0:n], room[n:]
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
	worths := worths(len(x.docs))
	tf, docs := make([]float64, len(x.docs)), []int(nil)
	for family, ids := range x.families {
		if rarities[family] == 0 {
			continue
		}
		worth := worths[rarities[family]]
		add := func(doc int, value float64) {
			rows[doc] = append(rows[doc], meaning.Weight{Term: int32(family), Weight: float32(worth * value)})
		}
		if len(ids) == 1 { // most
			for _, p := range x.words[ids[0]].postings {
				if wanted[p.doc()] {
					add(p.doc(), values[p.level()])
				}
			}
			continue
		}
		docs = docs[:0]
		for _, id := range ids {
			for _, p := range x.words[id].postings {
				d := p.doc()
				if !wanted[d] {
					continue
				}
				if tf[d] == 0 {
					docs = append(docs, d)
				}
				tf[d] += p.impact()
			}
		}
		for _, d := range docs {
			add(d, x.saturate(tf[d]))
			tf[d] = 0
		}
	}
}
