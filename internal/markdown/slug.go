package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// slug makes an anchor of a heading as GitHub does, so that one link works on
// both: lower case, letters, digits, - and _ kept, spaces as -, all else dropped.
func slug(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(s))
}

// ids gives each anchor of a page a name of its own. Footnotes need none of it:
// theirs (fn:1) have a colon, which no slug has.
type ids struct {
	taken map[string]bool
	next  map[string]int
}

func newIDs(reserved []string) *ids {
	i := &ids{taken: map[string]bool{}, next: map[string]int{}}
	for _, id := range reserved {
		i.taken[id] = true
	}
	return i
}

// unique returns prefix and the slug of s, numbered when it is taken: a, a-1, a-2.
func (i *ids) unique(prefix, s, fallback string) string {
	base := slug(s)
	if strings.Trim(base, "-") == "" {
		base = fallback
	}
	base = prefix + base
	id := base
	for n := i.next[base]; i.taken[id]; {
		n++
		i.next[base] = n
		id = base + "-" + strconv.Itoa(n)
	}
	i.taken[id] = true
	return id
}
