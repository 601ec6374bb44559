package search

import "github.com/microleadership/playbook/internal/search/meaning"

// borrowing keeps which families each document borrows, and what that follows from. It
// holds for pages, their means, families and what each family tells.
type borrowing struct {
	pages    []*page
	means    means
	order    []int32 // of the dictionary, whose words the families have
	families [][]int
	rarities []rarity
	expander meaning.Expander
}

// of returns the families that each document borrows.
func (b *borrowing) of(x *Index, from *inverted, families [][]int, common []int) [][]int32 {
	last := *b
	b.pages, b.means, b.order, b.families = from.pages, from.means, from.order, families
	b.rarities = x.rarities(common)
	c := meaning.Collection{
		Terms: len(families), Documents: len(x.docs),
		Weights: func(wanted []bool) [][]meaning.Weight { return x.weighed(b.rarities, wanted) },
	}
	if x.compound {
		b.pages = nil // words that are parts have other postings than the pages give them
	}
	if len(last.families) == 0 || len(families) == 0 || last.pages == nil || b.pages == nil || last.means != b.means || rounded(len(last.pages)) != rounded(len(b.pages)) {
		return b.expander.Expand(c)
	}
	return b.expander.Update(c, b.since(last, x))
}

// imply gives words the documents that mean them without having them. What is
// meant is a word in whatever form, so the most common form stands for all.
func (x *Index) imply(b *borrowing, from *inverted, families [][]int) {
	common := make([]int, len(families)) // the most common form of each
	for family, ids := range families {
		common[family] = x.mostCommon(ids)
	}
	implied := b.of(x, from, families, common)
	borrowed := make([]int, len(families))
	for _, list := range implied {
		for _, family := range list {
			borrowed[family]++
		}
	}
	for doc, list := range implied {
		for _, family := range list {
			w := &x.words[common[family]]
			if w.meant == nil {
				w.meant = make([]int32, 0, borrowed[family])
			}
			w.meant = append(w.meant, int32(doc))
		}
	}
}

func (x *Index) mostCommon(ids []int) int {
	best := ids[0]
	for _, id := range ids {
		if len(x.words[id].postings) > len(x.words[best].postings) {
			best = id
		}
	}
	return best
}
