package words

import (
	"bytes"
	"unicode/utf8"
)

// part is a part of a compound, in chars: its term is from … to and, in don't, a t
// after that; it stands for from … end.
type part struct {
	from, to, end int
	t             bool
}

// word emits a word, or a compound whole and in parts.
func (s *Splitter) word() {
	from, dotted := s.i, s.dotted()
	if dotted {
		from--
	}
	s.parts = s.parts[:0]
	for s.part() {
		s.i++ // what joins it to the next
	}
	end := s.i
	s.i = s.suffix(end)
	if n := len(s.parts); n <= maxParts && (n > 1 || dotted || s.i > end) {
		s.compound(from, dotted)
	}
	for _, p := range s.parts {
		s.term = s.partText(s.term[:0], p)
		s.emit(s.term, p.from, p.end, false)
		s.pos++
	}
}

// part adds the part at i, goes on to its end, and says whether another is joined to it.
func (s *Splitter) part() (joined bool) {
	p := part{from: s.i, to: s.run(s.i, 0)}
	s.i = p.to
	if joined = s.joins(s.i); joined && s.at(s.i) == '\'' && s.contraction(s.i+1) {
		p.t = s.at(s.i+1) == 't'
		s.i, joined = s.run(s.i+1, 0), false
	}
	p.end = s.i
	s.parts = append(s.parts, p)
	return joined
}

// compound emits the parts, with what is around them up to i, as one.
func (s *Splitter) compound(from int, dotted bool) {
	s.whole = s.whole[:0]
	if dotted {
		s.whole = append(s.whole, "dot"...)
	}
	end := 0
	for n, p := range s.parts {
		if n > 0 && s.isWritten(end) {
			s.whole = append(s.whole, byte(s.at(end)))
		}
		s.whole = s.partText(s.whole, p)
		end = p.end
	}
	for ; end < s.i; end++ {
		s.whole = append(s.whole, byte(s.at(end)))
	}
	s.whole = cut(s.whole)
	if s.term = s.partText(s.term[:0], s.parts[0]); !bytes.Equal(s.whole, s.term) {
		s.emit(s.whole, from, s.i, true)
	}
}

// isWritten says whether the char at i, which joins two parts, is part of the term.
func (s *Splitter) isWritten(i int) bool {
	switch s.at(i) {
	case '\'':
		return false
	case '-':
		return isDigit(s.at(i-1)) && isDigit(s.at(i+1))
	}
	return true
}

// dotted says whether the word at i has a dot of its own before it: not the end of a
// word, an ellipsis or a decimal point.
func (s *Splitter) dotted() bool {
	before := s.class(s.i - 2)
	return s.at(s.i-1) == '.' && s.at(s.i-2) != '.' && !isDigit(s.at(s.i)) &&
		(before&(letter|clings) == 0 || before&unspaced != 0)
}

// joins says whether the char at i joins two parts of a compound.
func (s *Splitter) joins(i int) bool {
	if next := s.class(i + 1); next&letter == 0 || next&unspaced != 0 {
		return false
	}
	switch s.at(i) {
	case '_', '-', '.', '\'', '&':
		return true
	case ':':
		return isDigit(s.at(i-1)) && isDigit(s.at(i+1))
	}
	return false
}

// contraction says whether 's, 't, 're … starts at i and ends a word: the English
// endings that are dropped, but for the t of don't.
func (s *Splitter) contraction(i int) bool {
	switch s.run(i, 0) - i {
	case 1:
		c := s.at(i)
		return c == 's' || c == 't' || c == 'd' || c == 'm'
	case 2:
		a, b := s.at(i), s.at(i+1)
		return b == 'e' && (a == 'r' || a == 'v') || a == 'l' && b == 'l'
	}
	return false
}

// partText appends the term of a part.
func (s *Splitter) partText(term []byte, p part) []byte {
	n := len(term)
	if term = s.text(term, p.from, p.to); p.t {
		term = append(term[:n], cut(append(term[n:], 't'))...)
	}
	return term
}

// suffix returns the end of the ++ of c++ or the # of c# if there is one at i.
func (s *Splitter) suffix(i int) int {
	end := i
	for s.at(end) == '+' || s.at(end) == '#' {
		end++
	}
	if end > i+2 || s.class(end)&letter != 0 {
		return i
	}
	return end
}

// cut shortens a term to what is indexed of it.
func cut(term []byte) []byte {
	if len(term) <= maxTerm {
		return term
	}
	for i, n := 0, 0; i < len(term); n++ {
		if n == maxTerm {
			return term[:i]
		}
		_, size := utf8.DecodeRune(term[i:])
		i += size
	}
	return term
}
