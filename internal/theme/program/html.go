package program

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The replacements of html/template. Those of texts and of quoted attributes are of ASCII
// only, and whatever else stands in them stays, even when it is no UTF-8.
var (
	inHTML = replacing(map[byte]string{
		0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
	})
	inMarkup = inHTML.without('&') // has entities already

	inUnquoted = replacing(map[byte]string{
		0: "&#xfffd;", '\t': "&#9;", '\n': "&#10;", '\v': "&#11;", '\f': "&#12;", '\r': "&#13;", ' ': "&#32;", '"': "&#34;",
		'&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '=': "&#61;", '>': "&gt;", '`': "&#96;",
	})
	inUnquotedMarkup = inUnquoted.without('&')
)

func appendHTML(dst []byte, v value) []byte {
	s, k := v.string()
	if k == markup {
		return append(dst, s...)
	}
	return inHTML.append(dst, s)
}

// appendRCDATA is for what stands in <title> and <textarea>.
func appendRCDATA(dst []byte, v value) []byte {
	s, k := v.string()
	if k == markup {
		return inMarkup.append(dst, s)
	}
	return inHTML.append(dst, s)
}

// appendQuoted is for attributes in quotation marks. Of markup, only the text is for them;
// to find it takes all that html/template knows of tags.
func appendQuoted(dst []byte, v value) []byte {
	s, k := v.string()
	switch {
	case k != markup:
		return inHTML.append(dst, s)
	case strings.Contains(s, "<"):
		return append(dst, borrowed.quoted.apply(v)...)
	}
	return inMarkup.append(dst, s)
}

func appendUnquoted(dst []byte, v value) []byte {
	s, k := v.string()
	switch {
	case s == "":
		return append(dst, failsafe...)
	case k != markup:
		return inUnquoted.appendRunes(dst, s)
	case strings.Contains(s, "<"):
		return append(dst, borrowed.unquoted.apply(v)...)
	}
	return inUnquotedMarkup.appendRunes(dst, s)
}

// appendRunes is append for where some runes beyond ASCII must not stand, U+FFFD among
// them, which is also what a byte is taken for that is no UTF-8.
func (r *replacements) appendRunes(dst []byte, s string) []byte {
	for len(s) > 0 {
		c, size := utf8.DecodeRuneInString(s)
		switch {
		case c < utf8.RuneSelf:
			dst = r.append(dst, s[:1])
		case 0xfdd0 <= c && c <= 0xfdef || 0xfff0 <= c && c <= 0xffff:
			dst = fmt.Appendf(dst, "&#x%x;", c)
		default:
			dst = append(dst, s[:size]...)
		}
		s = s[size:]
	}
	return dst
}
