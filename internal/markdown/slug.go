package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// slug makes an anchor of a heading as GitHub does, so that one link works on
// both: lower case, letters, digits, - and _ kept, spaces as -, all else dropped.
func slug(s string) string { return string(appendSlug(nil, []byte(s))) }

func appendSlug(dst, s []byte) []byte {
	s = bytes.TrimSpace(s)
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		s = s[n:]
		switch {
		case unicode.IsSpace(r):
			dst = append(dst, '-')
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// ids gives each anchor of a page a name of its own. Footnotes need none of it:
// theirs (fn:1) have a colon, which no slug has.
type ids struct {
	reserved []string
	taken    map[string]bool
	next     map[string]int
}

func (i *ids) isTaken(id string) bool { return i.taken[id] || slices.Contains(i.reserved, id) }

// unique returns prefix and the slug of s, numbered when it is taken: a, a-1, a-2.
func (i *ids) unique(prefix string, s []byte, fallback string) string {
	var short [64]byte
	name := appendSlug(append(short[:0], prefix...), s)
	if len(bytes.Trim(name[len(prefix):], "-")) == 0 {
		name = append(name[:len(prefix)], fallback...)
	}
	base := string(name)
	id := base
	for n := i.next[base]; i.isTaken(id); {
		n++
		i.next[base] = n
		id = base + "-" + strconv.Itoa(n)
	}
	i.taken[id] = true
	return id
}
