package search

// titleWords are the words of titles, aliases and asks, of all documents in a row: those of
// which some are neighbours.
type titleWords struct {
	list []neighbour
	ends []int32 // of each document
}

func (t *titleWords) of(doc int) []neighbour {
	from := int32(0)
	if doc > 0 {
		from = t.ends[doc-1]
	}
	return t.list[from:t.ends[doc]]
}

// entitle puts the titles of all documents in a row: of those that were there with their words
// by the numbers of now, of those that were read as they are.
func (c *collection) entitle(last titleWords, read []*fresh) {
	c.titles = titleWords{make([]neighbour, 0, len(last.list)), make([]int32, 0, len(c.pages))}
	for _, was := range c.was {
		if was >= 0 {
			for _, n := range last.of(int(was)) {
				n.term = c.renewed.now[n.term]
				c.titles.list = append(c.titles.list, n)
			}
		} else {
			for _, n := range read[0].neighbours {
				n.term = c.renewed.read[c.rank[read[0].reader.ids[n.term]]]
				c.titles.list = append(c.titles.list, n)
			}
			read = read[1:]
		}
		c.titles.ends = append(c.titles.ends, int32(len(c.titles.list)))
	}
}
