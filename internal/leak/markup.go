package leak

import "bytes"

// markup reads tags, comments and scripts. It remembers what it looked for in vain, so that a
// file full of things that never end takes no longer than another.
type markup struct {
	src                  []byte
	noTag, noComment     bool // from here on none ends
	noScript, noStyle    bool
	quotationsUnreadable int // up to here
}

// construct is a piece of markup that stands between texts.
type construct struct {
	end      int // the place after it
	tag      int // the place after its first tag
	from, to int // what is to be read for itself: the inside of a comment or script
}

// beginsMarkup says whether the < at a place opens a tag, comment or instruction.
func beginsMarkup(src []byte, i int) bool {
	if i+1 >= len(src) {
		return false
	}
	c := src[i+1]
	return isAlpha(c) || c == '/' || c == '!' || c == '?'
}

// at reads the construct that begins at a place. What never ends is none, and ok is false.
func (m *markup) at(i int) (c construct, ok bool) {
	rest := m.src[i:]
	if rest[1] == '!' {
		if bytes.HasPrefix(rest, []byte("<!--")) {
			return m.comment(i)
		}
		if bytes.HasPrefix(rest, []byte("<![CDATA[")) {
			return construct{end: i + 9, tag: i + 9}, true
		}
	}
	end := m.tagEnd(i)
	if end < 0 {
		return c, false
	}
	c = construct{end: end, tag: end}
	if rest[1]|0x20 == 's' && m.src[end-2] != '/' {
		switch {
		case !m.noScript && tagIs(rest, "script"):
			m.noScript = !m.raw(&c, "</script")
		case !m.noStyle && tagIs(rest, "style"):
			m.noStyle = !m.raw(&c, "</style")
		}
	}
	return c, true
}

func (m *markup) comment(i int) (c construct, ok bool) {
	if m.noComment {
		return c, false
	}
	n := bytes.Index(m.src[i+4:], []byte("-->"))
	if n < 0 {
		m.noComment = true
		return c, false
	}
	return construct{end: i + n + 7, tag: i + 4, from: i + 4, to: i + 4 + n}, true
}

// raw takes in the content of an element that has no markup in it.
func (m *markup) raw(c *construct, closing string) bool {
	for from := c.end; ; from += 2 {
		n := bytes.Index(m.src[from:], []byte("</"))
		if n < 0 {
			return false
		}
		from += n
		if rest := m.src[from:]; len(rest) >= len(closing) && bytes.EqualFold(rest[:len(closing)], []byte(closing)) {
			c.from, c.to, c.end = c.end, from, from
			return true
		}
	}
}

// longestTag bounds the search for the end of a quotation.
const longestTag = 1 << 14

// tagEnd is the place after the > that ends a tag: not one in a quoted value.
func (m *markup) tagEnd(i int) int {
	if m.noTag {
		return -1
	}
	rest := m.src[i:]
	end := bytes.IndexByte(rest, '>')
	if end < 0 {
		m.noTag = true
		return -1
	}
	tag := rest[:end]
	if i < m.quotationsUnreadable || bytes.Count(tag, []byte{'"'})%2 == 0 && !bytes.Contains(tag, []byte("='")) {
		return i + end + 1
	}
	quote := byte(0)
	for n, c := range rest[:min(len(rest), end+longestTag)] {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && c == '>':
			return i + n + 1
		case c == quote:
			quote = 0
		}
	}
	m.quotationsUnreadable = i + longestTag
	return i + end + 1
}

func tagIs(rest []byte, name string) bool {
	return len(rest) > len(name)+1 && bytes.EqualFold(rest[1:1+len(name)], []byte(name)) && !isAlpha(rest[1+len(name)])
}

// isInline says whether the construct at a place does not end a word: “Ja<b>ne</b>” is one,
// two cells are two.
func isInline(rest []byte) bool {
	from := 1
	if rest[from] == '!' {
		return true
	}
	if rest[from] == '/' {
		from++
	}
	end := from
	for end < len(rest) && (isAlpha(rest[end]) || isDigit(rest[end]) || rest[end] == '-' || rest[end] == ':') {
		end++
	}
	switch string(bytes.ToLower(rest[from:end])) {
	case "b", "i", "em", "strong", "span", "a", "wbr", "mark", "u", "s", "small", "sub", "sup", "code", "kbd", "abbr", "cite", "q", "font", "tt",
		"ins", "del", "bdi", "bdo", "var", "samp", "dfn", "time", "data", "ruby", "rb", "rt", "rp", "big", "strike", "tspan":
		return true
	}
	return false
}
