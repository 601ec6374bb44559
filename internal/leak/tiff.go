package leak

import (
	"bytes"
	"encoding/binary"
)

// exif reads what cameras and editors say of an image: the fields, a small picture with fields of
// its own, and whatever else stands there.
func (j *job) exif(l *layer) {
	l = l.piece(max(0, bytes.Index(l.src[:min(len(l.src), 16)], []byte("Exif\x00\x00"))), len(l.src))
	if bytes.HasPrefix(l.src, []byte("Exif\x00\x00")) {
		l = l.piece(6, len(l.src))
	}
	j.tiff(l)
}

func (j *job) tiff(l *layer) {
	t := tiff{job: j, l: l, left: maxFields}
	switch {
	case len(l.src) < 8:
		return
	case l.src[0] == 'I':
		t.order = binary.LittleEndian
	default:
		t.order = binary.BigEndian
	}
	t.directory(t.order.Uint32(l.src[4:]), 0)
	if from, to := t.thumbnail, t.thumbnail+t.size; from > 0 && to <= len(l.src) && to > from {
		j.nested(l.piece(from, to))
		j.blob(l.piece(0, from))
		j.blob(l.piece(to, len(l.src)))
		return
	}
	j.blob(l)
}

type tiff struct {
	job             *job
	l               *layer
	order           binary.ByteOrder
	left            int // fields that may still be read: directories can lead in circles
	thumbnail, size int
	read            int // bytes of fields
}

const maxFields = 2000

// fieldSize of the types 1 … 12, in bytes.
var fieldSize = [13]int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8}

func (t *tiff) directory(at uint32, depth int) {
	src, i := t.l.src, int(at)
	if depth > 4 || i < 8 || i+2 > len(src) {
		return
	}
	n := int(t.order.Uint16(src[i:]))
	for i += 2; n > 0 && i+12 <= len(src) && t.left > 0; n, i, t.left = n-1, i+12, t.left-1 {
		t.field(i, depth)
	}
	if n == 0 && i+4 <= len(src) {
		t.directory(t.order.Uint32(src[i:]), depth+1)
	}
}

func (t *tiff) field(i, depth int) {
	src := t.l.src
	tag, kind := t.order.Uint16(src[i:]), t.order.Uint16(src[i+2:])
	count, value := int(t.order.Uint32(src[i+4:])), t.order.Uint32(src[i+8:])
	switch tag {
	case 0x8769, 0x8825, 0xA005, 0x014A:
		t.directory(value, depth+1)
		return
	case 0x0201:
		t.thumbnail = int(value)
		return
	case 0x0202:
		t.size = int(value)
		return
	}
	if kind == 0 || int(kind) >= len(fieldSize) || count > len(src) {
		return
	}
	from, size := i+8, count*fieldSize[kind]
	if size > 4 {
		from = int(value)
	}
	body := t.l.piece(from, from+size)
	if t.read += len(body.src); t.read > 4*len(src) { // fields that lie on each other
		return
	}
	switch {
	case tag >= 0x9C9B && tag <= 0x9C9F: // of Windows: title, comment, author, keywords, subject
		t.job.units(body, 0, 1, true)
		t.job.units(body, 0, 0, true)
	case kind == 2, tag == 0x02BC:
		t.job.words(body, inMetadata)
	case kind == 1, kind == 7:
		if tag == 0x83BB {
			t.job.iptc(body)
		}
		if bytes.HasPrefix(body.src, []byte("ASCII\x00\x00\x00")) {
			t.job.words(body.piece(8, len(body.src)), inMetadata)
		}
		if bytes.HasPrefix(body.src, []byte("UNICODE\x00")) {
			t.job.units(body.piece(8, len(body.src)), 0, 0, true)
			t.job.units(body.piece(8, len(body.src)), 0, 1, true)
		}
	}
}
