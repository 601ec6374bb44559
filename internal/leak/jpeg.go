package leak

import (
	"bytes"
	"encoding/binary"
)

// jpeg reads the segments before the picture and between its scans, and what stands after its end.
func (j *job) jpeg(l *layer) {
	src := l.src
	for i := 2; i+4 <= len(src); {
		marker := src[i+1]
		switch {
		case src[i] != 0xFF:
			i++
			continue
		case marker == 0xFF, marker == 0, marker >= 0xD0 && marker <= 0xD8, marker == 1:
			i++
			continue
		case marker == 0xD9:
			j.nested(l.piece(i+2, len(src)))
			return
		}
		size := int(binary.BigEndian.Uint16(src[i+2:]))
		j.segment(marker, l.piece(i+4, i+2+size))
		i += 2 + max(size, 2)
		if marker == 0xDA { // the picture, up to the next marker
			for i+1 < len(src) && (src[i] != 0xFF || src[i+1] == 0 || src[i+1] >= 0xD0 && src[i+1] <= 0xD7) {
				i++
			}
		}
	}
}

func (j *job) segment(marker byte, l *layer) {
	switch {
	case marker == 0xFE:
		j.words(l, inMetadata)
		j.blob(l)
	case marker == 0xE1 && bytes.HasPrefix(l.src, []byte("Exif\x00\x00")):
		j.exif(l.piece(6, len(l.src)))
	case marker == 0xE1 && bytes.HasPrefix(l.src, []byte("http://")):
		j.words(l, inMetadata)
	case marker == 0xED:
		j.iptc(l)
		j.blob(l)
	case marker >= 0xE0 && marker <= 0xEF:
		j.blob(l)
	}
}

// iptc reads the data sets 1C, record, number, length of two bytes, text.
func (j *job) iptc(l *layer) {
	src := l.src
	for i := 0; i+5 <= len(src); {
		n := bytes.IndexByte(src[i:], 0x1C)
		if n < 0 || i+n+5 > len(src) {
			return
		}
		i += n
		size := int(binary.BigEndian.Uint16(src[i+3:]))
		if src[i+1] > 9 || i+5+size > len(src) {
			i++
			continue
		}
		j.words(l.piece(i+5, i+5+size), inMetadata)
		i += 5 + size
	}
}
