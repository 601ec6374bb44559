package check

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// scanner turns lines into words. Quotations and comments may go over several lines.
type scanner struct {
	p       *prose
	line    int32
	gap     gap
	quote   rune // the closing mark of the open quotation, or 0
	inBlock bool // in a block quote
	comment bool
}

func (s *scanner) endParagraph() { s.quote, s.gap = 0, gapSentence }

// block looks at how a line begins: paragraphs, items, headings and quotations.
func (s *scanner) block(line, trimmed string) {
	s.inBlock = strings.HasPrefix(strings.TrimLeft(line, " "), ">")
	switch {
	case trimmed == "":
		s.endParagraph()
	case strings.ContainsRune("#-*+|:", rune(trimmed[0])) || unicode.IsDigit(rune(trimmed[0])):
		s.gap = gapSentence
	}
}

func (s *scanner) scan(text string) {
	for i := 0; i < len(text); {
		if !s.comment { // most of a text is plain words and what stands between them
			if quiet[text[i]] {
				i++
				continue
			}
			if end, ok := plainWord(text, i); ok && (text[i] != 'h' || !strings.HasPrefix(text[i:], "http")) {
				s.add(word{line: s.line, start: int32(i), end: int32(end), plain: true})
				i = end
				continue
			}
		}
		if s.comment || text[i] == '<' || text[i] == '`' || text[i] == ']' || text[i] == 'h' {
			if n := s.skip(text[i:]); n > 0 {
				i += n
				continue
			}
		}
		n := wordLen(text[i:])
		if n > 0 {
			s.add(word{line: s.line, start: int32(i), end: int32(i + n)})
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		s.mark(r)
		i += size
	}
}

func (s *scanner) add(w word) {
	w.gap, w.quoted = s.gap, s.quote != 0 || s.inBlock
	s.p.words = append(s.p.words, w)
	s.gap = gapNone
}

// skip returns how many bytes of text are no prose: comments, code, addresses.
func (s *scanner) skip(text string) int {
	switch {
	case s.comment || strings.HasPrefix(text, "<!--"):
		end := strings.Index(text, "-->")
		s.comment = end < 0
		if end < 0 {
			return len(text)
		}
		return end + len("-->")
	case text[0] == '`':
		ticks := text[:len(text)-len(strings.TrimLeft(text, "`"))]
		if end := strings.Index(text[len(ticks):], ticks); end >= 0 {
			s.gap = max(s.gap, gapClause)
			return end + 2*len(ticks)
		}
		return len(ticks)
	case strings.HasPrefix(text, "]("):
		return 2 + strings.IndexAny(text[2:]+")", ") ")
	case strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://"):
		return strings.IndexAny(text+" ", " )>]")
	}
	return 0
}

// mark takes what stands between words into account.
func (s *scanner) mark(r rune) {
	switch r {
	case '.', '!', '?', '…', '|':
		s.gap = gapSentence
	case ',', ';', ':', '(', ')', '—', '–':
		s.gap = max(s.gap, gapClause)
	case '“', '«', '„':
		s.open(map[rune]rune{'“': '”', '«': '»', '„': '“'}[r])
	case '"':
		s.open('"')
	case '”', '»':
		s.close(r)
	}
}

func (s *scanner) open(closing rune) {
	if s.quote == closing && closing == '"' || s.quote == '“' {
		s.close(s.quote)
		return
	}
	s.quote, s.gap = closing, max(s.gap, gapClause)
}

func (s *scanner) close(r rune) {
	if s.quote == r {
		s.quote = 0
	}
	s.gap = max(s.gap, gapClause)
}

// plainWord returns the end of the word that begins at i, if it is one of ASCII letters and
// digits alone.
func plainWord(text string, i int) (end int, ok bool) {
	end = i
	for end < len(text) && inWord[text[end]] {
		end++
	}
	return end, end > i && (end == len(text) || endsWord[text[end]])
}

// wordLen returns the length of the word that text begins with, or 0. An apostrophe
// between letters belongs to it.
func wordLen(text string) int {
	n := 0
	for n < len(text) && inWord[text[n]] {
		n++
	}
	if n == len(text) || endsWord[text[n]] {
		return n
	}
	return longWordLen(text, n)
}

// longWordLen is wordLen of a word with more than ASCII letters behind n.
func longWordLen(text string, n int) int {
	for n < len(text) {
		c := text[n]
		if inWord[c] {
			n++
			continue
		}
		if endsWord[c] {
			break
		}
		r, size := utf8.DecodeRuneInString(text[n:])
		apostrophe := n > 0 && (r == '\'' || r == '’') && startsWithLetter(text[n+size:])
		if !apostrophe && !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			break
		}
		n += size
	}
	return n
}

// Of a byte, without a look at what stands around it: inWord says that it is a letter or
// digit, noWord that no word begins with it, endsWord that none goes on with it, and quiet
// that it is nothing but a place between two words. Of others only runes can tell.
var inWord, noWord, endsWord, quiet = func() (in, no, ends, quiet [256]bool) {
	for c := range utf8.RuneSelf {
		in[c] = unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))
		no[c] = !in[c]
		ends[c] = !in[c] && c != '\''
		quiet[c] = !in[c] && !strings.ContainsRune("<`].!?|,;:()\"", rune(c))
	}
	return in, no, ends, quiet
}()

func startsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}
