package search

import "github.com/microleadership/playbook/internal/search/words"

// families finds the words that are forms of one: those that have a stem in common
// in a language in which they occur. The stemmers stay here: what the browser gets
// is the families.
func (b *builder) families(list []word) [][]int {
	parent := make([]int, len(b.terms))
	for id := range parent {
		parent[id] = id
	}
	type stem struct {
		lang int
		text string
	}
	first := map[stem]int{}
	for id, t := range b.terms {
		for lang := range b.langs[:min(len(b.langs), maxLangs)] {
			if t.langs&(1<<lang) == 0 {
				continue
			}
			s := stem{lang, words.Stem(b.langs[lang], t.text)}
			if other, ok := first[s]; ok {
				parent[root(parent, id)] = root(parent, other)
			} else {
				first[s] = id
			}
		}
	}
	var families [][]int
	number := map[int]int{}
	for id := range parent {
		r := root(parent, id)
		n, ok := number[r]
		if !ok {
			n = len(families)
			number[r] = n
			families = append(families, nil)
		}
		families[n] = append(families[n], id)
		list[id].family = n
	}
	return families
}

func root(parent []int, id int) int {
	for parent[id] != id {
		parent[id] = parent[parent[id]]
		id = parent[id]
	}
	return id
}
