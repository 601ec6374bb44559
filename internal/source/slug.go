package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSlug is how long a suggested name may be, in bytes.
const maxSlug = 100

// Slug turns any text into a name that makes a good address: lower-case letters and
// digits of any script, with single hyphens between. It is empty for text without
// letters and digits; a slug's slug is itself.
func Slug(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		switch {
		case r == utf8.RuneError, !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			gap = r != '\'' && r != '’' || gap // don't → dont
			continue
		case b.Len() == 0 && unicode.IsMark(r):
			continue // it would hang on nothing
		}
		if b.Len()+utf8.RuneLen(r)+1 > maxSlug {
			break
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
