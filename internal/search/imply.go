package search

import "github.com/microleadership/playbook/internal/search/meaning"

// borrowing keeps which families documents borrow, and what that follows from besides
// what a Builder keeps.
type borrowing struct {
	from     borrowed
	rarities []rarity // of each family
	expander meaning.Expander
}

// borrowed is what all that documents borrow follows from: when it is other than before,
// everything may be.
type borrowed struct {
	means     means
	documents int  // rounded
	compound  bool // words that are parts have other postings than the pages give them
}

// of returns the families that each document borrows. last is what they were the last time.
func (b *borrowing) of(x *Index, c *collection, last, now *kinship, common []int32) [][]int32 {
	was := *b
	b.from = borrowed{c.means, rounded(len(c.pages)), c.compound}
	b.rarities = x.rarities(common)
	all := meaning.Collection{
		Terms: len(now.families), Documents: len(c.pages),
		Weights: func(wanted []bool) [][]meaning.Weight { return x.weighed(c.pages, b.rarities, wanted) },
	}
	if len(last.families) == 0 || len(now.families) == 0 || c.compound || was.from != b.from {
		return b.expander.Expand(all)
	}
	return b.expander.Update(all, c.since(x, last, now, was.rarities, b.rarities))
}

// imply gives words the documents that mean them without having them. What is
// meant is a word in whatever form, so the most common form stands for all.
func (x *Index) imply(b *borrowing, c *collection, last, now *kinship) {
	common := make([]int32, len(now.families)) // the most common form of each
	for family := range common {
		common[family] = x.mostCommon(now.members(family))
	}
	implied := b.of(x, c, last, now, common)
	x.meant = gathered(len(x.words), func(yield func(word, doc int32)) {
		for doc, list := range implied {
			for _, family := range list {
				yield(common[family], int32(doc))
			}
		}
	})
}

func (x *Index) mostCommon(ids []int32) int32 {
	best := ids[0]
	for _, id := range ids {
		if x.frequency(int(id)) > x.frequency(int(best)) {
			best = id
		}
	}
	return best
}
