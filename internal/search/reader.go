package search

import (
	"encoding/binary"

	"github.com/microleadership/playbook/internal/search/shard"
	"github.com/microleadership/playbook/internal/search/words"
)

// fresh is a document that was read, as long as others are still missing.
type fresh struct {
	doc        int
	page       *page // without a card
	draft      draft
	body       text
	reader     *reader
	words      []byte // each word, by the number it has in the reader's lexicon, and its positions after their length in bytes
	neighbours []neighbour
}

// reader takes documents apart, one after the other. It numbers the words that it meets
// for itself, so that readers need not wait for each other.
type reader struct {
	lexicon  lexicon
	ids      []int32 // of the words of the lexicon: their numbers among those of all readers, when all is read
	splitter words.Splitter
	room     room

	pages   int32
	at      int         // position at which the text begins that is read
	met     []meeting   // of each word of the lexicon
	entries []entry     // of the page: its words
	tokens  []token     // of the page
	notes   []neighbour // of the page
	field   uint8       // of notes
	first   bool        // of notes
	meet    func(text []byte, pos int)
	note    func(text []byte, pos int)

	list, out []byte
}

// meeting is where a word was met: the last page that has it, and its number within that.
type meeting struct{ page, entry int32 }

// entry is a word of the page.
type entry struct{ term, count, first, last int32 }

// token is an occurrence of a word, and the next of the same, -1 for none.
type token struct{ pos, next int32 }

func newReader() *reader {
	r := &reader{}
	r.meet, r.note = r.meets, r.noted
	return r
}

// read takes a document apart. Nothing of it is kept.
func (r *reader) read(f *fresh, d *Document) {
	p := f.page
	f.reader = r
	r.pages++
	r.entries, r.tokens, r.notes = r.entries[:0], r.tokens[:0], r.notes[:0]
	at := 0
	for n, values := range fields(d) {
		for i, value := range values {
			if i > 0 {
				at += gap
			}
			r.at = at
			length := r.splitter.Each(value, r.meet)
			at += length
			p.length[n] += int32(length)
			if n <= fieldAsks {
				r.field, r.first = uint8(n), true
				r.splitter.Apart(value, r.note)
			}
		}
		p.ends[n] = int32(at)
		at += gap
	}
	p.words = len(r.entries)
	f.words = r.room.keep(r.place())
	f.neighbours = append([]neighbour(nil), r.notes...)
}

// meets notes an occurrence. A word may be the whole and a part at one position: then it is
// noted once.
func (r *reader) meets(text []byte, pos int) {
	term := r.lexicon.number(text)
	if int(term) == len(r.met) {
		r.met = append(r.met, meeting{})
	}
	at, is := int32(len(r.tokens)), token{int32(r.at + pos), -1}
	m := &r.met[term]
	if m.page != r.pages {
		*m = meeting{r.pages, int32(len(r.entries))}
		r.entries = append(r.entries, entry{term, 1, at, at})
		r.tokens = append(r.tokens, is)
		return
	}
	e := &r.entries[m.entry]
	if last := &r.tokens[e.last]; last.pos != is.pos {
		last.next = at
		e.last = at
		e.count++
		r.tokens = append(r.tokens, is)
	}
}

// noted remembers the words of a title, of which some are neighbours.
func (r *reader) noted(text []byte, pos int) {
	r.notes = append(r.notes, neighbour{r.lexicon.number(text), int32(pos), r.field, r.first})
	r.first = false
}

// place writes down where each word is.
func (r *reader) place() []byte {
	r.out = r.out[:0]
	for _, e := range r.entries {
		r.list = shard.AppendNumber(r.list[:0], int(e.count))
		for last, at := int32(0), e.first; at >= 0; at = r.tokens[at].next {
			pos := r.tokens[at].pos
			r.list = shard.AppendNumber(r.list, int(pos-last))
			last = pos
		}
		r.out = binary.AppendUvarint(r.out, uint64(e.term))
		r.out = binary.AppendUvarint(r.out, uint64(len(r.list)))
		r.out = append(r.out, r.list...)
	}
	return r.out
}

// room keeps pieces of bytes, many in one piece of memory.
type room struct{ free []byte }

func (r *room) keep(piece []byte) []byte {
	if len(r.free) < len(piece) {
		r.free = make([]byte, max(128<<10, len(piece)))
	}
	n := copy(r.free, piece)
	kept := r.free[:n:n]
	r.free = r.free[n:]
	return kept
}

// each yields the words of a fresh document and where their positions begin and end.
func (f *fresh) each(yield func(number int32, from, to int)) {
	for at := 0; at < len(f.words); {
		var term, size uint64
		term, at = uvarint(f.words, at)
		size, at = uvarint(f.words, at)
		yield(f.reader.ids[term], at, at+int(size))
		at += int(size)
	}
}

// uvarint reads a number at a place, and returns the place that follows.
func uvarint(b []byte, at int) (n uint64, end int) {
	if b[at] < 0x80 {
		return uint64(b[at]), at + 1
	}
	n, size := binary.Uvarint(b[at:])
	return n, at + size
}

// inRow is how many pages, cards or shards one processor takes at a time: each costs some 50 µs.
const inRow = 16
