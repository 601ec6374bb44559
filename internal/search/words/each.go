package words

import "unicode/utf8"

// Splitter splits texts, one after the other, and keeps its buffers: the way for
// many texts. The zero Splitter is ready; it is not for two goroutines at once.
type Splitter struct {
	folder
	chars  []char
	i      int // next char
	pos    int // of the next token
	parts  []part
	whole  []byte
	term   []byte
	plain  [maxTerm]byte              // the term that simple has read
	tokens []Token                    // what Split has found
	yield  func(term []byte, pos int) // of Each; nil in Split
	apart  bool                       // words that are written together are not yielded whole
}

// Each calls yield with the terms and positions of the tokens of text, the same as
// Split's and in the same order, and returns the number of positions. A term is
// valid until yield returns.
func Each(text string, yield func(term []byte, pos int)) int {
	s := splitters.Get().(*Splitter)
	defer splitters.Put(s)
	return s.Each(text, yield)
}

// kind is what a byte is to Each.
type kind uint8

const (
	between kind = iota // separates words, whatever stands around it
	sign                // may join words, or end one as + does
	dot
	word // a letter or digit
	wide // of a character that is not ASCII
)

var kinds = func() (kinds [256]kind) {
	for b := range kinds {
		if b >= utf8.RuneSelf {
			kinds[b] = wide
		} else if ascii[b].class != 0 {
			kinds[b] = word
		}
	}
	for _, b := range "_-'&:+#" {
		kinds[b] = sign
	}
	kinds['.'] = dot
	return kinds
}()

// letters are the ASCII letters and digits folded, and 0 for all else.
var letters = func() (letters [256]byte) {
	for b := range utf8.RuneSelf {
		if ascii[b].class != 0 {
			letters[b] = byte(ascii[b].r)
		}
	}
	return letters
}()

// Each is the function Each with the buffers of s.
//
// Most words are plain ASCII between two bytes that separate words in any case.
// They are read here and now; folding them to chars first, as Split does, takes ten
// times as long. The rest goes Split's way, from one separator to the next, which
// finds the same since no rule looks across a separator.
func (s *Splitter) Each(text string, yield func(term []byte, pos int)) int {
	s.yield, s.pos = yield, 0
	defer func() { s.yield = nil }()
	for i := 0; i < len(text); {
		switch kinds[text[i]] {
		case between, sign:
			i++
		case dot:
			i = s.dots(text, i)
		case wide:
			i = s.field(text, i)
		default:
			n, end, ok := s.simple(text, i)
			if !ok {
				i = s.field(text, i)
				continue
			}
			yield(s.plain[:n], s.pos)
			s.pos++
			i = end
		}
	}
	return s.pos
}

// simple reads the ASCII word at i into s.plain, and says how long its term is, where
// it ends, and whether it is a token for itself: whether nothing that follows could
// belong to it.
func (s *Splitter) simple(text string, i int) (n, end int, ok bool) {
	for ; i < len(text); i++ {
		b := letters[text[i]]
		if b == 0 {
			break
		}
		if n < maxTerm {
			s.plain[n] = b
			n++
		}
	}
	if i == len(text) {
		return n, i, true
	}
	switch b := text[i]; kinds[b] {
	case between:
		return n, i, true
	case sign, dot:
		return n, i, b != '+' && b != '#' && (i+1 == len(text) || kinds[text[i+1]] <= dot)
	}
	return n, i, false
}

// dots goes on behind the dots at i, or to the end of what they belong to.
func (s *Splitter) dots(text string, i int) int {
	j := i
	for j < len(text) && text[j] == '.' {
		j++
	}
	if j < len(text) && (kinds[text[j]] == wide || j == i+1 && kinds[text[j]] == word && !isDigit(rune(text[j]))) {
		return s.field(text, i)
	}
	return j
}

// Apart is Each without those tokens that are Whole.
func (s *Splitter) Apart(text string, yield func(term []byte, pos int)) {
	s.apart = true
	s.Each(text, yield)
	s.apart = false
}

// field splits what is between i and the next separator, and returns where that is.
func (s *Splitter) field(text string, i int) int {
	end := i
	for end < len(text) && kinds[text[end]] != between {
		end++
	}
	s.chars = s.fold(s.chars[:0], text[i:end])
	s.scan()
	return end
}
