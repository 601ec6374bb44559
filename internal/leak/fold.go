package leak

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns the plain letters of a character: lower case, without accents, ligatures
// spelt out. What is no letter has none.
func fold(r rune) string {
	switch {
	case r < utf8.RuneSelf:
		if f := letterOf[r]; f > special {
			return asciiLetters[f-'a' : f-'a'+1]
		}
		return ""
	case r < tabled:
		return foldTable()[r]
	default:
		return foldSlowly(r)
	}
}

const (
	asciiLetters = "abcdefghijklmnopqrstuvwxyz"
	tabled       = 0x2100 // below: the alphabets that texts are full of
)

// foldTable is made when the first character beyond ASCII is met: most programs that import
// this never scan.
var foldTable = sync.OnceValue(func() []string {
	table := make([]string, tabled)
	for r := rune(utf8.RuneSelf); r < tabled; r++ {
		table[r] = foldSlowly(r)
	}
	return table
})

// spelt are letters that have no accent to take off and are written plainly all the same.
var spelt = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ł': "l", 'ı': "i",
	'ŋ': "n", 'ŧ': "t", 'ĸ': "k", 'ς': "σ", 'ə': "e", 'ƒ': "f", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k",
}

func foldSlowly(r rune) string {
	if joinsUnseen(r) {
		return ""
	}
	if r >= 0x4E00 && r <= 0x9FFF {
		return string(r)
	}
	var out strings.Builder
	for _, d := range norm.NFKD.String(string(r)) {
		d = unicode.ToLower(d)
		if plain, ok := spelt[d]; ok {
			out.WriteString(plain)
		} else if isLetter(d) && !joinsUnseen(d) {
			out.WriteRune(d)
		}
	}
	return out.String()
}

// isLetter counts the vowel signs of Thai, Lao, Khmer, Burmese and the scripts of India as
// letters: they are marks, but names differ in nothing else.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// joinsUnseen says whether a character can stand between two letters of a word unseen, or only
// changes the one before it: accents, vowel points, soft hyphens, joiners, directions.
func joinsUnseen(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF, r == 0x640: // soft hyphen … tatweel
		return true
	case r >= 0x300 && r <= 0x36F, r >= 0x1AB0 && r <= 0x1AFF, r >= 0x1DC0 && r <= 0x1DFF, r >= 0x20D0 && r <= 0x20FF, r >= 0xFE20 && r <= 0xFE2F:
		return true
	case r >= 0x483 && r <= 0x489, r >= 0x591 && r <= 0x5C7 && r != 0x5BE && r != 0x5C0 && r != 0x5C3 && r != 0x5C6:
		return true
	case r >= 0x610 && r <= 0x61A, r >= 0x64B && r <= 0x65F, r == 0x670, r >= 0x6D6 && r <= 0x6ED && unicode.Is(unicode.Mn, r):
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE01EF:
		return true
	}
	return false
}

// unspaced says whether a script puts no spaces between words, or, as Korean does, writes endings
// onto names.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// special marks the bytes that are not what they seem; a byte that is neither a letter nor
// special is 0.
const special = 1

var letterOf = func() (table [256]byte) {
	for c := range table {
		switch b := byte(c) | 0x20; {
		case b >= 'a' && b <= 'z' && c < utf8.RuneSelf:
			table[c] = b
		case c >= utf8.RuneSelf, c == '&', c == '%', c == '\\', c == '<':
			table[c] = special
		}
	}
	return table
}()
