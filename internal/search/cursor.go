package search

import "github.com/microleadership/playbook/internal/search/shard"

// cursor goes through the lists of a word, postings and places together.
type cursor struct {
	lists     lists
	at, end   extent
	before    int // the document as the lists have it, -1 before the first
	doc       int // the document as it is now
	level     int
	positions int // where its positions begin; they end at at
	more      bool
}

// newCursor stands before the lists of a word; of none, it has nothing.
func newCursor(of *inverted, id int) cursor {
	if id < 0 {
		return cursor{}
	}
	return cursor{lists: of.lists, at: beginOf(of.words, id), end: of.words[id].ends, before: -1}
}

// next goes on to the next document, and says whether there is one. With now, the
// documents have those numbers, and some are not there any more.
func (c *cursor) next(now []int32) bool {
	for c.at.postings < c.end.postings {
		step, at := shard.Number(c.lists.postings, c.at.postings)
		c.before += step + 1
		c.level = shard.Digit(c.lists.postings[at])
		c.at.postings = at + 1
		_, c.positions = shard.Number(c.lists.places, c.at.places)
		c.at.places = skipPositions(c.lists.places, c.positions)
		c.doc = c.before
		if now != nil {
			c.doc = int(now[c.before])
		}
		if c.doc >= 0 {
			c.more = true
			return true
		}
	}
	c.more = false
	return false
}
