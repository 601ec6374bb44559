package picture

import (
	"bytes"
	"encoding/binary"
)

// EXIF is a TIFF file without a picture. All that is read of it is how the photograph
// was held.

// upright is the orientation that needs no telling.
const upright = 1

// orientation is 1 to 8; 1 also when there is none, or the EXIF cannot be read.
func orientation(tiff []byte) uint16 {
	if len(tiff) < len(turned(upright)) {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	if !isTIFF(tiff) {
		return upright
	}
	first := int64(order.Uint32(tiff[4:]))
	if first+2 > int64(len(tiff)) {
		return upright
	}
	entries := tiff[first+2:]
	for range order.Uint16(tiff[first:]) {
		if len(entries) < 12 {
			break
		}
		tag, kind, count := order.Uint16(entries), order.Uint16(entries[2:]), order.Uint32(entries[4:])
		if value := order.Uint16(entries[8:]); tag == 0x0112 && kind == 3 && count == 1 && value >= 1 && value <= 8 {
			return value
		}
		entries = entries[12:]
	}
	return upright
}

// turned is EXIF with an orientation and nothing else.
func turned(orientation uint16) []byte {
	return []byte{
		'M', 'M', 0, 42, 0, 0, 0, 8, // big-endian; the list of tags follows at once
		0, 1, // one tag
		0x01, 0x12, 0, 3, 0, 0, 0, 1, byte(orientation >> 8), byte(orientation), 0, 0,
		0, 0, 0, 0, // no other list
	}
}

// onlyTurned is what stays of EXIF: nothing, if the picture is upright.
func onlyTurned(tiff []byte) []byte {
	if o := orientation(tiff); o != upright {
		return turned(o)
	}
	return nil
}

func isTIFF(data []byte) bool {
	return bytes.HasPrefix(data, []byte("II*\x00")) || bytes.HasPrefix(data, []byte("MM\x00*"))
}
