package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Index is the searchable form of a list of documents. It does not change once
// it is built, so any number of searches may use it at a time.
type Index struct {
	docs     []Document
	spans    [][fieldCount]int // of each document: how many positions each field takes
	terms    []string          // sorted by bytes
	english  []bool            // of each term: a document in English has it
	postings [][]posting       // of each term, by document
	places   [][]int           // of each document: byte offset of each heading in Body, -1 unknown

	ids     map[string]int   // of terms
	stems   map[string][]int // the English terms that have a stem
	norms   []float64        // of document d and field f at d*fieldCount+f: what one occurrence counts
	weights weights
}

// posting is where a term occurs in a document: positions that run through all
// fields, ascending.
type posting struct {
	doc       int
	positions []int
}

// gap separates fields, and values of one field, so that words on either side
// are no neighbours. It counts as length too.
const gap = 8

// Build indexes documents. Bytes that are not UTF-8 become U+FFFD.
func Build(docs []Document) *Index {
	x := &Index{docs: make([]Document, len(docs)), weights: defaultWeights()}
	b := builder{ids: map[string]int{}}
	for i, d := range docs {
		x.docs[i] = clean(d)
		x.spans = append(x.spans, b.document(i, x.docs[i]))
		x.places = append(x.places, locate(x.docs[i].Body, x.docs[i].Headings))
	}
	x.terms = slices.Sorted(maps.Keys(b.ids))
	x.english = make([]bool, len(x.terms))
	x.postings = make([][]posting, len(x.terms))
	for id, term := range x.terms {
		old := b.ids[term]
		x.english[id], x.postings[id] = b.english[old], b.postings[old]
	}
	x.prepare()
	return x
}

// builder collects postings under ids in order of discovery.
type builder struct {
	ids      map[string]int
	english  []bool
	postings [][]posting
}

// document adds all fields of a document and returns their spans.
func (b *builder) document(doc int, d Document) [fieldCount]int {
	var spans [fieldCount]int
	from := 0
	for f, values := range fields(d) {
		start := from
		for i, value := range values {
			if i > 0 {
				from += gap
			}
			from += b.text(doc, from, value, isEnglish(d.Lang))
		}
		spans[f] = from - start
		from += gap
	}
	return spans
}

// fields returns the texts of each field, in the order of the field constants.
func fields(d Document) [fieldCount][]string {
	headings := make([]string, len(d.Headings))
	for i, h := range d.Headings {
		headings[i] = h.Text
	}
	return [fieldCount][]string{{d.Title}, d.Aliases, d.Asks, {d.Summary}, headings, d.Tags, {d.Body}}
}

// text adds the words of a text whose first is at position from, and returns how
// many there are.
func (b *builder) text(doc, from int, text string, english bool) int {
	n := 0
	for _, t := range analyse(text) {
		id, ok := b.ids[t.term]
		if !ok {
			id = len(b.postings)
			b.ids[t.term] = id
			b.postings, b.english = append(b.postings, nil), append(b.english, false)
		}
		b.english[id] = b.english[id] || english
		b.add(id, doc, from+t.pos)
		n = t.pos + 1
	}
	return n
}

// add notes an occurrence. A term may be whole and part at one position: it is
// noted once.
func (b *builder) add(id, doc, position int) {
	list := b.postings[id]
	if n := len(list); n == 0 || list[n-1].doc != doc {
		b.postings[id] = append(list, posting{doc, []int{position}})
		return
	}
	last := &list[len(list)-1].positions
	if (*last)[len(*last)-1] != position {
		*last = append(*last, position)
	}
}

// prepare derives what searching needs from what the file has.
func (x *Index) prepare() {
	x.ids = make(map[string]int, len(x.terms))
	x.stems = map[string][]int{}
	for id, term := range x.terms {
		x.ids[term] = id
		if x.english[id] {
			s := stem(term)
			x.stems[s] = append(x.stems[s], id)
		}
	}
	x.norms = make([]float64, len(x.docs)*fieldCount)
	for f := range fieldCount {
		mean := x.meanSpan(f)
		for d := range x.docs {
			b := x.weights.length[f]
			x.norms[d*fieldCount+f] = x.weights.field[f] / (1 - b + float64(b*float64(x.spans[d][f])/mean))
		}
	}
}

// meanSpan is the mean length of a field where there is one, so that a field that
// few documents have does not make them look long.
func (x *Index) meanSpan(f int) float64 {
	sum, n := 0, 0
	for _, spans := range x.spans {
		if spans[f] > 0 {
			sum += spans[f]
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return float64(sum) / float64(n)
}

// clean copies a document with all that is not UTF-8 replaced.
func clean(d Document) Document {
	for _, s := range []*string{&d.URL, &d.Title, &d.Summary, &d.Body, &d.Kind, &d.KindLabel, &d.Maturity, &d.Outcome, &d.Lang} {
		*s = cleanText(*s)
	}
	d.Aliases, d.Asks, d.Tags = cleanList(d.Aliases), cleanList(d.Asks), cleanList(d.Tags)
	d.Headings = slices.Clone(d.Headings)
	for i, h := range d.Headings {
		d.Headings[i] = Heading{cleanText(h.ID), cleanText(h.Text)}
	}
	facets := make(map[string][]string, len(d.Facets))
	for name, values := range d.Facets {
		facets[cleanText(name)] = cleanList(values)
	}
	d.Facets = facets
	return d
}

func cleanText(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func cleanList(list []string) []string {
	list = slices.Clone(list)
	for i, s := range list {
		list[i] = cleanText(s)
	}
	return list
}

// find returns the posting of a term in a document.
func (x *Index) find(id, doc int) ([]int, bool) {
	list := x.postings[id]
	i, ok := slices.BinarySearchFunc(list, doc, func(p posting, d int) int { return cmp.Compare(p.doc, d) })
	if !ok {
		return nil, false
	}
	return list[i].positions, true
}
