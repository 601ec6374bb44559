package picture

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// AVIF, HEIC, MP4, M4A and JPEG XL are boxes in boxes. Some boxes say where in the file
// something is, so metadata is overwritten where it is: a box becomes a free one, full
// of zeros.

type box struct {
	kind             string
	start, body, end int
}

// boxesIn are the boxes of a range, up to the first that cannot be one; rest is where
// that is.
func boxesIn(data []byte, from, to int) (list []box, rest int) {
	for to-from >= 8 {
		size, body := int64(binary.BigEndian.Uint32(data[from:])), from+8
		switch {
		case size == 0 && !anything(data[from+4:body]): // padding
		case size == 0:
			size = int64(to - from)
		case size == 1 && to-from >= 16:
			size, body = int64(binary.BigEndian.Uint64(data[from+8:])), from+16
		}
		if size < int64(body-from) || size > int64(to-from) {
			break
		}
		b := box{string(data[from+4 : from+8]), from, body, from + int(size)}
		list = append(list, b)
		from = b.end
	}
	return list, from
}

// boxed is a file of boxes that is being cleaned.
type boxed struct {
	patch
	refused *Error
}

// The brands of pictures; all other files of this family are films and sound.
var heifBrands = []string{"avif", "avis", "mif1", "msf1", "miaf", "heic", "heix", "heim", "heis", "hevc", "hevx", "jpeg", "jpgs", "avci", "vvic"}

func hasBoxes(data []byte) bool { return len(data) >= 12 && string(data[4:8]) == "ftyp" }

func isHEIF(data []byte) bool {
	if !hasBoxes(data) {
		return false
	}
	end := max(12, min(len(data), 256, length(binary.BigEndian.Uint32(data))))
	for at := 8; at+4 <= end; at += 4 {
		if at != 12 && slices.Contains(heifBrands, string(data[at:at+4])) {
			return true
		}
	}
	return false
}

func isMP4(data []byte) bool { return hasBoxes(data) && !isHEIF(data) }

func isJXL(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\x00\x00\x00\x0cJXL \r\n\x87\n")) || bytes.HasPrefix(data, []byte("\xFF\x0A"))
}

func cleanHEIF(data []byte) result {
	return cleanBoxes(data, map[string]func(*boxed, box){"meta": (*boxed).items, "moov": (*boxed).movie})
}

func cleanMP4(data []byte) result {
	return cleanBoxes(data, map[string]func(*boxed, box){"moov": (*boxed).movie})
}

func cleanJXL(data []byte) result {
	if data[0] == 0xFF { // the picture alone, which has no room for anything else
		return result{clean: data}
	}
	return cleanBoxes(data, nil)
}

// drawnBoxes are those of the top level that hold the picture, or say where it is.
var drawnBoxes = []string{
	"ftyp", "styp", "mdat", "moof", "mfra", "sidx", "ssix", "pdin",
	"JXL ", "jxlc", "jxlp", "jxll", "jxli",
}

func cleanBoxes(data []byte, into map[string]func(*boxed, box)) result {
	list, rest := boxesIn(data, 0, len(data))
	c := &boxed{patch: patch{data: data}}
	cutOff := rest < len(data) && isCutOff(data[rest:])
	if !cutOff {
		c.data = data[:rest]
		if anything(data[rest:]) {
			c.note(trailing)
		}
	}
	seen := map[string]bool{}
	for _, b := range list {
		if clean := into[b.kind]; clean != nil && !seen[b.kind] { // readers take the first
			seen[b.kind] = true
			clean(c, b)
		} else if !slices.Contains(drawnBoxes, b.kind) {
			c.free(b)
		}
	}
	if c.refused != nil {
		return result{kinds: c.kinds, err: c.refused}
	}
	return c.result()
}

// isCutOff says whether a file ends within the box of its pictures, whose beginning may
// still be shown.
func isCutOff(rest []byte) bool { return len(rest) >= 8 && string(rest[4:8]) == "mdat" }

// free makes a box one that nobody reads.
func (c *boxed) free(b box) {
	kind := kindOfBox(b, c.data[b.body:b.end])
	if !anything(c.data[b.body:b.end]) {
		kind = silent
	}
	c.set(b.start+4, []byte("free"), kind)
	c.zero(b.body, b.end, silent)
}

func kindOfBox(b box, body []byte) string {
	switch {
	case b.kind == "Exif":
		return exif
	case b.kind == "xml ", b.kind == "uuid" && bytes.HasPrefix(body, []byte("\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC")):
		return xmp
	case b.kind == "jumb", b.kind == "uuid" && bytes.HasPrefix(body, []byte("\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81")):
		return c2pa
	case b.kind == "udta", b.kind == "meta":
		return tags
	case b.kind == "free", b.kind == "skip", b.kind == "wide": // the names of programs, mostly
		return silent
	}
	return maker
}

// refuse keeps the first reason.
func (c *boxed) refuse(why, hint string) {
	if c.refused == nil {
		c.refused = &Error{Why: why, Hint: hint}
	}
}

// children are the boxes in one that begins with so many bytes of its own. What is left
// over behind them is nothing that anybody reads.
func (c *boxed) children(b box, skip int) []box {
	from := min(b.body+skip, b.end)
	list, rest := boxesIn(c.data, from, b.end)
	c.zero(rest, b.end, broken)
	return list
}

// full is a version and flags, with which many boxes begin.
const full = 4
