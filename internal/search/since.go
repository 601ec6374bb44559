package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/search/meaning"
)

// since says which documents and families are as they were. A document is when it has
// the same words with the same impacts, all of families that are.
func (c *collection) since(x *Index, last, now *kinship, was, is []rarity) meaning.Last {
	families, changed := c.kin(last, now, was, is)
	documents := slices.Clone(c.alike)
	for _, family := range changed {
		for _, id := range now.members(family) {
			for doc := range eachPosting(x.postings(int(id))) {
				documents[doc] = -1
			}
		}
	}
	return meaning.Last{Documents: documents, Terms: families}
}

// kin returns the number of each family of the last time, if it has one now, and those
// of now that documents which had them may see otherwise.
//
// A family is the same when its first word is, so that families keep their order, and
// when no word has come to it from another. Where one has gone to another, that one is
// not the same, and no document that has the word.
func (c *collection) kin(last, now *kinship, was, is []rarity) (families []int32, changed []int) {
	families = make([]int32, len(last.families))
	same := make([]bool, len(now.families))
	for family := range families {
		families[family] = -1
		first := c.renewed.now[last.members(family)[0]]
		if first < 0 || now.members(int(now.of[first]))[0] != first {
			continue
		}
		number := now.of[first]
		if c.within(now.members(int(number)), last, int32(family)) {
			families[family] = number
			same[number] = was[family] == is[number]
		}
	}
	for family, same := range same {
		if !same {
			changed = append(changed, family)
		}
	}
	return families, changed
}

// within says whether those of the words that there were at all were of one family.
func (c *collection) within(ids []int32, last *kinship, family int32) bool {
	for _, id := range ids {
		if was := c.renewed.was[id]; was >= 0 && last.of[was] != family {
			return false
		}
	}
	return true
}
