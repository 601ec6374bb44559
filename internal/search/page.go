package search

import "github.com/microleadership/playbook/internal/search/shard"

// page is a document with what it says about words. All but the means and what is shown
// is a function of the document alone, given the numbers of the words.
type page struct {
	given      *Document // as it was handed in: by this the page is found again
	doc        *Document // clean; mostly the same
	lang       string
	compounds  bool    // its language writes words together
	length     lengths // words of each field
	ends       lengths // positions at which the fields end
	terms      []int32 // its words, each once
	sizes      []uint8 // of each word in places, see size
	places     []byte  // how many positions each word has, and their distances, as published
	neighbours []neighbour

	means  means   // for which levels holds
	levels []uint8 // of the impact of each word

	most int // bytes of the body, for which card holds
	card *card

	build int // that asked for it last
}

// neighbour is a word of a title, alias or ask.
type neighbour struct {
	term  int32
	pos   int32
	field uint8
	first bool // of its text
}

// unsized is what sizes has for the few words whose places are longer than it can say.
const unsized = 255

// size returns how many bytes of places a word has, which begin at a given one. A page
// has hundreds of words: starts of each would take as much memory as the words do.
func (p *page) size(word, at int) int {
	if size := p.sizes[word]; size < unsized {
		return int(size)
	}
	return p.measured(at)
}

// measured is size, by reading; apart from it, so that size itself costs no call.
func (p *page) measured(at int) int {
	n, rest := shard.Number(p.places[at:])
	for range n {
		_, rest = shard.Number(rest)
	}
	return len(p.places) - at - len(rest)
}
