package search

import (
	"math"
	"slices"

	"github.com/microleadership/playbook/internal/search/shard"
)

// layout is how the index is cut into shards. It is part of the engine, not only of
// the files: what counts as near to a mistyped word is what lies in the same shard,
// so that two languages, and a small and a large playbook, go by one rule.
type layout struct {
	sizes
	terms    []int    // first word of each shard of the dictionary
	bounds   []string // bounds[i] divides shard i from the one before; bounds[0] is ""
	together int      // shards of the dictionary whose positions are one shard
	spelling []int    // first of each shard of the words by their ends
	ends     []string // likewise for spelling
	byEnd    []int32  // words that a mistyped one may mean, in the order of their letters from the end
	docs     []int    // first document of each shard of texts
}

// sizes are bytes before compression.
type sizes struct {
	terms, spelling, texts int // of a shard
	oneFile                int // up to which all shards are put into the manifest: two round trips less for a small playbook
}

var publishedSizes = sizes{terms: 6 << 10, spelling: 12 << 10, texts: 6 << 10, oneFile: 200 << 10}

// Bounds on the number of files: a folder with too many is a burden to hosts and
// people. Beyond them shards grow. Positions are asked for rarely, so theirs grow first.
const (
	maxWordAndTextShards = 2850 // of the dictionary and of texts
	maxPlaceShards       = 100
	maxSpellingShards    = 50
)

// termShards says how many of the shards there may be of the dictionary, so that a query loads the
// least: a shard for each of its words and for each result that is shown first, unless a word leads
// to it. All others may be of texts. Lists get smaller by a fifth on their way, texts by more than half.
func (x *Index) termShards(terms, texts int) int {
	words, results := 2.5*.8, 5*.45
	if len(x.leads.ends) > 0 {
		words, results = 2.5*.55, 1*.45
	}
	a, b := math.Sqrt(words*float64(terms)), math.Sqrt(results*float64(texts))
	return min(max(1, int(maxWordAndTextShards*a/(a+b))), maxWordAndTextShards-1)
}

func (x *Index) cut(s sizes, byEnd []int32) layout {
	l := layout{sizes: s, byEnd: byEnd}
	own, texts := x.termSizes(), x.textSizes()
	bytes := x.withLeads(own)
	ofTerms := x.termShards(1+sum(bytes), sum(texts))
	target := max(s.terms, sum(bytes)/ofTerms)
	l.terms = shard.Cut(bytes, target, x.beginsFamilies(own, maxFamily*target))
	l.together = (len(l.terms) + maxPlaceShards - 1) / maxPlaceShards
	x.part(l.terms)
	l.bounds = bounds(l.terms, func(i int) string { return x.words[i].text })

	bytes = bytes[:0]
	for _, id := range l.byEnd {
		bytes = append(bytes, len(x.words[id].text)/2+2)
	}
	anywhere := func(int) bool { return true }
	l.spelling = shard.Cut(bytes, max(s.spelling, sum(bytes)/maxSpellingShards), anywhere)
	l.ends = bounds(l.spelling, func(i int) string { return reversed(x.words[l.byEnd[i]].text) })

	l.docs = shard.Cut(texts, max(s.texts, sum(texts)/(maxWordAndTextShards-ofTerms)), anywhere)
	return l
}

// termSizes are about how many bytes the shards of the dictionary have of each word, but for its leads.
func (x *Index) termSizes() []int {
	bytes := make([]int, len(x.words))
	for id := range x.words {
		bytes[id] = len(x.words[id].text) + 3*x.frequency(id) + 2*len(x.meant.of(id))
		x.pairs.each(id, func(second, docs int, _ []byte) {
			bytes[id] += len(x.words[second].text) + 3*docs
		})
	}
	return bytes
}

// withLeads adds the leads to the sizes of words.
func (x *Index) withLeads(own []int) []int {
	bytes := slices.Clone(own)
	for family := range x.leads.ends {
		for _, doc := range x.leads.of(family) {
			bytes[x.members(family)[0]] += x.cards[doc].brief
		}
	}
	return bytes
}

// textSizes are about how many bytes each document has in the shards of texts.
func (x *Index) textSizes() []int {
	bytes := make([]int, len(x.cards))
	for i, c := range x.cards {
		bytes[i] = c.size
	}
	return bytes
}

func sum(numbers []int) int {
	total := 0
	for _, n := range numbers {
		total += n
	}
	return total
}

// bounds returns what divides each shard from the one before it.
func bounds(starts []int, key func(int) string) []string {
	list := make([]string, len(starts))
	for i, start := range starts {
		if i > 0 {
			list[i] = shard.Between(key(start-1), key(start))
		}
	}
	return list
}

const (
	// maxSpan is how many words apart forms of one word may lie to be kept in a shard
	// together. Nearly all do; "die" and "dying" are let go.
	maxSpan = 64
	// maxFamily is how many times the size of a shard what is kept together may have, its leads not counted:
	// families may overlap in a long row.
	maxFamily = 3
)

// beginsFamilies says whether a shard may begin at a word: not where forms of one
// word would come to lie in two, if these and all between have no more than most bytes.
func (x *Index) beginsFamilies(bytes []int, most int) func(id int) bool {
	open := make([]bool, len(x.words))
	for _, s := range x.families {
		family := x.kindred[s.from:s.to]
		if last := family[len(family)-1]; last-family[0] <= maxSpan {
			for id := family[0] + 1; id <= last; id++ {
				open[id] = true
			}
		}
	}
	together := 0
	for id, size := range bytes {
		if together += size; !open[id] || together > most {
			open[id], together = false, size
		}
	}
	return func(id int) bool { return !open[id] }
}

// part divides families that lie in several shards: a browser that has one of them
// knows nothing of the others.
func (x *Index) part(starts []int) {
	for n, s := range x.families {
		for i := s.from + 1; i < s.to; i++ {
			if home, _ := slices.BinarySearch(starts, int(x.kindred[i])+1); starts[home-1] <= int(x.kindred[i-1]) {
				continue
			}
			x.families[n].to = i
			n = len(x.families)
			x.families = append(x.families, stretch{i, s.to})
			for _, id := range x.kindred[i:s.to] {
				x.kin[id] = int32(n)
			}
		}
	}
}

// home returns the shard that has a word, if any has.
func home(bounds []string, text string) int {
	i, found := slices.BinarySearch(bounds, text)
	if !found {
		i--
	}
	return i
}

// span returns the words of shard i.
func span(starts []int, i, all int) (from, to int) {
	if i+1 < len(starts) {
		return starts[i], starts[i+1]
	}
	return starts[i], all
}
