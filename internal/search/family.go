package search

import (
	"slices"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/words"
)

// kinship keeps which words are forms of one, and by which endings forms differ. It
// holds for a dictionary and the languages of its words. It is not changed, but made anew.
type kinship struct {
	spoken   []uint64
	of       []int32             // of each word: its family
	families []stretch           // in the order of their first words
	forms    []int32             // words, family by family
	endings  []string            // the commonest
	stems    map[string][]string // by language, of each word; "" for those not asked for
}

// members returns the words of a family, ascending.
func (k *kinship) members(family int) []int32 {
	s := k.families[family]
	return k.forms[s.from:s.to]
}

// update brings the families up to date. langs are the languages of the last time.
func (k *kinship) update(c *collection, langs []string) {
	if c.renewed.same && slices.Equal(langs, c.langs) && slices.Equal(k.spoken, c.inverted.spoken) {
		return
	}
	now := kinship{spoken: c.inverted.spoken, stems: map[string][]string{}}
	for i, lang := range c.langs[:min(len(c.langs), maxLangs)] {
		now.stems[lang] = c.stems(i, k.stems[lang])
	}
	now.find(c)
	now.endings = c.commonEndings(&now)
	*k = now
}

// stems returns the stems of the words of a language. last are those of the last time. The stemmers
// stay here: what the browser gets is the families.
func (c *collection) stems(lang int, last []string) []string {
	list := make([]string, len(c.inverted.words))
	parallel.Each(len(list), inRow, func() func(int) {
		stem := words.Stemmer(c.langs[lang])
		return func(id int) {
			if !c.speaks(id, lang) {
				return
			}
			if was := c.renewed.was[id]; was >= 0 && last != nil && last[was] != "" {
				list[id] = last[was]
			} else {
				list[id] = stem(c.inverted.words[id].text)
			}
		}
	})
	return list
}

// find finds the words that are forms of one: those that have a stem in common in
// a language in which they occur.
func (k *kinship) find(c *collection) {
	parent := fill(len(c.inverted.words), itself)
	for i, lang := range c.langs[:min(len(c.langs), maxLangs)] {
		first := make(map[string]int32, len(parent))
		for id, stem := range k.stems[lang] {
			if !c.speaks(id, i) {
				continue
			}
			if other, ok := first[stem]; ok {
				join(parent, other, int32(id))
			} else {
				first[stem] = int32(id)
			}
		}
	}
	k.divide(parent)
}

// join makes one of the families of two words. Its first word stands for it.
func join(parent []int32, a, b int32) {
	a, b = root(parent, a), root(parent, b)
	parent[max(a, b)] = min(a, b)
}

func root(parent []int32, id int32) int32 {
	for parent[id] != id {
		parent[id] = parent[parent[id]]
		id = parent[id]
	}
	return id
}

// divide numbers the families in the order of their first words.
func (k *kinship) divide(parent []int32) {
	k.of = make([]int32, len(parent))
	n := 0
	for id := range parent {
		if r := root(parent, int32(id)); int(r) == id {
			k.of[id] = int32(n)
			n++
		} else {
			k.of[id] = k.of[r]
		}
	}
	k.group(n)
}

// group puts the words of each of n families in a row.
func (k *kinship) group(n int) {
	size := make([]int32, n)
	for _, f := range k.of {
		size[f]++
	}
	k.families, k.forms = make([]stretch, n), make([]int32, len(k.of))
	at := int32(0)
	for f, n := range size {
		k.families[f] = stretch{at, at}
		at += n
	}
	for id, f := range k.of {
		s := &k.families[f]
		k.forms[s.to] = int32(id)
		s.to++
	}
}
