package markdown

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// address is what the destination of a link or image comes to.
type address struct {
	kind addressKind

	href             string // external: ready for an attribute
	target, fragment string // local: for a slot

	code, problem, hint string // refused: what to report
}

type addressKind uint8

const (
	local    addressKind = iota // of this playbook: its place depends on the other entries
	external                    // a page of another host
	contact                     // mailto: and tel:
	refused                     // not to be linked
)

// schemes are those that an address may have. A list of bad ones would never be complete.
var schemes = map[string]addressKind{"http": external, "https": external, "mailto": contact, "tel": contact}

// parseAddress judges a destination as typed. It resolves what Markdown resolves
// and looks for a scheme where a browser would, and where a careless reader of
// Target might: behind percent encoding.
func parseAddress(destination []byte) address {
	dest := strings.TrimSpace(string(unescape(destination)))
	switch {
	case dest == "":
		return refuse("empty-link", "the link has no address", "write it between the parentheses")
	case strings.ContainsFunc(dest, func(r rune) bool { return isHidden(r) || r == unicode.ReplacementChar }):
		return refuse("unsafe-link", "the address "+quote(dest)+" has an invisible character in it", "type it again")
	case len(dest) > 1 && isSlash(dest[0]) && isSlash(dest[1]):
		return refuse("unsafe-link", "the address "+quote(dest)+" leaves out its scheme", "write https: before it")
	}
	if scheme, rest, ok := cutScheme(dest); ok {
		return withScheme(dest, scheme, rest)
	}
	target, fragment, _ := strings.Cut(dest, "#")
	if decoded, err := url.PathUnescape(fragment); err == nil {
		fragment = decoded
	}
	return address{kind: local, target: target, fragment: fragment}
}

func withScheme(dest, scheme, rest string) address {
	kind, ok := schemes[scheme]
	switch {
	case !ok:
		return refuse("unsafe-link", "an address that starts with "+quote(scheme+":")+" is not linked", "use https:, mailto:, tel: or the path of a file; ./ before a path that has a colon")
	case kind == external && (!strings.HasPrefix(rest, "//") || len(rest) == 2 || strings.ContainsRune(`/\?#`, rune(rest[2]))):
		return refuse("unsafe-link", "the address "+quote(dest)+" names no host", "write it like https://example.org/page")
	}
	return address{kind: kind, href: string(util.EscapeHTML(util.URLEscape([]byte(dest), false)))}
}

// cutScheme finds the scheme. Any colon before the path counts as the end of one,
// as RFC 3986 has it for relative references: whether a browser would take
// what stands before it for a scheme is then no question.
func cutScheme(dest string) (scheme, rest string, ok bool) {
	head := dest
	if i := strings.IndexAny(dest, `/\?#`); i >= 0 {
		head = dest[:i]
	}
	if i := strings.IndexByte(head, ':'); i >= 0 {
		return strings.ToLower(dest[:i]), dest[i+1:], true
	}
	if decoded, err := url.PathUnescape(head); err == nil {
		if scheme, _, ok := strings.Cut(decoded, ":"); ok {
			return strings.ToLower(scheme) + " (percent-encoded)", "", true
		}
	}
	return "", "", false
}

func refuse(code, problem, hint string) address {
	return address{kind: refused, code: code, problem: problem, hint: hint}
}

// isHidden tells characters that a browser drops from an address, or a reader does not see.
func isHidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f
	}
	return isControl(r) || r == '\t' || r == '\n' || r == '\f' || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'
}

func isSlash(b byte) bool { return b == '/' || b == '\\' }
