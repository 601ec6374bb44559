package search

import (
	"slices"
	"unicode/utf8"

	"github.com/microleadership/playbook/internal/search/words"
)

// request is a query that is understood.
type request struct {
	text    string
	slots   []slot
	phrases []phrase
	without []phrase // a word or a phrase that must not occur
	filters []filter
}

// slot is one word of a query. Documents fill it with any of its alternatives;
// the best one counts.
type slot struct {
	term       string
	start, end int  // in the query
	pos        int  // number of the word in the query
	times      int  // how often the query has it
	stop       bool // says little
	whole      bool // a compound; it counts if the playbook knows it and is no loss if not
	prefix     bool // the reader may still be typing it
}

// phrase is words that follow each other.
type phrase []string

const (
	// maxContent is how many different words that say something are looked for. Of a
	// page pasted into the search box the first ones tell what it is about, and all
	// of it tells which of them it is about most.
	maxContent = 32
	// maxQuery is how much of a query is read, in code points.
	maxQuery = 4096
)

// parse understands a query: words, and what syntax finds.
func (x *Index) parse(q Query) request {
	r := request{text: plainQuotes(cutQuery(cleanText(q.Text)))}
	r.slots = x.slots(x.syntax(&r))
	for i, c := range x.facets {
		if values := q.Filters[c.Name]; len(values) > 0 {
			f := filter{facet: i}
			for v := range c.Values {
				if slices.Contains(values, c.Values[v].Value) {
					f.values = append(f.values, v)
				}
			}
			r.filters = append(r.filters, f)
		}
	}
	return r
}

func cutQuery(text string) string {
	n := 0
	for i := range text {
		if n++; n > maxQuery {
			return text[:i]
		}
	}
	return text
}

// slots splits the words of a query, each different one once. The last is a
// prefix unless something follows it, be it a space.
func (x *Index) slots(text string) []slot {
	var slots []slot
	seen := map[string]int{}
	content := 0
	for _, t := range words.Split(text) {
		if t.Whole && lone(t.Term) {
			continue
		}
		if i, ok := seen[t.Term]; ok {
			slots[i].times++
			continue
		}
		s := slot{
			term: t.Term, start: t.Start, end: t.End, pos: t.Pos, times: 1,
			stop: x.stop[t.Term], whole: t.Whole, prefix: t.Last && !t.Whole,
		}
		if !s.stop {
			if content == maxContent {
				continue
			}
			if !s.whole {
				content++
			}
		}
		seen[t.Term] = len(slots)
		slots = append(slots, s)
	}
	return slots
}

// lone says whether a term is the last character of a pair, which is in the index for
// those who look for it alone, and asks for too much in a query that has the pair.
func lone(term string) bool {
	r, _ := utf8.DecodeRuneInString(term)
	return words.Unspaced(r)
}
