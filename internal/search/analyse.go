package search

import (
	"strings"
	"unicode"
)

// token is a word of a text in the form in which the index has it.
type token struct {
	term       string
	start, end int  // bytes of the source that it stands for
	pos        int  // number of the word within the text
	last       bool // nothing follows it, so a reader may still be typing it
	whole      bool // a compound (c++, snake_case) whose parts are tokens of their own
}

const (
	// maxTerm bounds a term, in code points; the rest of a longer word is cut.
	maxTerm = 40
	// maxParts is how many parts a compound may have to be indexed whole as well.
	maxParts = 4
)

// analyse splits text into tokens, in order of position; a compound stands before
// its first part, with which it shares the position.
func analyse(text string) []token {
	s := scanner{chars: fold(text)}
	for s.skip() {
		if isCJK(s.chars[s.i].r) {
			s.bigrams()
		} else {
			s.word()
		}
	}
	return s.tokens
}

type scanner struct {
	chars  []char
	i      int // next char
	pos    int // of the next word
	tokens []token
}

// skip goes on to the next word and says whether there is one.
func (s *scanner) skip() bool {
	for s.i < len(s.chars) && !startsWord(s.chars[s.i].r) {
		s.i++
	}
	return s.i < len(s.chars)
}

// run returns the end of the stretch of word characters that starts at i.
func (s *scanner) run(i int, cjk bool) int {
	for i < len(s.chars) && inWord(s.chars[i].r) && isCJK(s.chars[i].r) == cjk {
		i++
	}
	return i
}

// at returns the char at i, or a space beyond the end.
func (s *scanner) at(i int) rune {
	if i < len(s.chars) {
		return s.chars[i].r
	}
	return ' '
}

// bigrams emits each two neighbours of a stretch of text that is written without
// spaces, where words cannot be told without a dictionary; a lone character is
// a token itself.
func (s *scanner) bigrams() {
	from, to := s.i, s.run(s.i, true)
	for i := from; i+1 < to; i++ {
		s.emit(s.text(i, i+2), i, i+2, false)
	}
	if from+1 == to {
		s.emit(s.text(from, to), from, to, false)
	}
	s.i = to
}

// word emits a word, or a compound whole and in parts.
func (s *scanner) word() {
	from := s.i
	var parts [][2]int // chars
	var terms []string
	whole := ""
	for {
		to := s.run(s.i, false)
		parts, terms = append(parts, [2]int{s.i, to}), append(terms, s.text(s.i, to))
		whole += terms[len(terms)-1]
		s.i = to
		next := s.at(to + 1)
		if !connects(s.at(to)) || !startsWord(next) || isCJK(next) {
			break
		}
		if s.at(to) == '\'' && s.contraction(to+1) {
			if s.at(to+1) == 't' {
				terms[len(terms)-1] += "t"
				whole += "t"
			}
			s.i = s.run(to+1, false)
			parts[len(parts)-1][1] = s.i
			break
		}
		if c := s.at(to); c == '_' || c == '.' {
			whole += string(c)
		}
		s.i = to + 1
	}
	whole += s.suffix()
	if len(parts) <= maxParts && whole != terms[0] {
		s.emit(whole, from, s.i, true)
	}
	for i, p := range parts {
		s.emit(terms[i], p[0], p[1], false)
	}
}

// contraction says whether 's, 't, 're … starts at i and ends a word: the English
// endings that are dropped, but for the t of don't.
func (s *scanner) contraction(i int) bool {
	switch s.text(i, s.run(i, false)) {
	case "s", "t", "re", "ve", "ll", "d", "m":
		return true
	}
	return false
}

// suffix consumes the ++ of c++ and the # of c#.
func (s *scanner) suffix() string {
	i := s.i
	for s.at(i) == '+' || s.at(i) == '#' {
		i++
	}
	if i == s.i || i > s.i+2 || startsWord(s.at(i)) {
		return ""
	}
	text := s.text(s.i, i)
	s.i = i
	return text
}

func (s *scanner) text(from, to int) string {
	var b strings.Builder
	for _, c := range s.chars[from:to] {
		b.WriteRune(c.r)
	}
	return b.String()
}

// emit adds a token for the chars from … to; parts of a compound move on.
func (s *scanner) emit(term string, from, to int, whole bool) {
	s.tokens = append(s.tokens, token{
		term:  cut(term),
		start: s.chars[from].start, end: s.chars[to-1].end,
		pos: s.pos, last: to == len(s.chars), whole: whole,
	})
	if !whole {
		s.pos++
	}
}

func cut(term string) string {
	n := 0
	for i := range term {
		if n++; n > maxTerm {
			return term[:i]
		}
	}
	return term
}

func startsWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.N)
}

func inWord(r rune) bool { return startsWord(r) || r >= 0x80 && unicode.Is(unicode.M, r) }

func connects(r rune) bool { return r == '_' || r == '-' || r == '.' || r == '\'' }

// isCJK says whether r belongs to a script that is written without spaces, or to
// Korean, whose words take endings that no stemmer here knows.
func isCJK(r rune) bool {
	return r >= 0x0E00 && (r <= 0x0EFF || // Thai, Lao
		0x1000 <= r && r <= 0x109F || // Burmese
		0x1100 <= r && r <= 0x11FF || // Hangul jamo
		0x1780 <= r && r <= 0x17FF || // Khmer
		0x3005 <= r && r <= 0x3007 ||
		0x3040 <= r && r <= 0x31FF || // kana, Hangul jamo
		0x3400 <= r && r <= 0x9FFF || // Han
		0xA960 <= r && r <= 0xA97F ||
		0xAC00 <= r && r <= 0xD7FF || // Hangul
		0xF900 <= r && r <= 0xFAFF ||
		0x20000 <= r && r <= 0x3FFFF) // Han
}
