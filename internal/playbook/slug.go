package playbook

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxSlug is how long a slug may be, in bytes: file systems allow 255 for a name, and
// a reader may want to type it.
const maxSlug = 100

// Slug turns a title into a file name and address: lower-case letters and digits of any
// script, single hyphens between. Accents are dropped where the letter stands without
// them. It is empty for text without letters and digits; a slug's slug is itself.
func Slug(title string) string {
	var b strings.Builder
	b.Grow(min(len(title), maxSlug))
	gap := false
	for _, r := range norm.NFD.String(title) {
		switch {
		case r >= 0x300 && r <= 0x36F || r == '’' || r == '\'': // accents; other scripts' marks are part of the letter
		case r == utf8.RuneError || unicode.IsMark(r) && b.Len() == 0:
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if b.Len()+utf8.RuneLen(r) >= maxSlug {
				return norm.NFC.String(b.String())
			}
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
	if plain(s) {
		return strings.ToLower(s)
	}
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), " "))
}

// plain says whether s is ASCII with single spaces, as most titles are.
func plain(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}
