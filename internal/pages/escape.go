package pages

import (
	"net/url"
	"strings"
)

// escape makes a path with letters of any script safe in an address.
func escape(path string) string {
	if safe(path) {
		return path
	}
	return (&url.URL{Path: path}).EscapedPath()
}

// escapeAddress is escape for a path that a #fragment may follow.
func escapeAddress(address string) string {
	path, fragment, found := strings.Cut(address, "#")
	if !found {
		return escape(path)
	}
	if safe(path) && safe(fragment) {
		return address
	}
	return escape(path) + "#" + (&url.URL{Fragment: fragment}).EscapedFragment()
}

// safe says whether a text means itself in an address and in HTML, as nearly all do.
func safe(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.', c == '/':
		default:
			return false
		}
	}
	return true
}
