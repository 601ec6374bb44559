package words

import "unicode"

// class is what a folded character is to the splitter.
type class uint8

const (
	letter   class = 1 << iota // begins or continues a word; numbers too
	clings                     // belongs to the letter before it
	unspaced                   // of a script in which words cannot be told by spaces
)

func classOf(r rune) class {
	var c class
	if isLetter(r) {
		c |= letter
	}
	if isUnspaced(r) {
		c |= unspaced
	}
	if isMark(r) || isFinalJamo(r) {
		c |= clings
	}
	return c
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || isDigit(r)
	}
	return unicode.In(r, unicode.L, unicode.N)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// isFinalJamo says whether r is a vowel or final of Hangul that is written as a
// letter of its own and read as part of a syllable.
func isFinalJamo(r rune) bool {
	return 0x1160 <= r && r <= 0x11FF || 0xD7B0 <= r && r <= 0xD7FF
}

// isUnspaced says whether r belongs to a script that is written without spaces, or
// to Korean. The ranges are explicit because both twins have to have the same.
func isUnspaced(r rune) bool {
	return r >= 0x0E00 && (r <= 0x0EFF || // Thai, Lao
		0x1000 <= r && r <= 0x109F || // Burmese
		0x1100 <= r && r <= 0x11FF || // Hangul jamo
		0x1780 <= r && r <= 0x17FF || // Khmer
		0x1950 <= r && r <= 0x19DF || // Tai Le, New Tai Lue
		0x1A20 <= r && r <= 0x1AAF || // Tai Tham
		0x3005 <= r && r <= 0x3007 ||
		0x3040 <= r && r <= 0x31FF || // kana, bopomofo, Hangul jamo
		0x3400 <= r && r <= 0x9FFF || // Han
		0xA960 <= r && r <= 0xA9FF || // Hangul jamo, Javanese, Burmese
		0xAA60 <= r && r <= 0xAADF || // Burmese, Tai Viet
		0xAC00 <= r && r <= 0xD7FF || // Hangul
		0xF900 <= r && r <= 0xFAFF ||
		0x1B000 <= r && r <= 0x1B16F || // historic kana
		0x20000 <= r && r <= 0x3FFFF) // Han
}

// Unspaced says whether r belongs to a script in which words cannot be told by
// spaces, so that terms are pairs of characters and no words.
func Unspaced(r rune) bool { return isUnspaced(r) }
