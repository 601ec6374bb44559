package search

import "github.com/microleadership/playbook/internal/search/shard"

// page is what is kept of a document besides its words. It does not change.
type page struct {
	key    Key
	lang   string  // the primary one
	length lengths // words of each field
	ends   lengths // positions at which the fields end
	size   int     // bytes of the body
	words  int     // how many different ones it has
	facets string  // see eachFacet
	card   card
}

// neighbour is a word of a title, alias or ask.
type neighbour struct {
	term  int32
	pos   int32
	field uint8
	first bool // of its text
}

// impact returns the impact of a word whose positions on a page begin at a place, and
// the place where they end.
func (p *page) impact(places []byte, at int, norms *norms) (impact float32, end int) {
	n, at := shard.Number(places, at)
	position, field := 0, 0
	for range n {
		var step int
		step, at = shard.Number(places, at)
		position += step
		for position >= int(p.ends[field]) {
			field++
		}
		impact += float32(norms[field])
	}
	return impact, at
}
