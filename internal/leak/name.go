package leak

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// name is a protected name as it was listed.
type name struct {
	words   []word
	running string // letters of a name in a script without spaces, else ""
}

// word is a word of a name: its letters, without the hyphens and apostrophes in it.
type word struct {
	letters string
	soft    []int // where a hyphen, apostrophe or space may stand: O'Brien, Anne-Marie, van der Berg
	common  bool  // an everyday word too
	capital bool
	key     bool // what a field is called, no word of the name
}

// parse understands “Jane Marie Doe”, “Doe, Jane”, “Jane van der Doe”.
func parse(listed string) name {
	listed = bare(listed)
	if family, given, ok := strings.Cut(listed, ","); ok {
		listed = given + " " + family
	}
	if strings.ContainsFunc(listed, unspaced) {
		return name{running: letters(listed)}
	}
	var n name
	particle := false
	for typed := range strings.FieldsFuncSeq(listed, func(r rune) bool { return unicode.IsSpace(r) || r == '_' }) {
		w := newWord(typed)
		if w.letters == "" {
			continue
		}
		if particle {
			last := &n.words[len(n.words)-1]
			last.soft = append(last.soft, len(last.letters))
			for _, s := range w.soft {
				last.soft = append(last.soft, len(last.letters)+s)
			}
			last.letters += w.letters
			last.common, last.capital = false, last.capital || w.capital
			particle = !w.capital
			continue
		}
		particle = !w.capital && len(n.words) > 0 && strings.ContainsFunc(listed, unicode.IsUpper)
		n.words = append(n.words, w)
	}
	return n
}

func newWord(typed string) word {
	var w word
	for part := range strings.FieldsFuncSeq(typed, func(r rune) bool { return signOf(r) != letterSign && !joinsUnseen(r) }) {
		f := letters(part)
		if f == "" {
			continue
		}
		if w.letters != "" {
			w.soft = append(w.soft, len(w.letters))
		} else {
			r, _ := utf8.DecodeRuneInString(part)
			w.capital = unicode.IsUpper(r) || unicode.IsTitle(r)
		}
		w.letters += f
	}
	w.common = everyday(w.letters)
	return w
}

func letters(text string) string {
	var out strings.Builder
	for _, r := range text {
		out.WriteString(fold(r))
	}
	return out.String()
}

// initial is the first letter of a word.
func (w word) initial() string {
	_, size := utf8.DecodeRuneInString(w.letters)
	return w.letters[:size]
}

// isInitial says whether only the first letter is listed, as in “Jane M. Doe”.
func (w word) isInitial() bool { return len(w.letters) == len(w.initial()) }

// pieces are the parts of a double name that people leave the other half of.
func (w word) pieces() []word {
	var out []word
	from := 0
	for _, to := range append(w.soft[:len(w.soft):len(w.soft)], len(w.letters)) {
		if part := w.letters[from:to]; len(w.soft) > 0 && utf8.RuneCountInString(part) > 2 {
			out = append(out, word{letters: part, common: everyday(part), capital: w.capital})
		}
		from = to
	}
	return out
}

// spelledOut writes ä, ö, ü, ø and å with two letters, as forms and addresses do.
var spelledOut = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe", "Å", "Aa")

func composed(s string) string { return norm.NFC.String(s) }
