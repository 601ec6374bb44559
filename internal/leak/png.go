package leak

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
)

// png reads all chunks but the picture.
func (j *job) png(l *layer) {
	src := l.src
	for i := 8; ; {
		if i+8 > len(src) {
			j.nested(l.piece(i, len(src)))
			return
		}
		size := int(binary.BigEndian.Uint32(src[i:]))
		kind, body := string(src[i+4:i+8]), l.piece(i+8, i+8+size)
		switch kind {
		case "IDAT", "fdAT", "PLTE", "IHDR":
		case "tEXt":
			j.words(body, inMetadata)
			j.rawProfile(body)
		case "zTXt", "iCCP":
			if n := bytes.IndexByte(body.src, 0); n >= 0 {
				j.words(body.piece(0, n), inMetadata)
				j.rawProfile(j.inflated(body.piece(n+2, len(body.src))))
			}
		case "iTXt":
			j.internationalText(body)
		case "eXIf":
			j.exif(body)
		default:
			j.blob(body)
		}
		i += 12 + size
		if kind == "IEND" {
			j.nested(l.piece(i, len(src)))
			return
		}
	}
}

// internationalText is a keyword, whether the text is compressed, a language, the keyword in it, and the text.
func (j *job) internationalText(l *layer) {
	n := bytes.IndexByte(l.src, 0)
	if n < 0 || n+3 > len(l.src) || l.src[n+1] == 0 {
		j.words(l, inMetadata)
		return
	}
	j.words(l.piece(0, n), inMetadata)
	from := n + 3
	for range 2 {
		m := bytes.IndexByte(l.src[from:], 0)
		if m < 0 {
			return
		}
		j.words(l.piece(from, from+m), inMetadata)
		from += m + 1
	}
	j.inflated(l.piece(from, len(l.src)))
}

// rawProfile reads EXIF and IPTC as ImageMagick puts them into text: in hexadecimal digits, after
// three lines.
func (j *job) rawProfile(l *layer) {
	if l == nil || bytes.Count(l.src[:min(len(l.src), 200)], []byte{'\n'}) < 3 {
		return
	}
	lines := bytes.SplitAfterN(l.src, []byte{'\n'}, 4)
	var digits []byte
	for _, c := range lines[3] {
		if c > ' ' {
			digits = append(digits, c)
		}
	}
	out := make([]byte, hex.DecodedLen(len(digits)))
	if n, _ := hex.Decode(out, digits[:len(digits)&^1]); n > 8 && j.spend(l, n) {
		inner := l.below(out[:n], inMetadata)
		inner.fixed = true
		j.exif(inner)
		j.iptc(inner)
	}
}
