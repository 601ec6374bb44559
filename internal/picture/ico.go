package picture

import (
	"bytes"
	"encoding/binary"
)

func isICO(data []byte) bool {
	return len(data) >= 6 && bytes.HasPrefix(data, []byte{0, 0, 1, 0}) && data[4]|data[5] != 0
}

// cleanICO writes the pictures of an icon one after the other, each without its
// metadata. What lies between them is not taken over.
func cleanICO(data []byte) result {
	const head, entry = 6, 16
	count := int(binary.LittleEndian.Uint16(data[4:]))
	if head+count*entry > len(data) {
		return result{clean: data} // no picture in it can be found
	}
	var kinds []string
	behind, read := head+count*entry, int64(0)
	out := bytes.Clone(data[:head+count*entry])
	for e := head; e < head+count*entry; e += entry {
		size, at := int64(binary.LittleEndian.Uint32(data[e+8:])), int64(binary.LittleEndian.Uint32(data[e+12:]))
		if at < int64(head+count*entry) || at+size > int64(len(data)) {
			return result{kinds: kinds, err: &Error{Why: "says it holds pictures where there are none", Hint: "make it again, or use a PNG"}}
		}
		if read += size; read > int64(len(data)) {
			return result{kinds: kinds, err: &Error{Why: "shows the same bytes as several pictures", Hint: "make it again, or use a PNG"}}
		}
		picture := data[at : at+size]
		behind = max(behind, int(at+size))
		if isPNG(picture) {
			r := cleanPNG(picture)
			picture, kinds = r.clean, append(kinds, r.kinds...)
		}
		binary.LittleEndian.PutUint32(out[e+8:], uint32(len(picture)))
		binary.LittleEndian.PutUint32(out[e+12:], uint32(len(out)))
		out = append(out, picture...)
	}
	if anything(data[behind:]) {
		kinds = append(kinds, trailing)
	}
	if bytes.Equal(out, data) {
		return result{clean: data, kinds: kinds}
	}
	return result{clean: out, kinds: kinds}
}
