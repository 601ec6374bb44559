package picture

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
)

// A WebM file is elements in elements, and some say where others are; so what goes
// becomes a Void element of the same size.
const (
	ebmlHead    = 0x1A45DFA3
	ebmlVoid    = 0xEC
	ebmlCRC     = 0xBF
	webmSegment = 0x18538067
	webmInfo    = 0x1549A966
	webmTracks  = 0x1654AE6B
	webmTrack   = 0xAE
	webmCluster = 0x1F43B675
	webmDate    = 0x4461
	webmTags    = 0x1254C367
)

// webmStays are the elements that a film is played from, by what they are in. A cluster
// of unknown length has no end of its own, so what is in it may stand beside it.
var webmStays = map[uint64][]uint64{
	0: {ebmlHead},
	webmSegment: {
		0x114D9B74, webmCluster, 0x1C53BB6B, // where to find what, pictures and sound, where to jump
		0xE7, 0xA3, 0xA0, 0xAB, 0xA7, 0xAF, // of a cluster
	},
	webmInfo: {0x2AD7B1, 0x4489}, // the unit of time, the length
}

// webmNames are the programs that made it, which have to have a name.
var webmNames = []uint64{0x4D80, 0x5741}

func isWebM(data []byte) bool { return bytes.HasPrefix(data, []byte{0x1A, 0x45, 0xDF, 0xA3}) }

func cleanWebM(data []byte) result {
	w := &webm{patch{data: data}}
	w.children(0, 0, len(data))
	return w.result()
}

type webm struct{ patch }

// element is one in the file. Its length may be unknown; then it is all that is left.
type element struct {
	id               uint64
	start, body, end int
	unknown          bool
}

func (w *webm) children(parent uint64, from, to int) {
	for from < to {
		e, ok := elementAt(w.data, from, to)
		if !ok {
			w.zero(from, to, broken)
			return
		}
		switch {
		case e.id == webmCluster && e.unknown && parent == webmSegment:
			e.end = e.body
		case parent == 0 && e.id == webmSegment, parent == webmSegment && (e.id == webmInfo || e.id == webmTracks), parent == webmTracks && e.id == webmTrack:
			w.children(e.id, e.body, e.end)
		case parent == webmTracks, parent == webmTrack && e.id != 0x536E && e.id != ebmlCRC && e.id != ebmlVoid:
			// how to play; but not what the track is called
		case parent == webmInfo && slices.Contains(webmNames, e.id):
			w.fill(e.body, e.end, 'x', silent)
		case slices.Contains(webmStays[parent], e.id):
		default:
			w.void(e)
		}
		from = e.end
	}
}

func elementAt(data []byte, from, to int) (e element, ok bool) {
	id, n, ok := vint(data[from:to])
	if !ok || n > 4 {
		return e, false
	}
	size, m, ok := vint(data[from+n : to])
	if !ok {
		return e, false
	}
	e = element{id: id, start: from, body: from + n + m, end: to}
	most := uint64(1)<<(7*m) - 1
	size &= most // without the bit that says how long the number is
	e.unknown = size == most
	if !e.unknown && size < uint64(to-e.body) {
		e.end = e.body + int(size)
	}
	return e, true
}

// vint is a number of n bytes; the zeros before its first bit say how many.
func vint(data []byte) (value uint64, n int, ok bool) {
	if len(data) == 0 || data[0] == 0 {
		return 0, 0, false
	}
	n = bits.LeadingZeros8(data[0]) + 1
	if n > len(data) {
		return 0, 0, false
	}
	var b [8]byte
	copy(b[8-n:], data[:n])
	return binary.BigEndian.Uint64(b[:]), n, true
}

func (w *webm) void(e element) {
	kind := maker
	switch {
	case e.id == ebmlVoid, e.id == ebmlCRC, !anything(w.data[e.body:e.end]):
		kind = silent // leftovers, and a sum that is no longer right
	case e.id == webmDate:
		kind = timeOf
	case e.id == webmTags:
		kind = tags
	case e.id == 0x7BA9, e.id == 0x536E:
		kind = text
	}
	width := min(e.body-e.start-1, 8)
	size := uint64(e.end-e.start-1-width) | 1<<(7*width)
	head := binary.BigEndian.AppendUint64(nil, size)[8-width:]
	w.set(e.start, append([]byte{ebmlVoid}, head...), kind)
	w.zero(e.start+1+width, e.end, silent)
}
