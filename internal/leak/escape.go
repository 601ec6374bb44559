package leak

import (
	"bytes"
	"html"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode reads the character at a place, however it is written: as itself, as an entity,
// percent-encoded, or with a backslash as in JavaScript, JSON or CSS. size is how many bytes
// it takes. What is no such writing stands for itself.
func decode(src []byte, i int) (r rune, size int) {
	c := src[i]
	switch {
	case c == '&':
		return entity(src[i:])
	case c == '%':
		return percent(src[i:])
	case c == '\\':
		return backslash(src, i)
	case c < utf8.RuneSelf:
		return rune(c), 1
	}
	r, size = utf8.DecodeRune(src[i:])
	if r == utf8.RuneError && size == 1 {
		return charmap.Windows1252.DecodeByte(c), 1
	}
	return r, size
}

// longestEntity is “&CounterClockwiseContourIntegral;”.
const longestEntity = 33

func entity(src []byte) (rune, int) {
	if len(src) > 2 && src[1] == '#' {
		return numeric(src)
	}
	end := 1
	for end < len(src) && end < longestEntity && (isAlpha(src[end]) || isDigit(src[end])) {
		end++
	}
	if end == 1 || end == len(src) || src[end] != ';' {
		return '&', 1
	}
	switch string(src[1:end]) {
	case "amp":
		return '&', end + 1
	case "lt":
		return '<', end + 1
	}
	text := html.UnescapeString(string(src[:end+1]))
	if text[0] == '&' {
		return '&', 1
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r, end + 1
}

// numeric reads &#74; and &#x4a; of any length, with the semicolon or without, as browsers do.
func numeric(src []byte) (rune, int) {
	base, from := rune(10), 2
	if src[2]|0x20 == 'x' {
		base, from = 16, 3
	}
	n, end := rune(0), from
	for ; end < len(src); end++ {
		d := hexDigit(src[end])
		if d < 0 || d >= base {
			break
		}
		n = min(n*base+d, utf8.MaxRune+1)
	}
	if end == from {
		return '&', 1
	}
	if n >= 0x80 && n <= 0x9F {
		n = charmap.Windows1252.DecodeByte(byte(n))
	}
	if end < len(src) && src[end] == ';' {
		end++
	}
	return n, end
}

func percent(src []byte) (rune, int) {
	if len(src) > 5 && src[1]|0x20 == 'u' {
		if r, ok := hexNumber(src[2:6]); ok {
			return r, 6
		}
	}
	first, ok := percentByte(src)
	if !ok {
		return '%', 1
	}
	if first < utf8.RuneSelf {
		return rune(first), 3
	}
	var buf [utf8.UTFMax]byte
	n := 0
	for n < len(buf) {
		b, ok := percentByte(src[3*n:])
		if !ok {
			break
		}
		buf[n] = b
		n++
	}
	if r, size := utf8.DecodeRune(buf[:n]); r != utf8.RuneError {
		return r, 3 * size
	}
	// “90 %Dean”: no encoder writes one letter large and the other small.
	if isAlpha(src[1]) && isAlpha(src[2]) && src[1]&0x20 != src[2]&0x20 {
		return '%', 1
	}
	return charmap.Windows1252.DecodeByte(first), 3
}

func percentByte(src []byte) (byte, bool) {
	if len(src) < 3 || src[0] != '%' {
		return 0, false
	}
	r, ok := hexNumber(src[1:3])
	return byte(r), ok
}

// backslash reads \u004a, \u{4a}, \x4a, \n and their like, and \4a of CSS.
func backslash(src []byte, i int) (rune, int) {
	rest := src[i+1:]
	if len(rest) == 0 {
		return '\\', 1
	}
	switch c := rest[0]; {
	case c == 'u' && len(rest) > 1 && rest[1] == '{':
		if end := bytes.IndexByte(rest[:min(len(rest), 11)], '}'); end > 2 {
			if r, ok := hexNumber(rest[2:end]); ok {
				return r, end + 2
			}
		}
	case c == 'u' && len(rest) > 4:
		if r, ok := hexNumber(rest[1:5]); ok {
			return surrogate(r, rest[5:])
		}
	case c == 'x' && len(rest) > 2:
		if r, ok := hexNumber(rest[1:3]); ok {
			return r, 4
		}
	case c == '\\', c == '"', c == '\'', c == '/', c == '&', c == '%', c == '<':
		return rune(c), 2
	case bytes.IndexByte([]byte("nrtbfv"), c) >= 0 && !inWindowsPath(src[:i]):
		if r, size := css(rest); r >= 0xA0 && size == 4 {
			return r, size
		}
		return '\n', 2
	case c == '\n':
		return '\u200B', 2 // a string goes on in the next line
	default:
		if r, size := css(rest); r != 0 {
			return r, size
		}
	}
	return '\\', 1
}

// surrogate reads the second half of a character that JSON writes in two.
func surrogate(high rune, rest []byte) (rune, int) {
	if utf16.IsSurrogate(high) && len(rest) > 5 && rest[0] == '\\' && rest[1] == 'u' {
		if low, ok := hexNumber(rest[2:6]); ok {
			return utf16.DecodeRune(high, low), 12
		}
	}
	return high, 6
}

// css reads what follows the backslash: up to six hexadecimal digits and one white space.
// What is no character of a text is none, and ASCII begins with a digit, so \d of a pattern and
// \b of a string are not read.
func css(rest []byte) (rune, int) {
	end := 0
	for end < len(rest) && end < 6 && hexDigit(rest[end]) >= 0 {
		end++
	}
	if end == 1 && rest[0] == 'a' && len(rest) > 1 && rest[1] == ' ' {
		return '\n', 3
	}
	if end < 2 {
		return 0, 0
	}
	r, _ := hexNumber(rest[:end])
	if fold(r) == "" && !joinsUnseen(r) && (!isDigit(rest[0]) || r < ' ' && r != '\n') && r != 0xA0 {
		return 0, 0
	}
	if end < len(rest) && (rest[end] == ' ' || rest[end] == '\n' || rest[end] == '\t') {
		end++
	}
	return r, end + 1
}

// inWindowsPath says whether a backslash after this separates folders: in C:\Users\nadia it
// is no line break.
func inWindowsPath(before []byte) bool {
	for n := 0; n < 80 && n < len(before); n++ {
		switch c := before[len(before)-1-n]; {
		case c <= ' ', c == '"', c == '<', c == '>', c == '=':
			return false
		case c == ':':
			return n > 0 && before[len(before)-n] == '\\'
		}
	}
	return false
}

func hexNumber(digits []byte) (r rune, ok bool) {
	for _, c := range digits {
		d := hexDigit(c)
		if d < 0 {
			return 0, false
		}
		r = min(r<<4|d, utf8.MaxRune+1)
	}
	return r, len(digits) > 0
}

func hexDigit(c byte) rune {
	switch {
	case isDigit(c):
		return rune(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return -1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
