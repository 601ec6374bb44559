package picture

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// The markers of JPEG that matter here.
const (
	jpegStart = 0xD8
	jpegEnd   = 0xD9
	jpegScan  = 0xDA
	jpegTEM   = 0x01
	jpegAPP0  = 0xE0
	jpegAPP1  = 0xE1
	jpegAPP2  = 0xE2
	jpegAPP11 = 0xEB
	jpegAPP13 = 0xED
	jpegAPP14 = 0xEE
	jpegCOM   = 0xFE
)

func isJPEG(data []byte) bool { return bytes.HasPrefix(data, []byte{0xFF, jpegStart}) }

func cleanJPEG(data []byte) result {
	data, named := plainJPEGProfile(data)
	c := &cut{data: data}
	if named {
		c.note(device)
	}
	c.keep(2)
	turned := false
	for len(c.rest()) > 0 {
		s, ok := nextSegment(c.rest())
		c.drop(s.skip, broken)
		switch {
		case !ok && len(c.rest()) < len("\xFF\xE1\x00\x00"): // cut off before anything was said
			c.end(silent)
		case !ok:
			c.end(broken)
		case s.marker == jpegStart: // a second picture begins, without the end of the first
			c.end(trailing)
		case s.marker == jpegEnd:
			c.keep(s.size)
			c.end(trailing)
		case s.marker == jpegScan:
			c.keep(s.size)
			c.keep(scanLength(c.rest()))
		case s.marker == jpegAPP1 && bytes.HasPrefix(s.body, []byte("Exif\x00")):
			var only []byte
			if !turned && len(s.body) > 6 {
				only = onlyTurned(s.body[6:])
			}
			turned = turned || only != nil
			c.swap(s.size, exifSegment(only), exif)
		default:
			only, kind := drawing(s)
			c.swap(s.size, only, kind)
		}
	}
	return c.result()
}

// segment is one of a JPEG file: the bytes before it that no decoder reads, its marker
// with any padding, and its body.
type segment struct {
	skip   int
	marker byte
	size   int    // from the padding to the end
	body   []byte // shorter than it should be at the end of a file that was cut off
	whole  []byte
}

// nextSegment finds a segment as decoders do: they skip what is no marker. It is not ok
// when there is none, or one that says it is shorter than its own length.
func nextSegment(data []byte) (s segment, ok bool) {
	for {
		i := bytes.IndexByte(data[s.skip:], 0xFF)
		if i < 0 {
			return s, false
		}
		s.skip += i
		at := s.skip
		for at < len(data) && data[at] == 0xFF {
			at++
		}
		if at == len(data) {
			return s, false
		}
		s.marker = data[at]
		at++
		switch {
		case s.marker == 0:
			s.skip = at
			continue
		case s.marker == jpegTEM, s.marker >= 0xD0 && s.marker <= jpegEnd:
			s.size = at - s.skip
		case at+2 > len(data):
			return s, false
		default:
			length := int(binary.BigEndian.Uint16(data[at:]))
			if length < 2 {
				return s, false
			}
			end := min(at+length, len(data))
			s.size, s.body = end-s.skip, data[min(at+2, end):end]
		}
		s.whole = data[s.skip : s.skip+s.size]
		return s, true
	}
}

// scanLength is how far the compressed picture goes: up to a marker that is not one of
// those that may stand within it.
func scanLength(data []byte) int {
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], 0xFF)
		if i < 0 || at+i+1 == len(data) {
			return len(data)
		}
		at += i + 1
		switch b := data[at]; {
		case b == 0, b >= 0xD0 && b <= 0xD7:
			at++
		case b == 0xFF: // padding; the second may begin a marker
		default:
			return at - 1
		}
	}
}

// drawing is what of a segment the picture is drawn from, and what the rest is.
func drawing(s segment) (stays []byte, kind string) {
	begins := func(mark string) bool { return bytes.HasPrefix(s.body, []byte(mark)) }
	switch {
	case s.marker == jpegAPP0 && begins("JFIF\x00"):
		return plainJFIF(s), thumbnail
	case s.marker == jpegAPP2 && begins("ICC_PROFILE\x00"):
		return s.whole, silent
	case s.marker == jpegAPP14 && begins("Adobe"): // says which colours the numbers are
		if len(s.body) > 12 {
			return jpegSegment(jpegAPP14, s.body[:12]), maker
		}
		return s.whole, silent
	case s.marker == jpegAPP0 && begins("JFXX\x00"):
		return nil, thumbnail
	case s.marker == jpegAPP1 && begins("http://ns.adobe.com/"):
		return nil, xmp
	case s.marker == jpegAPP2 && begins("MPF\x00"):
		return nil, second
	case s.marker == jpegAPP11:
		return nil, c2pa
	case s.marker == jpegAPP13:
		return nil, iptc
	case s.marker == jpegCOM:
		return nil, comment
	case s.marker < 0xC0 && s.marker != jpegTEM, s.marker >= jpegAPP0:
		return nil, maker
	}
	return s.whole, silent
}

// plainJFIF has no thumbnail.
func plainJFIF(s segment) []byte {
	const size = 14
	if len(s.body) < size || len(s.body) == size && s.body[size-2] == 0 && s.body[size-1] == 0 {
		return s.whole
	}
	return jpegSegment(jpegAPP0, append(bytes.Clone(s.body[:size-2]), 0, 0))
}

func jpegSegment(marker byte, body []byte) []byte {
	out := []byte{0xFF, marker}
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(out, body...)
}

func exifSegment(tiff []byte) []byte {
	if tiff == nil {
		return nil
	}
	return jpegSegment(jpegAPP1, append([]byte("Exif\x00\x00"), tiff...))
}

// plainJPEGProfile makes the colour profile plain where it stands. A long one is split
// over segments that carry their number.
func plainJPEGProfile(data []byte) (plain []byte, named bool) {
	type piece struct {
		number byte
		body   []byte
		at     int
	}
	const head = len("ICC_PROFILE\x00") + 2
	var pieces []piece
	for at := 2; at < len(data); {
		s, ok := nextSegment(data[at:])
		if !ok || s.marker == jpegScan || s.marker == jpegEnd || s.marker == jpegStart {
			break
		}
		at += s.skip + s.size
		if s.marker == jpegAPP2 && bytes.HasPrefix(s.body, []byte("ICC_PROFILE\x00")) && len(s.body) >= head {
			body := s.body[head:]
			pieces = append(pieces, piece{s.body[head-2], body, at - len(body)})
		}
	}
	if pieces == nil {
		return data, false
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(a.number, b.number) })
	var profile []byte
	for _, p := range pieces {
		profile = append(profile, p.body...)
	}
	profile, named = plainProfile(profile)
	p := patch{data: data}
	for _, piece := range pieces {
		p.set(piece.at, profile[:len(piece.body)], silent)
		profile = profile[len(piece.body):]
	}
	return p.data, named
}
