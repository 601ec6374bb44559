package leak

import (
	"bytes"
	"encoding/binary"
)

// container reads files made of pieces, of which only some are text. What else an image is made
// of, its pixels, says nothing: in noise any short name turns up some day.
func (j *job) container(l *layer) bool {
	switch src := l.src; {
	case bytes.HasPrefix(src, []byte("\x89PNG\r\n\x1a\n")):
		j.png(l)
	case bytes.HasPrefix(src, []byte("\xff\xd8\xff")):
		j.jpeg(l)
	case bytes.HasPrefix(src, []byte("GIF8")) && len(src) > 13:
		j.gif(l)
	case bytes.HasPrefix(src, []byte("RIFF")) && len(src) > 12:
		j.riff(l)
	case bytes.HasPrefix(src, []byte("II*\x00")), bytes.HasPrefix(src, []byte("MM\x00*")):
		j.tiff(l)
	case bytes.HasPrefix(src, []byte("\x1f\x8b\x08")):
		j.gzip(l)
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		j.zip(l)
	case bytes.HasPrefix(src, []byte("wOF2")), bytes.HasPrefix(src, []byte("wOFF")):
		j.font(l)
	default:
		return false
	}
	return true
}

// knownBytes says whether container reads them, or whether they are text.
func knownBytes(src []byte) bool {
	for _, magic := range []string{"\x89PNG\r\n", "\xff\xd8\xff", "GIF8", "RIFF", "II*\x00", "MM\x00*", "\x1f\x8b\x08", "PK\x03\x04", "wOF", "\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(src, []byte(magic)) {
			return true
		}
	}
	return false
}

// piece is src[from:to] of a layer, as far as there is that much.
func (l *layer) piece(from, to int) *layer {
	from = min(max(from, 0), len(l.src))
	to = min(max(to, from), len(l.src))
	return &layer{src: l.src[from:to], parent: l, base: from, depth: l.depth + 1, noise: l.noise}
}

// words reads a field of text in something binary.
func (j *job) words(l *layer, how string) {
	if l.depth > 3*deepest {
		return
	}
	l.how = how
	j.passage(l)
}

// blob reads a piece of unknown meaning.
func (j *job) blob(l *layer) {
	if l.depth > 3*deepest {
		return
	}
	j.utf16(l)
	j.stretches(l)
}

// nested reads a file in a file.
func (j *job) nested(l *layer) {
	if l.depth <= 3*deepest && len(l.src) > 0 {
		j.any(l)
	}
}

const inMetadata = "in metadata"

// gif reads comments and extensions, which are cut into blocks of 255 bytes.
func (j *job) gif(l *layer) {
	src, i := l.src, 13
	if src[10]&0x80 != 0 {
		i += 3 << (src[10]&7 + 1)
	}
	for i < len(src) {
		switch src[i] {
		case 0x21:
			text, from, next := blocks(src, i+2)
			if i+1 < len(src) && src[i+1] != 0xF9 && j.spend(l, len(text)) {
				inner := l.below(text, inMetadata)
				inner.from = from
				j.passage(inner)
				j.blob(inner)
			}
			i = next
		case 0x2C:
			table := 0
			if i+9 < len(src) && src[i+9]&0x80 != 0 {
				table = 3 << (src[i+9]&7 + 1)
			}
			_, _, i = blocks(src, i+11+table)
		default:
			j.nested(l.piece(i+1, len(src)))
			return
		}
	}
}

func blocks(src []byte, i int) (text []byte, from []int32, next int) {
	for i < len(src) && src[i] != 0 {
		end := min(len(src), i+1+int(src[i]))
		for k := i + 1; k < end; k++ {
			text, from = append(text, src[k]), append(from, int32(k))
		}
		i = end
	}
	return text, from, i + 1
}

// riff reads WebP, and what else is kept in such chunks.
func (j *job) riff(l *layer) {
	i := 12
	for i+8 <= len(l.src) {
		size := int(binary.LittleEndian.Uint32(l.src[i+4:]))
		body := l.piece(i+8, i+8+size)
		switch string(l.src[i : i+4]) {
		case "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "data":
		case "EXIF":
			j.exif(body)
		case "XMP ":
			j.words(body, inMetadata)
		default:
			j.blob(body)
		}
		i += 8 + size + size&1
	}
	if i < len(l.src) {
		j.blob(l.piece(i, len(l.src)))
	}
}

// font reads the metadata of a web font; its tables are compressed in a way of their own.
func (j *job) font(l *layer) {
	at := 24
	if bytes.HasPrefix(l.src, []byte("wOF2")) {
		at = 28
	}
	if len(l.src) < at+20 {
		return
	}
	offset, size := int(binary.BigEndian.Uint32(l.src[at:])), int(binary.BigEndian.Uint32(l.src[at+4:]))
	j.blob(l.piece(offset, offset+size))
}
