package search

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/search/shard"
)

// shardKind is all shards of a kind.
type shardKind struct {
	letter   string // that their names begin with
	payloads []string
}

// payloads returns what the shards hold, in a fixed order of kinds.
func (x *Index) payloads() ([]shardKind, error) {
	terms := shardKind{letter: "t"}
	places := shardKind{letter: "p"}
	for i := range x.layout.terms {
		from, to := span(x.layout.terms, i, len(x.words))
		terms.payloads = append(terms.payloads, x.termPayload(from, to))
		if i%x.layout.together == 0 {
			places.payloads = append(places.payloads, x.placePayload(from, to))
		} else {
			places.payloads[len(places.payloads)-1] += "\n" + x.placePayload(from, to)
		}
	}
	ends := shardKind{letter: "e"}
	for i := range x.layout.spelling {
		from, to := span(x.layout.spelling, i, len(x.layout.byEnd))
		ends.payloads = append(ends.payloads, x.endPayload(x.layout.byEnd[from:to]))
	}
	texts := shardKind{letter: "d"}
	for i := range x.layout.docs {
		from, to := span(x.layout.docs, i, len(x.docs))
		text, err := textPayload(x.docs[from:to])
		if err != nil {
			return nil, err
		}
		texts.payloads = append(texts.payloads, text)
	}
	kinds := []shardKind{terms, places, ends, texts}
	if len(x.facets) > 0 {
		kinds = append(kinds, shardKind{"f", []string{x.facetPayload()}})
	}
	return kinds, nil
}

// termPayload writes words of the dictionary, in five lines: the words; how far
// back each one's previous form is, 0 for none; postings; documents that mean it; pairs.
func (x *Index) termPayload(from, to int) string {
	var names shard.Front
	var families, postings, meant, pairs []byte
	for id := from; id < to; id++ {
		w := x.words[id]
		if id > from {
			postings, meant, pairs = append(postings, ' '), append(meant, ' '), append(pairs, ' ')
		}
		names.Add(w.text)
		families = shard.AppendNumber(families, x.back(id))
		postings = appendPostings(postings, w.postings)
		meant = appendDocs(meant, w.meant)
		for i, p := range w.pairs {
			if i > 0 {
				pairs = append(pairs, ',')
			}
			pairs = append(append(pairs, x.words[p.second].text...), '=')
			pairs = appendPostings(pairs, p.postings)
		}
	}
	return strings.Join([]string{names.String(), string(families), string(postings), string(meant), string(pairs)}, "\n")
}

// back returns how many words before a word the previous of its family is.
func (x *Index) back(id int) int {
	family := x.family(id)
	if i, _ := slices.BinarySearch(family, id); i > 0 {
		return id - family[i-1]
	}
	return 0
}

// appendPostings writes, of each document, how many lie between it and the one
// before, and its level.
func appendPostings(out []byte, list []posting) []byte {
	next := 0
	for _, p := range list {
		out = shard.AppendNumber(out, p.doc()-next)
		out = shard.AppendDigit(out, p.level())
		next = p.doc() + 1
	}
	return out
}

// appendDocs writes documents, each as how many lie between it and the one before.
func appendDocs[T int | int32](out []byte, docs []T) []byte {
	next := T(0)
	for _, doc := range docs {
		out = shard.AppendNumber(out, int(doc-next))
		next = doc + 1
	}
	return out
}

// placePayload writes the positions of words: of each document the distance from
// the one before, how many positions there are, and each one's distance from the
// one before. A minus stands for a word that is too common.
func (x *Index) placePayload(from, to int) string {
	var out []byte
	for id := from; id < to; id++ {
		if id > from {
			out = append(out, ' ')
		}
		if x.common(id) {
			out = append(out, '-')
			continue
		}
		doc := 0
		x.eachPlace(id, func(d int, positions []int) {
			out = shard.AppendNumber(out, d-doc)
			out = shard.AppendNumber(out, len(positions))
			doc = d
			last := 0
			for _, position := range positions {
				out = shard.AppendNumber(out, position-last)
				last = position
			}
		})
	}
	return string(out)
}

// endPayload writes words with their letters reversed, and of each how common it is.
func (x *Index) endPayload(list []backward) string {
	var names shard.Front
	var common []byte
	for _, e := range list {
		names.Add(e.text)
		common = shard.AppendDigit(common, x.commonness(e.id))
	}
	return names.String() + "\n" + string(common)
}

// facetPayload writes a line for each facet: for each value, the documents that
// have it.
func (x *Index) facetPayload() string {
	var out []byte
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
	return string(out)
}
