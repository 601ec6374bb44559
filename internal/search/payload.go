package search

import (
	"slices"
	"strconv"

	"github.com/microleadership/playbook/internal/search/shard"
)

// shardPlan is a shard that is not written yet.
type shardPlan struct {
	name  string                  // a letter for its kind, and a number
	write func(out []byte) []byte // appends its payload
}

func (s shardPlan) kind() string { return s.name[:1] }

// shards returns all shards, in a fixed order of kinds.
func (x *Index) shards() []shardPlan {
	var list []shardPlan
	add := func(kind string, number int, write func(out []byte) []byte) {
		list = append(list, shardPlan{kind + strconv.Itoa(number), write})
	}
	l := x.layout
	for i := range l.terms {
		add("t", i, func(out []byte) []byte { return x.appendTerms(out, i) })
	}
	for i := 0; i*l.together < len(l.terms); i++ {
		add("p", i, func(out []byte) []byte { return x.appendPlaces(out, i*l.together) })
	}
	for i := range l.spelling {
		add("e", i, func(out []byte) []byte { return x.appendEnds(out, i) })
	}
	for i := range l.docs {
		add("d", i, func(out []byte) []byte { return x.appendTexts(out, i) })
	}
	if len(x.facets) > 0 {
		add("f", 0, func(out []byte) []byte { return x.appendFacets(out) })
	}
	return list
}

// appendTerms writes words of the dictionary, in five lines: the words; how far
// back each one's previous form is, 0 for none; postings; documents that mean it; pairs. If words lead
// to documents, these are a sixth.
func (x *Index) appendTerms(out []byte, i int) []byte {
	from, to := span(x.layout.terms, i, len(x.words))
	line := func(separator string, write func(id int)) {
		for id := from; id < to; id++ {
			if id > from {
				out = append(out, separator...)
			}
			write(id)
		}
	}
	var word []byte
	names := shard.NewFront(out)
	for id := from; id < to; id++ {
		word = append(word[:0], x.words[id].text...)
		names.Add(word)
	}
	out = append(names.Out, '\n')
	line("", func(id int) { out = shard.AppendNumber(out, x.back(id)) })
	out = append(out, '\n')
	line(" ", func(id int) { out = append(out, x.postings(id)...) })
	out = append(out, '\n')
	line(" ", func(id int) { out = appendDocs(out, x.meant.of(id)) })
	out = append(out, '\n')
	line(" ", func(id int) { out = x.appendPairs(out, id) })
	if len(x.leads.ends) > 0 {
		out = x.appendLeads(append(out, '\n'), from, to)
	}
	return out
}

func (x *Index) appendPairs(out []byte, id int) []byte {
	begin := len(out)
	x.pairs.each(id, func(second, _ int, postings []byte) {
		if len(out) > begin {
			out = append(out, ',')
		}
		out = append(append(append(out, x.words[second].text...), '='), postings...)
	})
	return out
}

// back returns how many words before a word the previous of its family is.
func (x *Index) back(id int) int {
	family := x.family(id)
	if i, _ := slices.BinarySearch(family, int32(id)); i > 0 {
		return id - int(family[i-1])
	}
	return 0
}

// appendDocs writes documents, each as how many lie between it and the one before.
func appendDocs(out []byte, docs []int32) []byte {
	next := int32(0)
	for _, doc := range docs {
		out = shard.AppendNumber(out, int(doc-next))
		next = doc + 1
	}
	return out
}

// appendPlaces writes the positions of the words of a few shards, a line for each. A
// minus stands for a word that is too common.
func (x *Index) appendPlaces(out []byte, first int) []byte {
	for i := first; i < min(first+x.layout.together, len(x.layout.terms)); i++ {
		if i > first {
			out = append(out, '\n')
		}
		from, to := span(x.layout.terms, i, len(x.words))
		for id := from; id < to; id++ {
			if id > from {
				out = append(out, ' ')
			}
			if x.common(id) {
				out = append(out, '-')
			} else {
				out = append(out, x.places(id)...)
			}
		}
	}
	return out
}

// appendEnds writes words with their letters reversed, and of each how common it is.
func (x *Index) appendEnds(out []byte, i int) []byte {
	from, to := span(x.layout.spelling, i, len(x.layout.byEnd))
	var word []byte
	names := shard.NewFront(out)
	for _, id := range x.layout.byEnd[from:to] {
		word = appendReversed(word[:0], x.words[id].text)
		names.Add(word)
	}
	out = append(names.Out, '\n')
	for _, id := range x.layout.byEnd[from:to] {
		out = shard.AppendDigit(out, x.commonness(int(id)))
	}
	return out
}

// appendTexts writes what is shown of documents as JSON: a list of cards.
func (x *Index) appendTexts(out []byte, i int) []byte {
	from, to := span(x.layout.docs, i, len(x.cards))
	out = append(out, '[')
	for doc := from; doc < to; doc++ {
		if doc > from {
			out = append(out, ',')
		}
		d := x.cards[doc].document()
		out = append(appendShown(append(out, '['), &d), ']')
	}
	return append(out, ']')
}

// appendFacets writes a line for each facet: for each value, the documents that
// have it.
func (x *Index) appendFacets(out []byte) []byte {
	for i, c := range x.facets {
		if i > 0 {
			out = append(out, '\n')
		}
		for v, docs := range c.docs {
			if v > 0 {
				out = append(out, ' ')
			}
			out = appendDocs(out, docs)
		}
	}
	return out
}
