package words

import (
	"sync"
	"unicode/utf8"
)

const (
	// maxTerm bounds a term, in code points; the rest of a longer one is cut.
	maxTerm = 40
	// maxParts is how many parts a compound may have to be indexed whole as well.
	maxParts = 4
)

var splitters = sync.Pool{New: func() any { return new(Splitter) }}

// Split splits text into tokens, in order of position; a compound stands before
// its first part, with which it shares the position.
func Split(text string) []Token {
	s := splitters.Get().(*Splitter)
	defer splitters.Put(s)
	s.chars, s.tokens, s.pos = s.fold(s.chars[:0], text), nil, 0
	s.scan()
	return s.tokens
}

// emit hands on a term that stands for the chars from … to.
func (s *Splitter) emit(term []byte, from, to int, whole bool) {
	if s.yield != nil {
		if !whole || !s.apart {
			s.yield(term, s.pos)
		}
		return
	}
	s.tokens = append(s.tokens, Token{
		Term:  string(term),
		Start: s.chars[from].start, End: s.chars[to-1].end,
		Pos: s.pos, Last: to == len(s.chars), Whole: whole,
	})
}

// scan emits the words of the chars.
func (s *Splitter) scan() {
	for s.i = 0; ; {
		for s.class(s.i)&letter == 0 {
			if s.i++; s.i >= len(s.chars) {
				return
			}
		}
		if s.class(s.i)&unspaced != 0 {
			s.pairs()
		} else {
			s.word()
		}
	}
}

// at returns the char at i, or a space outside the text.
func (s *Splitter) at(i int) rune {
	if i < 0 || i >= len(s.chars) {
		return ' '
	}
	return s.chars[i].r
}

func (s *Splitter) class(i int) class {
	if i < 0 || i >= len(s.chars) {
		return 0
	}
	return s.chars[i].class
}

// run returns the end of the stretch of letters of one kind, spaced or not, that
// starts at i.
func (s *Splitter) run(i int, kind class) int {
	for i < len(s.chars) {
		c := s.chars[i].class
		if c&letter != 0 && c&unspaced != kind || c&(letter|clings) == 0 {
			break
		}
		i++
	}
	return i
}

// pairs emits each two neighbours of a stretch of text that is written without
// spaces, where words cannot be told without a dictionary. A lone character is a
// token itself, and so is the last one, as a whole: every character thus begins a term.
func (s *Splitter) pairs() {
	to := s.run(s.i, unspaced)
	a, b := s.i, s.character(s.i, to)
	if b == to {
		s.token(a, b)
	}
	for b < to {
		next := s.character(b, to)
		if next == to {
			s.term = s.text(s.term[:0], b, to)
			s.emit(s.term, b, to, true)
		}
		s.token(a, next)
		a, b = b, next
	}
	s.i = to
}

// character returns where the character at i ends, its marks included: the extended
// grapheme cluster of Unicode as far as these scripts need it.
func (s *Splitter) character(i, to int) int {
	for i++; i < to; i++ {
		if s.chars[i].class&clings == 0 && !isVowelAM(s.chars[i-1].r, s.chars[i].r) {
			break
		}
	}
	return i
}

// isVowelAM says whether two chars are what the Thai and Lao vowel am is made of.
func isVowelAM(a, b rune) bool {
	return a == 0x0E4D && b == 0x0E32 || a == 0x0ECD && b == 0x0EB2
}

// token emits the chars from … to and goes on to the next position.
func (s *Splitter) token(from, to int) {
	s.term = s.text(s.term[:0], from, to)
	s.emit(s.term, from, to, false)
	s.pos++
}

// text appends the chars from … to to a term, as far as there is room.
func (s *Splitter) text(term []byte, from, to int) []byte {
	for _, c := range s.chars[from:min(to, from+maxTerm)] {
		term = utf8.AppendRune(term, c.r)
	}
	return term
}
