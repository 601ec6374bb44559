package corpus

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
)

// Known returns what somebody types who looks for a page and remembers two or three
// words of its title, in order; "" when the title has fewer than two that say something.
func Known(title string, rng *rand.Rand) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	words = slices.DeleteFunc(words, func(w string) bool { return len(w) < 4 || slices.Contains(functionWords, w) })
	if len(words) < 2 {
		return ""
	}
	for want := 2 + rng.IntN(2); len(words) > want; {
		i := rng.IntN(len(words))
		words = slices.Delete(words, i, i+1)
	}
	return strings.Join(words, " ")
}
