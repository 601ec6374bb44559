package search

import (
	"math/bits"

	"github.com/microleadership/playbook/internal/search/shard"
)

// The places of a word are kept as they are published: for each document the distance
// from the one before, how many positions there are, and each one's distance from
// the one before. A large playbook has tens of millions.

// eachPlace yields, for each document that has a word, its positions there. The list
// holds until the next call.
func eachPlace(places []byte, yield func(doc int, positions []int)) {
	doc, list := 0, []int(nil)
	for at := 0; at < len(places); {
		var step, n int
		step, at = shard.Number(places, at)
		doc += step
		n, at = shard.Number(places, at)
		list = list[:0]
		position := 0
		for range n {
			step, at = shard.Number(places, at)
			position += step
			list = append(list, position)
		}
		yield(doc, list)
	}
}

// skipPositions returns where the positions end that begin at a place: how many there
// are, and each.
func skipPositions(places []byte, at int) int {
	n, at := shard.Number(places, at)
	for range n {
		_, at = shard.Number(places, at)
	}
	return at
}

// maxPlaces is how many bytes of positions a word may have for them to be published:
// "the" in a large playbook has more than a reader should have to load. They are
// counted as if in digits of seven bits, one of which tells documents from positions.
const maxPlaces = 128 << 10

func tooCommon(places []byte) bool {
	if len(places) <= maxPlaces { // digits of five bits are never fewer
		return false
	}
	size, last := 0, 0
	eachPlace(places, func(doc int, positions []int) {
		size += sevens(doc-last, 1) + sevens(positions[0], 0)
		for i, position := range positions[1:] {
			size += sevens(position-positions[i], 1)
		}
		last = doc
	})
	return size > maxPlaces
}

// sevens is how many digits of seven bits a number has, and some bits besides.
func sevens(n, besides int) int { return max(1, (bits.Len(uint(n))+besides+6)/7) }

func (x *Index) common(id int) bool { return x.words[id].common }
