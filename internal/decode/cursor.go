package decode

import "unicode/utf8"

// cursor converts between byte offsets and lines and columns of a text. It remembers
// where it stood: nodes come in the order of the text, so a whole document costs one
// pass, however long its lines are. Going back starts over.
type cursor struct {
	text         string
	offset       int
	line, column int
}

func newCursor(text string) cursor { return cursor{text, 0, 1, 1} }

// step moves over one character.
func (c *cursor) step() {
	r, size := utf8.DecodeRuneInString(c.text[c.offset:])
	c.offset += size
	c.column++
	if r == '\n' {
		c.line, c.column = c.line+1, 1
	}
}

// toOffset returns the line and column of a byte offset.
func (c *cursor) toOffset(offset int) (line, column int) {
	if offset < c.offset {
		*c = newCursor(c.text)
	}
	for c.offset < min(offset, len(c.text)) {
		c.step()
	}
	return c.line, c.column
}

// toPlace returns the byte offset of a line and column.
func (c *cursor) toPlace(line, column int) int {
	if line < c.line || line == c.line && column < c.column {
		*c = newCursor(c.text)
	}
	for c.offset < len(c.text) && (c.line < line || c.line == line && c.column < column) {
		c.step()
	}
	return c.offset
}
