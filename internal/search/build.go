package search

import (
	"slices"
	"strings"

	"github.com/microleadership/playbook/internal/search/words"
)

// gap separates the positions of fields, and of values of one field, so that words
// on either side are no neighbours.
const gap = 8

// Build indexes documents. Bytes that are not UTF-8 become U+FFFD.
func Build(docs []Document, o Options) *Index { return build(docs, o, publishedSizes) }

func build(docs []Document, o Options, s sizes) *Index {
	x := &Index{docs: make([]Document, len(docs)), weights: defaultWeights()}
	for i, d := range docs {
		x.docs[i] = clean(d)
	}
	b := builder{weights: x.weights, ids: map[string]int{}}
	for i, d := range x.docs {
		b.document(i, d)
	}
	x.stop, x.compound = b.stopWords(), b.compound
	b.sort()
	norms := b.weights.norms(b.lengths)
	b.score(norms)
	b.addParts()
	x.words, x.ids = b.dictionary(), b.ids
	x.families = b.families(x.words)
	follow(x.words, b.pairs(x.docs, x.stop, norms))
	x.endings = x.commonEndings()
	x.imply()
	x.facets = columns(o.Facets, x.docs)
	x.docs = shorten(x.docs)
	for _, d := range x.docs {
		x.places = append(x.places, locate(d.Body, d.Headings))
	}
	x.layout = x.cut(s)
	return x
}

// builder collects what documents say about words.
type builder struct {
	weights  weights
	ids      map[string]int
	terms    []*term
	lengths  []lengths
	ends     []lengths // positions at which the fields end
	langs    []string  // languages that occur
	compound bool
}

// term is a word while it is collected.
type term struct {
	text  string
	langs uint64 // numbers of the languages that it occurs in
	occurrences
	hits []hit
}

// hit is a document with an impact that is not yet a level.
type hit struct {
	doc    int32
	impact float32
}

// document adds all fields of a document.
func (b *builder) document(doc int, d Document) {
	var length, end lengths
	lang := b.lang(d.Lang)
	at := 0
	for f, values := range fields(d) {
		for i, value := range values {
			if i > 0 {
				at += gap
			}
			n := words.Each(value, func(text []byte, pos int) {
				t := b.term(text)
				t.langs |= lang
				t.add(doc, at+pos)
			})
			at += n
			length[f] += n
		}
		end[f] = at
		at += gap
	}
	b.lengths, b.ends = append(b.lengths, length), append(b.ends, end)
}

// fields returns the texts of each field, in the order of the field constants.
func fields(d Document) [fieldCount][]string {
	headings := make([]string, len(d.Headings))
	for i, h := range d.Headings {
		headings[i] = h.Text
	}
	return [fieldCount][]string{{d.Title}, d.Aliases, d.Asks, {d.Summary}, headings, d.Tags, {d.Body}}
}

// term returns the term of a text, a new one if need be.
func (b *builder) term(text []byte) *term {
	if id, ok := b.ids[string(text)]; ok {
		return b.terms[id]
	}
	t := &term{text: string(text)}
	b.ids[t.text] = len(b.terms)
	b.terms = append(b.terms, t)
	return t
}

// maxLangs is how many languages a term's set holds; further ones are not stemmed.
const maxLangs = 64

// lang returns the set that has only the language of a tag: en and en-GB have the
// same words.
func (b *builder) lang(tag string) uint64 {
	lang := words.Primary(tag)
	i := slices.Index(b.langs, lang)
	if i < 0 {
		i = len(b.langs)
		b.langs = append(b.langs, lang)
		b.compound = b.compound || words.Compounds(lang)
	}
	if i >= maxLangs {
		return 0
	}
	return 1 << i
}

// sort puts the terms into the order of the dictionary.
func (b *builder) sort() {
	slices.SortFunc(b.terms, func(s, t *term) int { return strings.Compare(s.text, t.text) })
	for id, t := range b.terms {
		b.ids[t.text] = id
	}
}

// score turns occurrences into impacts.
func (b *builder) score(norms [][fieldCount]float64) {
	for _, t := range b.terms {
		field := 0
		eachOccurrence(t.bytes, func(doc, position int) {
			if n := len(t.hits); n == 0 || int(t.hits[n-1].doc) != doc {
				t.hits = append(t.hits, hit{doc: int32(doc)})
				field = 0
			}
			for position >= b.ends[doc][field] {
				field++
			}
			t.hits[len(t.hits)-1].impact += float32(norms[doc][field])
		})
	}
}

// dictionary returns the words with their postings.
func (b *builder) dictionary() []word {
	list := make([]word, len(b.terms))
	for id, t := range b.terms {
		list[id] = word{text: t.text, postings: postings(t.hits), places: t.bytes}
		t.hits = nil // there may be gigabytes of them
	}
	return list
}

func postings(hits []hit) []posting {
	list := make([]posting, len(hits))
	for i, h := range hits {
		list[i] = newPosting(int(h.doc), float64(h.impact))
	}
	return list
}

// stopWords returns the words that say little: those of all languages that occur,
// less those that a page has in a language in which they tell something, as an
// English page does that has the German "war".
func (b *builder) stopWords() map[string]bool {
	set := map[string]bool{}
	lists := make([]map[string]bool, len(b.langs))
	for i, lang := range b.langs {
		lists[i] = map[string]bool{}
		for _, w := range words.StopWords(lang) {
			lists[i][w], set[w] = true, true
		}
	}
	for w := range set {
		id, ok := b.ids[w]
		for i := range min(len(lists), maxLangs) {
			if ok && b.terms[id].langs&(1<<i) != 0 && !lists[i][w] {
				delete(set, w)
			}
		}
	}
	return set
}
