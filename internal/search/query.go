package search

// slot is one word of a query. Documents fill it with any of its alternatives;
// the best one counts.
type slot struct {
	term   string
	pos    int  // number of the word in the query
	times  int  // how often the query has it
	stop   bool // says little
	whole  bool // a compound; it counts if the playbook knows it and is no loss if not
	prefix bool // the reader may still be typing it
}

// maxSlots bounds the work for a page pasted into the search box.
const maxSlots = 48

// parse splits a query into its different words, in order. The last word is a
// prefix unless something follows it, be it a space.
func parse(query string) []slot {
	var slots []slot
	seen := map[string]int{}
	for _, t := range analyse(query) {
		if i, ok := seen[t.term]; ok {
			slots[i].times++
			continue
		}
		if len(slots) == maxSlots {
			break
		}
		seen[t.term] = len(slots)
		slots = append(slots, slot{term: t.term, pos: t.pos, times: 1, stop: isStop(t.term), whole: t.whole, prefix: t.last && !t.whole})
	}
	return slots
}
