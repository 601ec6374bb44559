package words

import (
	"strings"
	"unicode/utf8"
)

// accents are endings of folded words that had an accent nearly always, and in which
// a stemmer needs it: parlée is not parlee to it. Longer ones first.
var accents = map[string][][2]string{
	"es": {
		{"cion", "ción"}, {"sion", "sión"}, {"aria", "aría"}, {"eria", "ería"}, {"iria", "iría"}, {"ian", "ían"},
	},
	"fr": {{"erent", "èrent"}, {"ees", "ées"}, {"ee", "ée"}},
	"pt": {
		{"assemos", "ássemos"},
		{"avamos", "ávamos"},
		{"encias", "ências"},
		{"ancias", "âncias"},
		{"iamos", "íamos"},
		{"encia", "ência"},
		{"ancia", "ância"},
		{"aveis", "áveis"},
		{"iveis", "íveis"},
		{"avel", "ável"},
		{"ivel", "ível"},
		{"coes", "ções"},
		{"soes", "sões"},
		{"cao", "ção"},
		{"sao", "são"},
	},
}

// accented gives a folded word the accent of its ending back.
func accented(lang, term string) string {
	for _, e := range accents[lang] {
		if begin, ok := strings.CutSuffix(term, e[0]); ok {
			return begin + e[1]
		}
	}
	return term
}

// unaccented folds what accented has brought in.
func unaccented(stem string) string {
	for i := range len(stem) {
		if stem[i] >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(stem[i:])
			return stem[:i] + string(foldCluster(string(r))) + unaccented(stem[i+n:])
		}
	}
	return stem
}
