package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// webpDrawing are the chunks that the picture is drawn from.
var webpDrawing = []string{"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM"}

const (
	webpHead = 12
	vp8xEXIF = 0x08
	vp8xXMP  = 0x04
)

func isWebP(data []byte) bool {
	return len(data) >= webpHead && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP"
}

func cleanWebP(data []byte) result {
	declared := length(binary.LittleEndian.Uint32(data[4:]))
	end := min(len(data), max(declared+8+declared%2, webpHead))
	c := &cut{data: data[:end]}
	c.keep(webpHead)
	w := &webp{cut: c, flags: -1}
	w.chunks()
	r := c.result()
	removed := end - len(r.clean)
	p := patch{data: r.clean, mine: removed != 0, kinds: r.kinds}
	if anything(data[end:]) {
		p.note(trailing)
	}
	if removed != 0 {
		p.set(4, binary.LittleEndian.AppendUint32(nil, uint32(declared-removed)), silent)
	}
	if w.flags >= 0 {
		flags := data[w.flags] &^ (vp8xEXIF | vp8xXMP)
		if w.turned {
			flags |= vp8xEXIF
		}
		p.set(w.flags, []byte{flags}, silent)
	}
	return p.result()
}

// webp is a walk over the chunks of one file.
type webp struct {
	*cut
	within bool // a frame
	flags  int  // where they are, or -1: nothing comes before them, so they do not move
	turned bool
}

func (w *webp) chunks() {
	for len(w.rest()) >= 8 {
		name, length := string(w.rest()[:4]), length(binary.LittleEndian.Uint32(w.rest()[4:]))
		size := w.left(8 + length + length%2)
		body := w.rest()[8:min(8+length, size)]
		switch {
		case name == "VP8X" && w.flags < 0 && w.at == webpHead && len(body) > 0:
			w.flags = w.at + 8
			w.keep(size)
		case slices.Contains(webpDrawing, name):
			w.keep(size)
		case name == "ANMF" && !w.within:
			w.frame(size, body)
		case name == "ICCP" && !w.within:
			plain, named := plainProfile(body)
			if named {
				w.note(device)
			}
			w.swap(size, riffChunk(name, plain, size), silent)
		case name == "EXIF" && w.isFlagged(vp8xEXIF) && !w.turned && onlyTurned(tiffOf(body)) != nil:
			w.turned = true
			only := onlyTurned(tiffOf(body))
			w.swap(size, riffChunk(name, only, 8+len(only)), exif)
		case name == "EXIF":
			w.drop(size, exif)
		case name == "XMP ":
			w.drop(size, xmp)
		case name == "C2PA":
			w.drop(size, c2pa)
		default:
			w.drop(size, maker)
		}
	}
	w.end(broken)
}

// isFlagged: chunks that the header does not announce are not read.
func (w *webp) isFlagged(flag byte) bool { return w.flags >= 0 && w.data[w.flags]&flag != 0 }

// frame is a picture of an animation, with chunks of its own after its place and time.
func (w *webp) frame(size int, body []byte) {
	const head = 16
	if len(body) < head {
		w.keep(size)
		return
	}
	inner := &webp{cut: &cut{data: body}, within: true, flags: -1}
	inner.keep(head)
	inner.chunks()
	w.kinds = append(w.kinds, inner.kinds...)
	clean := inner.result().clean
	if bytes.Equal(clean, body) {
		w.keep(size)
		return
	}
	w.swap(size, riffChunk("ANMF", clean, 8+len(clean)+len(clean)%2), silent)
}

// riffChunk has the size that it should have in the file, with its padding, or less when
// the file was cut off.
func riffChunk(name string, body []byte, size int) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(body)))
	out = append(out, body...)
	if size > len(out) {
		out = append(out, 0)
	}
	return out
}

// tiffOf is EXIF without the name that JPEG puts before it, and some programs here too.
func tiffOf(body []byte) []byte { return bytes.TrimPrefix(body, []byte("Exif\x00\x00")) }
