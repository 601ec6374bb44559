package words

import "strings"

const (
	// minPart is how many letters a part of a word has at least. Shorter ones are
	// mostly endings and prefixes that happen to be words: Bei-spiel, Vor-teil.
	minPart = 4
	// mostParts is how many parts are looked for; words of more are made of known
	// compounds.
	mostParts = 4
)

// links are what stands between two parts, nothing before all else.
var links = []string{"", "s", "es", "n", "en", "er", "e"}

// Compounds says whether a language (BCP 47) writes nouns together that others write
// apart, so that its terms are worth taking apart.
func Compounds(lang string) bool {
	switch Primary(lang) {
	case "da", "de", "nl", "no", "sv":
		return true
	}
	return false
}

// Parts returns the known words that a term of the letters a to z is made of: the
// fewest, and of those the longest first ones. It is nil when there are none.
func Parts(term string, known func(string) bool) []string {
	if len(term) > maxTerm || !spelt("", term) {
		return nil
	}
	for n := 2; n <= mostParts; n++ {
		if parts := parted(term, n, known); parts != nil {
			return parts
		}
	}
	return nil
}

// parted returns n known words that make up a term with the links between them.
func parted(term string, n int, known func(string) bool) []string {
	if n == 1 {
		if len(term) >= minPart && known(term) {
			return []string{term}
		}
		return nil
	}
	for i := len(term) - minPart*(n-1); i >= minPart; i-- {
		if !known(term[:i]) {
			continue
		}
		for _, link := range links {
			if rest, ok := strings.CutPrefix(term[i:], link); ok {
				if parts := parted(rest, n-1, known); parts != nil {
					return append([]string{term[:i]}, parts...)
				}
			}
		}
	}
	return nil
}
