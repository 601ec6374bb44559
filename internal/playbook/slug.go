package playbook

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug turns a title into a file name and address: lower case, letters and digits of
// any script, single hyphens. Accents are dropped where the letter stands without them.
func Slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(title) {
		switch {
		case r >= 0x300 && r <= 0x36F || r == '’' || r == '\'': // accents; other scripts' marks are part of the letter
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return norm.NFC.String(b.String())
}

// fold makes names comparable that a person would call the same.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), " "))
}
