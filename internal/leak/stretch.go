package leak

import "unicode/utf8"

// shortestStretch of text in bytes of unknown meaning.
const shortestStretch = 6

// stretches reads what is text in bytes that are not, as the program strings does.
func (j *job) stretches(l *layer) {
	if !j.spend(l, len(l.src)/2) {
		return
	}
	var out []byte
	var from []int32
	begin := 0
	for i := 0; i <= len(l.src); {
		size := 0
		if i < len(l.src) {
			size = printable(l.src[i:])
		}
		if size > 0 {
			i += size
			continue
		}
		if i-begin >= shortestStretch {
			for k := begin; k < i; k++ {
				out, from = append(out, l.src[k]), append(from, int32(k))
			}
			out, from = append(out, 0), append(from, int32(i))
		}
		i++
		begin = i
	}
	if len(out) > 0 {
		inner := l.below(out, "in binary data")
		inner.from, inner.noise = from, true
		j.passage(inner)
	}
}

// printable is the size of the character that begins here, 0 if it is none of a text.
func printable(b []byte) int {
	if c := b[0]; c < utf8.RuneSelf {
		if c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c == '\r' {
			return 1
		}
		return 0
	}
	r, size := utf8.DecodeRune(b)
	if r == utf8.RuneError || !isLetter(r) && signOf(r) == otherSign {
		return 0
	}
	return size
}

// utf16 reads text of two bytes a character, of either order and at any place: EXIF as Windows
// writes it, resources, files that an old editor saved.
func (j *job) utf16(l *layer) {
	order := 0
	if len(l.src) > 1 && l.src[0] == 0xFE && l.src[1] == 0xFF {
		order = 1
	}
	whole := len(l.src) > 1 && (l.src[0] == 0xFF && l.src[1] == 0xFE || order == 1)
	for big := range 2 {
		if whole && big != order || !j.spend(l, len(l.src)) {
			continue
		}
		for odd := range 2 {
			if !whole || odd == 0 {
				j.units(l, odd, big, whole)
			}
		}
	}
}

// units reads the characters that begin at odd or even places.
func (j *job) units(l *layer, odd, big int, whole bool) {
	var out []byte
	var from []int32
	n, begin := 0, 0
	end := func(i int) {
		if n < 3 {
			out, from = out[:begin], from[:begin]
		} else {
			out, from = append(out, 0), append(from, int32(i))
		}
		n, begin = 0, len(out)
	}
	i := odd
	for ; i+1 < len(l.src); i += 2 {
		r := rune(l.src[i+big]) | rune(l.src[i+1-big])<<8
		if !whole && !usual(r) || r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7F {
			end(i)
			continue
		}
		n++
		out = utf8.AppendRune(out, r)
		for len(from) < len(out) {
			from = append(from, int32(i))
		}
	}
	end(i)
	if len(out) > 0 {
		inner := l.below(out, "in UTF-16")
		inner.from, inner.noise = from, !whole && l.noise
		j.passage(inner)
	}
}

// usual says whether a character is of an alphabet, or of what stands between its words: with
// others, two letters of ordinary text would be read as one.
func usual(r rune) bool {
	return r < 0x250 || r >= 0x300 && r < 0x700 || r >= 0x1E00 && r < 0x1F00 || r >= 0x200B && r < 0x2020
}
