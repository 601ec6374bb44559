package corpus

import (
	"iter"
	"math"
	"math/rand/v2"
	"strconv"
)

// The shares of a text's words, in hundredths; the rest are rare words.
const (
	general = 45
	topical = 42
	ofTitle = 5
)

const (
	generalWords = 500
	topicWords   = 300
)

// world is what all pages have in common.
type world struct {
	rng     *rand.Rand
	lexicon *lexicon
	general []term
	often   zipf // how often general words are
	topics  []topic
	usual   zipf         // how often words of a topic are
	rare    *urn[string] // names, numbers, compounds
}

// topic is a list of words, the most typical first.
type topic []term

// Generate yields n pages of about 300 words on about √n topics. The same n and seed
// give the same pages; memory grows with the vocabulary, not with the pages.
func Generate(n int, seed uint64) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		w := newWorld(n, seed)
		for i := range n {
			p := w.page()
			p.ID = strconv.Itoa(i + 1)
			if !yield(p) {
				return
			}
		}
	}
}

func newWorld(n int, seed uint64) *world {
	rng := rand.New(rand.NewPCG(seed, uint64(n)))
	w := &world{
		rng: rng, lexicon: &lexicon{rng, map[string]bool{}},
		often: newZipf(generalWords, 1.05, .4), usual: newZipf(topicWords, 1.1, 4),
	}
	for i := range generalWords {
		if i < len(functionWords) {
			w.lexicon.seen[functionWords[i]] = true
			w.general = append(w.general, term{stem: functionWords[i]})
		} else {
			w.general = append(w.general, w.lexicon.term(1))
		}
	}
	// Topics share words: the urn gives each new topic old ones more and more.
	shared := &urn[term]{discount: .6, strength: 300, fresh: func() term { return w.lexicon.term(1 + rng.IntN(2)) }}
	for range max(4, int(math.Sqrt(float64(n)))) {
		t := make(topic, topicWords)
		for i := range t {
			t[i] = shared.draw(rng)
		}
		w.topics = append(w.topics, t)
	}
	known := func() term { return shared.kinds[rng.IntN(len(shared.kinds))] }
	w.rare = &urn[string]{discount: .85, strength: 100, fresh: func() string { return w.lexicon.rarity(known) }}
	return w
}
