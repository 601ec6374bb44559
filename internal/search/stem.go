package search

import "github.com/kljensen/snowball/english"

// stem returns the Porter2 stem of a term. Terms with anything but a to z in them
// are no English words and stay as they are.
func stem(term string) string {
	for _, b := range []byte(term) {
		if b < 'a' || b > 'z' {
			return term
		}
	}
	return english.Stem(term, true)
}

// isEnglish says whether a language tag asks for the English stemmer.
func isEnglish(lang string) bool {
	return lang == "" || len(lang) >= 2 && (lang[0]|0x20) == 'e' && (lang[1]|0x20) == 'n' && (len(lang) == 2 || lang[2] == '-')
}
