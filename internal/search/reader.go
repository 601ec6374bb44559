package search

import (
	"slices"
	"sync"

	"github.com/microleadership/playbook/internal/parallel"
	"github.com/microleadership/playbook/internal/search/shard"
	"github.com/microleadership/playbook/internal/search/words"
)

// reader takes documents apart, one after the other.
type reader struct {
	words lexicon
	pages []*page

	splitter words.Splitter
	of       []int32 // of each word: its number within the page
	seen     []int32 // of each word: the last page that has it
	tokens   []token // of the page

	starts, next, positions []int32
	out                     []byte
}

// token is an occurrence of a word, by its number within the page.
type token struct{ entry, pos int32 }

// read fills pages. Readers number the words that they meet each for itself, so that
// they need not wait for each other; at the end all get the numbers of the vocabulary.
func read(pages []*page, v *vocabulary) {
	var mu sync.Mutex
	var readers []*reader
	parallel.Each(len(pages), inRow, func() func(int) {
		r := &reader{}
		mu.Lock()
		readers = append(readers, r)
		mu.Unlock()
		return func(i int) { r.read(pages[i]) }
	})
	for _, r := range readers {
		numbers := make([]int32, len(r.words.texts))
		for i, text := range r.words.texts {
			numbers[i] = v.number(text)
		}
		for _, p := range r.pages {
			for i, term := range p.terms {
				p.terms[i] = numbers[term]
			}
			for i := range p.neighbours {
				p.neighbours[i].term = numbers[p.neighbours[i].term]
			}
			v.retain(p.terms)
		}
	}
}

func (r *reader) read(p *page) {
	p.doc = p.given
	if !isClean(p.given) {
		p.doc = clean(*p.given)
	}
	p.lang = words.Primary(p.doc.Lang)
	p.compounds = words.Compounds(p.lang)
	r.pages = append(r.pages, p)
	r.tokens = r.tokens[:0]
	at := 0
	for f, values := range fields(p.doc) {
		for i, value := range values {
			if i > 0 {
				at += gap
			}
			n := r.splitter.Each(value, func(text []byte, pos int) { r.meet(p, text, at+pos) })
			at += n
			p.length[f] += n
			if f <= fieldAsks {
				r.note(p, uint8(f), value)
			}
		}
		p.ends[f] = at
		at += gap
	}
	r.place(p)
}

// meet notes an occurrence. A word may be the whole and a part at one position: it is
// noted once, when it is placed.
func (r *reader) meet(p *page, text []byte, pos int) {
	term := r.words.number(text)
	if int(term) == len(r.of) {
		r.of, r.seen = append(r.of, 0), append(r.seen, 0)
	}
	if page := int32(len(r.pages)); r.seen[term] != page {
		r.seen[term], r.of[term] = page, int32(len(p.terms))
		p.terms = append(p.terms, term)
	}
	r.tokens = append(r.tokens, token{r.of[term], int32(pos)})
}

// note remembers the words of a title, of which some are neighbours.
func (r *reader) note(p *page, field uint8, text string) {
	first := true
	for _, t := range words.Split(text) {
		if !t.Whole {
			p.neighbours = append(p.neighbours, neighbour{r.words.number([]byte(t.Term)), int32(t.Pos), field, first})
			first = false
		}
	}
}

// place writes down where each word is. The tokens are in order of position; they
// are sorted by word, by counting.
func (r *reader) place(p *page) {
	n := len(p.terms)
	r.starts, r.positions, r.out = zeros(r.starts, n+1), zeros(r.positions, len(r.tokens)), r.out[:0]
	for _, t := range r.tokens {
		r.starts[t.entry+1]++
	}
	for i := range n {
		r.starts[i+1] += r.starts[i]
	}
	r.next = append(r.next[:0], r.starts...)
	for _, t := range r.tokens {
		if at := r.next[t.entry]; at == r.starts[t.entry] || r.positions[at-1] != t.pos {
			r.positions[at] = t.pos
			r.next[t.entry]++
		}
	}
	p.sizes = make([]uint8, n)
	for i := range n {
		list := r.positions[r.starts[i]:r.next[i]]
		from := len(r.out)
		r.out = shard.AppendNumber(r.out, len(list))
		last := int32(0)
		for _, pos := range list {
			r.out = shard.AppendNumber(r.out, int(pos-last))
			last = pos
		}
		p.sizes[i] = uint8(min(len(r.out)-from, unsized))
	}
	p.places = slices.Clone(r.out)
	p.terms, p.neighbours = slices.Clone(p.terms), slices.Clone(p.neighbours) // kept for long, so without room to grow
}

// zeros returns a list of n zeros, in the memory of another if that has room.
func zeros(list []int32, n int) []int32 {
	list = slices.Grow(list[:0], n)[:n]
	clear(list)
	return list
}

// inRow is how many pages, cards or shards one processor takes at a time: each costs some 50 µs.
const inRow = 16
