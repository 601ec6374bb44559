package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// unescape resolves Markdown's backslash escapes and character references, in one
// pass: goldmark's own functions for it make &amp;colon; a colon in two.
func unescape(s []byte) []byte {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]) {
			out = append(out, s[i+1])
			i += 2
			continue
		}
		if s[i] == '&' {
			if text, n := reference(s[i:]); n > 0 {
				out = append(out, text...)
				i += n
				continue
			}
		}
		out = append(out, s[i])
		i++
	}
	return out
}

// reference returns what the character reference at the start of s stands for, and its length.
func reference(s []byte) (string, int) {
	const longest = len("&CounterClockwiseContourIntegral;")
	end := bytes.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		entity, ok := util.LookUpHTML5EntityByName(name)
		if !ok {
			return "", 0
		}
		return string(entity.Characters), end + 1
	}
	digits, base := name[1:], 10
	if digits != "" && digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return "", 0
	}
	r := rune(code)
	if r == 0 || isControl(r) || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), end + 1
}
