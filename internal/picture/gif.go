package picture

import "bytes"

const gifHead = 13

func isGIF(data []byte) bool {
	return bytes.HasPrefix(data, []byte("GIF87a")) || bytes.HasPrefix(data, []byte("GIF89a"))
}

func cleanGIF(data []byte) result {
	c := &cut{data: data}
	if len(data) < gifHead {
		return c.allKept()
	}
	c.keep(gifHead + colours(data[10]))
	for len(c.rest()) > 0 {
		switch b := c.rest(); {
		case b[0] == 0x3B:
			c.keep(1)
			c.end(trailing)
		case b[0] == 0x2C && len(b) > 10:
			head := c.left(11 + colours(b[9])) // with the width of a code
			c.keep(head + blocks(b[head:]))
		case b[0] == 0x21 && len(b) > 1:
			size := 2 + blocks(b[2:])
			only, kind := gifExtension(b[1], b[2:size])
			if len(only) > size { // the file was cut off within it
				only = b[:size]
			}
			c.swap(size, only, kind)
		default: // browsers take the picture as ended
			c.end(broken)
		}
	}
	return c.result()
}

// allKept is for files that end before anything begins.
func (c *cut) allKept() result {
	c.keep(len(c.data))
	return c.result()
}

// colours is the size of the table that flags announce.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// blocks is how long a chain of blocks is, with its end.
func blocks(data []byte) int {
	for at := 0; at < len(data); {
		n := int(data[at])
		at += 1 + n
		if n == 0 {
			return at
		}
	}
	return len(data)
}

// gifExtension is what stays of one: times, transparency and how often a film repeats.
func gifExtension(label byte, body []byte) (stays []byte, kind string) {
	first := body
	if len(body) > 0 {
		first = body[1:min(1+int(body[0]), len(body))]
	}
	switch {
	case label == 0xF9 && len(first) >= 4:
		return gifBlocks(label, first[:4]), silent
	case label == 0xF9:
		return nil, silent
	case label == 0xFE:
		return nil, comment
	case label == 0x01:
		return nil, text
	case bytes.Equal(first, []byte("NETSCAPE2.0")), bytes.Equal(first, []byte("ANIMEXTS1.0")):
		if rest := body[1+len(first):]; len(rest) >= 4 && rest[0] >= 3 && rest[1]&7 == 1 {
			return gifBlocks(label, first, []byte{1, rest[2], rest[3]}), maker
		}
		return nil, silent
	case bytes.Equal(first, []byte("XMP DataXMP")):
		return nil, xmp
	case bytes.Equal(first, []byte("ICCRGBG1012")): // browsers ignore it
		return nil, silent
	}
	return nil, maker
}

func gifBlocks(label byte, blocks ...[]byte) []byte {
	out := []byte{0x21, label}
	for _, b := range blocks {
		out = append(append(out, byte(len(b))), b...)
	}
	return append(out, 0)
}
