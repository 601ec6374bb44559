package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/words"
)

// kinship keeps which words are forms of one, and by which endings forms differ. It
// holds for a dictionary and the languages of its words.
type kinship struct {
	edition  int // of the vocabulary
	langs    []string
	spoken   []uint64
	families [][]int
	endings  []string

	stems map[string][]string // by language, of each number of the vocabulary; "" for those not asked for
}

// of returns the families of a collection, which must not be changed, and the endings.
func (k *kinship) of(c *collection) (families [][]int, endings []string) {
	if k.families == nil || k.edition != c.vocabulary.edition || !slices.Equal(k.langs, c.langs) || !slices.Equal(k.spoken, c.spoken) {
		k.edition, k.langs, k.spoken = c.vocabulary.edition, c.langs, c.spoken
		k.stem(c)
		k.families = k.find(c)
		k.endings = c.commonEndings(k.families)
	}
	return k.families, k.endings
}

// stem finds the stems that are not known yet. The stemmers stay here: what the
// browser gets is the families.
func (k *kinship) stem(c *collection) {
	last := k.stems
	k.stems = map[string][]string{}
	v := c.vocabulary
	for i, lang := range c.langs[:min(len(c.langs), maxLangs)] {
		stems := append(last[lang], make([]string, len(v.texts)-len(last[lang]))...)
		for _, t := range v.free {
			stems[t] = "" // the number will be another word's
		}
		k.stems[lang] = stems
		parallel.Each(len(v.order), inRow, func() func(int) {
			return func(id int) {
				t := v.order[id]
				if stems[t] == "" && c.spoken[id]&(1<<i) != 0 {
					stems[t] = words.Stem(lang, v.texts[t])
				}
			}
		})
	}
}

// find finds the words that are forms of one: those that have a stem in common in
// a language in which they occur.
func (k *kinship) find(c *collection) [][]int {
	order := c.vocabulary.order
	parent := make([]int, len(order))
	for id := range parent {
		parent[id] = id
	}
	for i, lang := range c.langs[:min(len(c.langs), maxLangs)] {
		stems := k.stems[lang]
		first := make(map[string]int, len(order))
		for id, t := range order {
			if c.spoken[id]&(1<<i) == 0 {
				continue
			}
			if other, ok := first[stems[t]]; ok {
				join(parent, other, id)
			} else {
				first[stems[t]] = id
			}
		}
	}
	return sets(parent)
}

// join makes one of the families of two words. Its first word stands for it.
func join(parent []int, a, b int) {
	a, b = root(parent, a), root(parent, b)
	parent[max(a, b)] = min(a, b)
}

func root(parent []int, id int) int {
	for parent[id] != id {
		parent[id] = parent[parent[id]]
		id = parent[id]
	}
	return id
}

// sets returns the words of each family, families in the order of their first words.
func sets(parent []int) [][]int {
	size := make([]int, len(parent))
	count := 0
	for id := range parent {
		r := root(parent, id)
		if size[r] == 0 {
			count++
		}
		size[r]++
	}
	all := make([]int, 0, len(parent))
	families := make([][]int, 0, count)
	number := make([]int, len(parent))
	for id := range parent {
		r := root(parent, id)
		if r == id {
			number[r] = len(families)
			at := len(all)
			all = all[:at+size[r]]
			families = append(families, all[at:at:at+size[r]])
		}
		families[number[r]] = append(families[number[r]], id)
	}
	return families
}
