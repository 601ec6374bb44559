package search

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
)

// lexicon numbers the words that it is shown: 0, 1, 2 … It is a hash table for the one
// thing that a build does millions of times; Go's own, which does not know that keys
// are short and never go, takes several times as long.
//
// Few words are most of a text, and these are soon met: so what is looked at by number lies
// together for them, near to the processor.
type lexicon struct {
	text  []byte    // of all words, one after the other
	heads []head    // of each word
	slots []slotted // a power of two, a quarter of them free at least
}

// head is a word's beginning, and where the whole is. Most have no more than a beginning.
type head struct {
	begin    uint64 // the first eight bytes
	at, size uint32 // in text
}

// slotted is a place in the table: a part of the hash, and a number plus one, 0 for none.
type slotted struct{ tag, number uint32 }

// lexiconSeed keeps others from choosing words that all come to lie in one place.
var lexiconSeed = rand.Uint64() | 1

func (l *lexicon) len() int { return len(l.heads) }

// word returns the word of a number, until the next is numbered.
func (l *lexicon) word(number int) []byte {
	h := l.heads[number]
	return l.text[h.at : h.at+h.size]
}

func (l *lexicon) number(text []byte) int32 {
	if 4*len(l.heads) >= 3*len(l.slots) {
		l.grow()
	}
	begin := beginning(text)
	hash := hash(begin, text)
	mask := uint32(len(l.slots) - 1)
	for i := uint32(hash) & mask; ; i = (i + 1) & mask {
		s := &l.slots[i]
		if s.number == 0 {
			l.heads = append(l.heads, head{begin, uint32(len(l.text)), uint32(len(text))})
			l.text = append(l.text, text...)
			*s = slotted{uint32(hash >> 32), uint32(len(l.heads))}
			return int32(s.number - 1)
		}
		if s.tag != uint32(hash>>32) {
			continue
		}
		h := &l.heads[s.number-1]
		if h.begin == begin && int(h.size) == len(text) && (len(text) <= 8 || bytes.Equal(l.text[h.at:h.at+h.size], text)) {
			return int32(s.number - 1)
		}
	}
}

// beginning returns the first eight bytes of a word as a number, with zeros for those
// that it lacks.
func beginning(text []byte) uint64 {
	if len(text) >= 8 {
		return binary.LittleEndian.Uint64(text)
	}
	if cap(text) >= 8 {
		return binary.LittleEndian.Uint64(text[:8]) & (1<<(8*len(text)) - 1)
	}
	var begin [8]byte
	copy(begin[:], text)
	return binary.LittleEndian.Uint64(begin[:])
}

func hash(begin uint64, text []byte) uint64 {
	h := (begin ^ uint64(len(text))) * lexiconSeed
	for len(text) > 8 {
		text = text[8:]
		h = (h ^ h>>29 ^ beginning(text)) * lexiconSeed
	}
	return h ^ h>>32
}

func (l *lexicon) grow() {
	l.slots = make([]slotted, max(1024, 2*len(l.slots)))
	mask := uint32(len(l.slots) - 1)
	for n, h := range l.heads {
		hash := hash(h.begin, l.word(n))
		i := uint32(hash) & mask
		for l.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = slotted{uint32(hash >> 32), uint32(n + 1)}
	}
}
