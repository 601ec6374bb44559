package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// char is one code point of folded text with the bytes of the source that it
// stands for. Several chars may share a source (ﬁ → f i), and a char may stand
// for several code points (e + combining acute → e).
type char struct {
	r          rune
	start, end int
}

// maxMarks is how many combining marks of one letter are looked at. More occur in
// no language; the limit keeps normalisation linear, and below the 30 from which
// on x/text inserts joiners that browsers do not.
const maxMarks = 8

// fold maps text to the form in which words are compared: compatibility
// decomposed, lower case, without diacritics, recomposed. It goes cluster by
// cluster (a letter and its marks) so that every char knows its source.
func fold(s string) []char {
	chars := make([]char, 0, len(s))
	for i := 0; i < len(s); {
		end := cluster(s, i)
		if end == i+1 { // ASCII alone, or a byte that is not UTF-8
			chars = append(chars, char{foldASCII(s[i]), i, end})
		} else {
			for _, r := range foldCluster(s[i:end]) {
				chars = append(chars, char{r, i, end})
			}
		}
		i = end
	}
	return chars
}

// cluster returns where the cluster that starts at i ends.
func cluster(s string, i int) int {
	if s[i] < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < utf8.RuneSelf) {
		return i + 1
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	for i += n; i < len(s) && s[i] >= utf8.RuneSelf; i += n {
		var r rune
		if r, n = utf8.DecodeRuneInString(s[i:]); !extends(r) {
			break
		}
	}
	return i
}

// extends says whether r belongs to the letter before it: combining marks, the
// halfwidth voicing marks of kana, and the vowels and finals of Hangul.
func extends(r rune) bool {
	return unicode.Is(unicode.M, r) || r == 0xFF9E || r == 0xFF9F || 0x1160 <= r && r <= 0x11FF
}

func foldASCII(b byte) rune {
	switch {
	case 'A' <= b && b <= 'Z':
		return rune(b) + 'a' - 'A'
	case b >= utf8.RuneSelf:
		return utf8.RuneError
	}
	return rune(b)
}

func foldCluster(s string) []rune {
	first, marks := true, 0
	kept := make([]rune, 0, 4)
	for _, r := range s {
		if !first {
			if marks++; marks > maxMarks {
				break
			}
		}
		first = false
		kept = append(kept, r)
	}
	folded := make([]rune, 0, len(kept))
	for _, r := range norm.NFKD.String(string(kept)) {
		if r = unicode.ToLower(r); !ignorable(r) {
			folded = append(folded, letters(r)...)
		}
	}
	return []rune(norm.NFC.String(string(folded)))
}

// letters spells out what decomposition leaves alone, as people do who lack the key.
func letters(r rune) []rune {
	switch r {
	case 'ß':
		return []rune("ss")
	case 'æ':
		return []rune("ae")
	case 'œ':
		return []rune("oe")
	case 'þ':
		return []rune("th")
	case 'ø':
		return []rune("o")
	case 'đ', 'ð':
		return []rune("d")
	case 'ł':
		return []rune("l")
	case 'ı':
		return []rune("i")
	case 'ς':
		return []rune("σ")
	case '‘', '’', 'ʼ':
		return []rune("'")
	case '‐':
		return []rune("-")
	}
	return []rune{r}
}

// ignorable says whether r carries nothing that a reader would type: accents and
// vowel points that are commonly left out, joiners, variation and direction marks.
// The ranges are explicit because marks of other scripts are letters to their
// readers (the voicing marks of kana, the vowels of Devanagari).
func ignorable(r rune) bool {
	switch {
	case 0x0300 <= r && r <= 0x036F, // Latin, Greek, Cyrillic accents
		0x0591 <= r && r <= 0x05BD, r == 0x05BF, r == 0x05C1, r == 0x05C2, // Hebrew points
		r == 0x0640, 0x064B <= r && r <= 0x065F, r == 0x0670, // Arabic points, tatweel
		0x20D0 <= r && r <= 0x20FF, // enclosing marks of emoji
		0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x2069, r == 0x00AD, r == 0xFEFF,
		0xFE00 <= r && r <= 0xFE0F:
		return true
	}
	return false
}
