package search

import "strings"

const (
	// maxShards is how many shards are looked through for words that begin with what is
	// typed. In a very large playbook a word may lie beyond them until its fifth letter.
	maxShards = 4
	// sureLetters is from how many letters on every completion counts, so that the
	// page of a word does not vanish while the word is being typed. Before that only
	// the maxCompletions commonest families do.
	sureLetters    = 4
	maxCompletions = 24
)

// completions returns the words that begin with the prefix, each with all its
// forms. When the prefix is a word itself they count for less, and its own forms are
// not among them.
func (x *Index) completions(prefix string, known bool) []alternative {
	weight := x.weights.completion
	if known {
		weight = x.weights.completionOfWord
	}
	own := int32(-1)
	if id, ok := x.id(prefix); ok && known {
		own = x.kin[id]
	}
	n := maxCompletions
	if len([]rune(prefix)) >= sureLetters {
		n = len(x.words)
	}
	var found []candidate
	from, to := x.beginning(prefix)
	for id := from; id < to; id++ {
		if strings.HasPrefix(x.words[id].text, prefix) && x.kin[id] != own {
			found = append(found, candidate{id, weight})
		}
	}
	x.order(found)
	alts := x.choose(found, n)
	for i := range alts {
		alts[i].typing = true
	}
	return alts
}

// beginning returns the words of the shards that are looked through for a prefix.
func (x *Index) beginning(prefix string) (from, to int) {
	l := x.layout
	first := home(l.bounds, prefix)
	if first < 0 {
		return 0, 0
	}
	last := first
	if len([]rune(prefix)) >= sureLetters-1 {
		for last+1 < len(l.bounds) && last+1 < first+maxShards && strings.HasPrefix(l.bounds[last+1], prefix) {
			last++
		}
	}
	from, _ = span(l.terms, first, len(x.words))
	_, to = span(l.terms, last, len(x.words))
	return from, to
}
