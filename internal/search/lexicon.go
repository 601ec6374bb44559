package search

import "hash/maphash"

// lexicon numbers the words that it is shown: 0, 1, 2 … It is a hash table for the one
// thing that a build does millions of times; Go's own, which does not know that keys
// are short and never go, takes several times as long.
type lexicon struct {
	texts []string
	slots []slotted // a power of two, half of them free at least
}

// slotted is a place in the table: a number plus one, 0 for none.
type slotted struct{ hash, number uint32 }

var lexiconSeed = maphash.MakeSeed()

func (l *lexicon) number(text []byte) int32 {
	if 2*len(l.texts) >= len(l.slots) {
		l.grow()
	}
	hash := uint32(maphash.Bytes(lexiconSeed, text))
	mask := uint32(len(l.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &l.slots[i]
		if s.number == 0 {
			l.texts = append(l.texts, string(text))
			*s = slotted{hash, uint32(len(l.texts))}
			return int32(s.number - 1)
		}
		if s.hash == hash && l.texts[s.number-1] == string(text) {
			return int32(s.number - 1)
		}
	}
}

func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]slotted, max(1024, 2*len(old)))
	mask := uint32(len(l.slots) - 1)
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := s.hash & mask
		for l.slots[i].number != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = s
	}
}
