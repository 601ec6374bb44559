package search

import (
	"sort"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// rarity is how much a family tells where words are borrowed: its number of documents,
// as the nearest power of the fourth root of two, by its place among these; 0 for
// families that tell nothing.
//
// A number that is rounded hardly ever changes with an edit. Were it exact, a word more
// on one page would move the weight of that word on all pages, and each one's likeness to
// all others.
type rarity uint8

// powers are those of the fourth root of two, and midways where the next one gets nearer.
var powers, midways = func() (powers, midways [128]float64) {
	value := 1.0
	for i := range powers {
		powers[i], midways[i] = value, float64(value*1.0905077326652577)
		value *= 1.189207115002721
	}
	return powers, midways
}()

// rounded returns the place of the power that is nearest to a number.
func rounded(n int) int {
	return sort.Search(len(midways)-1, func(i int) bool { return float64(n) <= midways[i] })
}

// worths returns what the rarities are worth among so many documents, which are rounded too.
func worths(docs int) []float64 {
	all := rounded(docs)
	list := make([]float64, all+2)
	for i := range all + 1 {
		list[i+1] = ln(1 + (powers[all]-powers[i]+.5)/(powers[i]+.5))
	}
	return list
}

// rarities returns what each family tells.
func (x *Index) rarities(common []int32) []rarity {
	places := make([]rarity, len(x.cards)/2+1) // by number of documents
	for n := range places {
		if meaning.Joins(n, len(x.cards)) {
			places[n] = rarity(rounded(n) + 1)
		}
	}
	list := make([]rarity, len(x.families))
	seen := make([]int32, len(x.cards)) // the last family of each document, and one more
	for family := range list {
		ids := x.members(family)
		n := x.frequency(int(ids[0]))
		if len(ids) > 1 {
			n = 0
			for _, id := range ids {
				for doc := range eachPosting(x.postings(int(id))) {
					if seen[doc] != int32(family)+1 {
						seen[doc] = int32(family) + 1
						n++
					}
				}
			}
		}
		if n < len(places) {
			list[family] = places[n]
		}
	}
	for text := range x.stop {
		if id, ok := x.id(text); ok && common[x.kin[id]] == int32(id) {
			list[x.kin[id]] = 0
		}
	}
	return list
}
