package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// char is one code point of folded text with the bytes of the source that it
// stands for. Several chars may share a source (ﬁ → f i), and a char may stand
// for several code points (e + combining acute → e).
type char struct {
	r          rune
	class      class
	start, end int
}

// maxMarks is how many combining marks of one letter are looked at. More occur in
// no language; the limit keeps normalisation linear, and below the 30 from which
// on x/text inserts joiners that browsers do not.
const maxMarks = 8

// folder maps text to the form in which words are compared: compatibility
// decomposed, lower case, without diacritics, recomposed. It goes cluster by
// cluster (a letter and its marks) so that every char knows its source.
//
// Normalising costs a hundred times what looking up does, so results are kept: of
// letters alone the last for each low ten bits, of letters with marks those of the
// last few thousand. They depend on nothing else and are never out of date.
type folder struct {
	letters  [1024]folded
	clusters map[string][]char
}

// folded is what a letter without marks folds to, without places in a source.
type folded struct {
	r       rune
	chars   []char
	extends bool // r belongs to the letter before it
	drops   bool // r after another letter changes nothing
}

const maxClusters = 4096

// fold appends the chars of text to chars.
func (f *folder) fold(chars []char, text string) []char {
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf && (i+1 == len(text) || text[i+1] < utf8.RuneSelf) {
			chars = append(chars, char{ascii[b].r, ascii[b].class, i, i + 1})
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		end, bare := f.cluster(text, r, i+n)
		switch {
		case !bare:
			chars = place(chars, f.marked(text[i:end]), i, end)
		case b < utf8.RuneSelf:
			chars = append(chars, char{ascii[b].r, ascii[b].class, i, end})
		default:
			chars = place(chars, f.letter(r).chars, i, end)
		}
		i = end
	}
	return chars
}

// place appends folded chars with the place in the source that they stand for.
func place(chars, folded []char, start, end int) []char {
	for _, c := range folded {
		chars = append(chars, char{c.r, c.class, start, end})
	}
	return chars
}

// ascii are the ASCII characters folded.
var ascii = func() (ascii [utf8.RuneSelf]char) {
	for b := range ascii {
		r := unicode.ToLower(rune(b))
		ascii[b] = char{r: r, class: classOf(r)}
	}
	return ascii
}()

// cluster returns where the marks end that follow the letter r, and whether the
// letter is bare: has none but such that are dropped. ASCII signs take no marks,
// so a sign like a comma separates words whatever follows.
func (f *folder) cluster(text string, r rune, i int) (end int, bare bool) {
	bare = true
	if r < utf8.RuneSelf && ascii[r].class == 0 {
		return i, bare
	}
	for i < len(text) && text[i] >= utf8.RuneSelf {
		mark, n := utf8.DecodeRuneInString(text[i:])
		m := f.letter(mark)
		if !m.extends {
			break
		}
		bare = bare && m.drops && (r < 0x400 || mark != 0x306 && mark != 0x308) // й
		i += n
	}
	return i, bare
}

// letter returns what is known of a letter without marks.
func (f *folder) letter(r rune) *folded {
	e := &f.letters[r%rune(len(f.letters))]
	if e.r != r {
		*e = folded{r, unplaced(string(r)), extends(r), ignorable(r)}
	}
	return e
}

// marked returns what a letter with marks folds to.
func (f *folder) marked(s string) []char {
	chars, ok := f.clusters[s]
	if !ok {
		if f.clusters == nil || len(f.clusters) >= maxClusters {
			f.clusters = map[string][]char{}
		}
		chars = unplaced(s)
		if len(s) <= 64 { // longer ones are no letters of any language
			f.clusters[strings.Clone(s)] = chars
		}
	}
	return chars
}

// unplaced folds a cluster to chars that are in no source.
func unplaced(s string) []char {
	var chars []char
	for _, r := range foldCluster(s) {
		chars = append(chars, char{r: r, class: classOf(r)})
	}
	return chars
}

// extends says whether r belongs to the letter before it: combining marks, the
// halfwidth voicing marks of kana, and the vowels and finals of Hangul.
func extends(r rune) bool {
	return isMark(r) || r == 0xFF9E || r == 0xFF9F || isFinalJamo(r)
}

func foldCluster(s string) []rune {
	kept := make([]rune, 0, maxMarks+1)
	for _, r := range s {
		if kept = append(kept, r); len(kept) > maxMarks {
			break
		}
	}
	folded := make([]rune, 0, 2*len(kept))
	before := ' '
	for _, r := range norm.NFKD.String(string(kept)) {
		r = unicode.ToLower(r)
		if !ignorable(r) {
			before = r
		} else if !isCyrillicLetter(before, r) {
			continue
		}
		folded = append(folded, plain(r)...)
	}
	return []rune(norm.NFC.String(string(folded)))
}

// ignorable says whether r carries nothing that a reader would type: accents and
// vowel points that are commonly left out, joiners, variation and direction marks.
// The ranges are explicit because marks of other scripts are letters to their
// readers (the voicing marks of kana, the vowels of Devanagari).
func ignorable(r rune) bool {
	switch {
	case 0x0300 <= r && r <= 0x036F, // Latin, Greek, Cyrillic accents
		0x0591 <= r && r <= 0x05BD, r == 0x05BF, // Hebrew points
		r == 0x05C1, r == 0x05C2, r == 0x05C4, r == 0x05C5, r == 0x05C7,
		0x0610 <= r && r <= 0x061A, r == 0x0640, 0x064B <= r && r <= 0x065F, // Arabic points, tatweel
		r == 0x0670, 0x06D6 <= r && r <= 0x06DC, 0x06DF <= r && r <= 0x06E4,
		r == 0x06E7, r == 0x06E8, 0x06EA <= r && r <= 0x06ED,
		0x20D0 <= r && r <= 0x20FF, // enclosing marks of emoji
		0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x2069, r == 0x061C, r == 0x00AD, r == 0xFEFF,
		0xFE00 <= r && r <= 0xFE0F:
		return true
	}
	return false
}

// isCyrillicLetter says whether a mark makes another letter of the one before it:
// й, ў and ї, which nobody types without, unlike ё and the signs of stress.
func isCyrillicLetter(before, mark rune) bool {
	return mark == 0x0306 && (before == 'и' || before == 'у') || mark == 0x0308 && before == 'і'
}
