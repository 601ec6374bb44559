package theme

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// FilterCSS makes the rules that let the filters of a list work without a script:
// when the radio button of a facet's value is checked, cards without that value
// are hidden. facets holds every value of each facet by the facet's name. An
// entry that says nothing about a facet has no token for it and is hidden too.
//
// Radio buttons are matched by name and value, cards by the tokens that the
// layout function “facets” writes.
func FilterCSS(facets map[string][]string) []byte {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(facets)) {
		for _, value := range slices.Compact(slices.Sorted(slices.Values(facets[name]))) {
			if value == "" { // “any”
				continue
			}
			fmt.Fprintf(&b, ".list:has([name=%s][value=%s]:checked) .card:not([data-facets~=%s]){display:none}\n",
				cssString(name), cssString(value), cssString(Token(name, value)))
		}
	}
	return []byte(b.String())
}

// Token is how one value of a facet stands in a card's data-facets attribute, which is
// a list separated by spaces: so a space, and what separates, is written as a hex code.
func Token(facet, value string) string { return string(appendToken(nil, facet, value)) }

func appendToken(dst []byte, facet, value string) []byte {
	return encode(append(encode(dst, facet), ':'), value)
}

func encode(dst []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r <= ' ' || r == ':' || r == '%' || r == 0x7f:
			dst = fmt.Appendf(dst, "%%%02x", r)
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// cssString quotes s as CSS wants it: what could end the string, or the style
// element around it, is a hex escape.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == 0: // CSS has no way to write it
			b.WriteRune('\uFFFD')
		case r < ' ' || r == 0x7f || strings.ContainsRune(`"\<>`, r):
			fmt.Fprintf(&b, `\%x `, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
