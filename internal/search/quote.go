package search

import "unicode/utf8"

// appendQuoted writes a string as encoding/json does, without the escapes that only HTML
// needs. Tens of thousands of cards are quoted in a build, and there reflection shows.
func appendQuoted(out []byte, s string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	from := 0
	for i := range len(s) {
		escaped := ""
		switch b := s[i]; {
		case b == '"':
			escaped = `\"`
		case b == '\\':
			escaped = `\\`
		case b >= ' ' && b != 0xE2:
			continue
		case b == '\n':
			escaped = `\n`
		case b == '\r':
			escaped = `\r`
		case b == '\t':
			escaped = `\t`
		case b == '\b':
			escaped = `\b`
		case b == '\f':
			escaped = `\f`
		case b == 0xE2:
			if r, n := utf8.DecodeRuneInString(s[i:]); r == '\u2028' || r == '\u2029' {
				out = append(append(out, s[from:i]...), `\u202`...)
				out = append(out, hex[r&15])
				from = i + n
			}
			continue
		default:
			out = append(append(out, s[from:i]...), `\u00`...)
			out = append(out, hex[b>>4], hex[b&15])
			from = i + 1
			continue
		}
		out = append(append(out, s[from:i]...), escaped...)
		from = i + 1
	}
	return append(append(out, s[from:]...), '"')
}
