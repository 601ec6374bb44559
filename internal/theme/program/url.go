package program

import "strings"

// filterURL lets no address through that could run something: javascript:, data: …
func filterURL(v value) string {
	if s, k := v.string(); k == address || safeURL(s) {
		return s
	}
	return "#" + failsafe
}

func safeURL(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	return !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

func normalizeURL(v value) string {
	s, _ := v.string()
	return percented(s, &inURL)
}

// escapeURL is for a part of an address behind its question mark.
func escapeURL(v value) string {
	s, k := v.string()
	if k == address {
		return percented(s, &inURL)
	}
	return percented(s, &inQuery)
}

// bytesOf is a set of bytes.
type bytesOf [256]bool

var (
	inQuery = setOf("-._~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
	inURL   = setOf("-._~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&*+,/:;=?@[]")
	hex     = setOf("0123456789abcdefABCDEF")
	space   = setOf("\t\n\f\r ")
	plainly = setOf("\t\n\f\r abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
)

func setOf(all string) bytesOf {
	var out bytesOf
	for i := range len(all) {
		out[all[i]] = true
	}
	return out
}

// percented writes all bytes but those that may stay as %2f. In a whole address, what is
// written so already stays.
func percented(s string, stays *bytesOf) string {
	i := 0
	for i < len(s) && stays[s[i]] {
		i++
	}
	if i == len(s) {
		return s
	}
	out := append(make([]byte, 0, len(s)+16), s[:i]...)
	for ; i < len(s); i++ {
		c := s[i]
		if stays[c] || c == '%' && stays == &inURL && i+2 < len(s) && hex[s[i+1]] && hex[s[i+2]] {
			out = append(out, c)
			continue
		}
		out = append(out, '%', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
	}
	return string(out)
}

// escapeSrcset is for a list of addresses, each with a size behind it.
func escapeSrcset(v value) string {
	s, k := v.string()
	switch k {
	case addressSet:
		return s
	case address: // commas would make it several
		return strings.ReplaceAll(percented(s, &inURL), ",", "%2c")
	}
	var b strings.Builder
	for i, one := range strings.Split(s, ",") {
		if i > 0 {
			b.WriteByte(',')
		}
		writeSource(&b, one)
	}
	return b.String()
}

func writeSource(b *strings.Builder, one string) {
	start := 0
	for start < len(one) && space[one[start]] {
		start++
	}
	end := start
	for end < len(one) && !space[one[end]] {
		end++
	}
	size := end
	for size < len(one) && plainly[one[size]] {
		size++
	}
	if size < len(one) || !safeURL(one[start:end]) {
		b.WriteString("#" + failsafe)
		return
	}
	b.WriteString(one[:start])
	b.WriteString(percented(one[start:end], &inURL))
	b.WriteString(one[end:])
}
