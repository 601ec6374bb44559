package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// functionWords are the words that say little, most frequent first. They are real,
// since engines know them by name.
var functionWords = strings.Fields(`the of and to in a is that for it as was with be by on not this are or
	his from at which but have an had they you were their one all we can her has there been if more when will
	would who so no out up into them then its only some could these two may do first any my now such like over
	than our even most after also did many before must through where much your how should because each those
	just very still between own under while here both same another too us upon until however`)

// Letters as often as they are roughly in English; a text of equally frequent
// ones would compress worse than any that people write.
var (
	onsets = strings.Fields("t t t s s s r r n n d d l l m m c c p p b b f f h h g w v st tr pr ch sh pl gr k br cl j qu sp th fl")
	vowels = strings.Fields("e e e e e a a a a i i i o o o u u ea ou ai")
	codas  = strings.Fields("n n n t t t r r r l l d d s m m nt st ck nd rt p g ct rm x sh mp rk")
)

// term is a word that has forms.
type term struct {
	stem  string
	class class
}

type class int

const (
	particle class = iota // has one form
	noun
	verb
)

// lexicon coins words, each once.
type lexicon struct {
	rng  *rand.Rand
	seen map[string]bool
}

func (l *lexicon) one(list []string) string { return list[l.rng.IntN(len(list))] }

// coin makes a word of so many syllables, or more if those are taken.
func (l *lexicon) coin(syllables int) string {
	for ; ; syllables++ {
		var b strings.Builder
		for range syllables {
			b.WriteString(l.one(onsets) + l.one(vowels))
		}
		b.WriteString(l.one(codas))
		if word := b.String(); !l.seen[word] {
			l.seen[word] = true
			return word
		}
	}
}

func (l *lexicon) term(syllables int) term {
	if l.rng.IntN(3) == 0 {
		return term{l.coin(syllables), verb}
	}
	return term{l.coin(syllables), noun}
}

// rarity makes what keeps a vocabulary growing: names, numbers, compounds and long
// derivations.
func (l *lexicon) rarity(known func() term) string {
	switch k := l.rng.IntN(20); {
	case k < 9:
		return capitalised(l.coin(1 + l.rng.IntN(3)))
	case k < 11:
		return fmt.Sprint(1900 + l.rng.IntN(130))
	case k < 13:
		return fmt.Sprintf("%d.%d", l.rng.IntN(100), l.rng.IntN(100))
	case k < 16:
		return known().stem + l.one([]string{"-", "-", "_"}) + known().stem
	case k < 18:
		return l.one([]string{"un", "re", "over", "micro"}) + known().stem + l.one([]string{"ness", "ment", "ation", "able"})
	default:
		return l.coin(3 + l.rng.IntN(2))
	}
}

// form gives a word an ending, the plain one most often.
func (t term) form(rng *rand.Rand) string {
	if t.class == particle {
		return t.stem
	}
	switch k := rng.IntN(100); {
	case k < 22:
		return t.stem + plural(t.stem)
	case t.class == noun:
		return t.stem
	case k < 36:
		return t.stem + "ed"
	case k < 50:
		return t.stem + "ing"
	case k < 55:
		return t.stem + "er"
	}
	return t.stem
}

func plural(stem string) string {
	if strings.HasSuffix(stem, "s") || strings.HasSuffix(stem, "x") || strings.HasSuffix(stem, "sh") {
		return "es"
	}
	return "s"
}

func capitalised(word string) string {
	return strings.ToUpper(word[:1]) + word[1:]
}
