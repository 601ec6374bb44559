package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

// name is what nobody may find in a published picture.
const name = "Anna Planted"

// secret is the name in the forms that metadata has: as text of two encodings, and packed.
var secret = bytes.Join([][]byte{[]byte(name), wide(name), zipped([]byte(strings.Repeat(name, 3)))}, nil)

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func zipped(b []byte) []byte {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write(b)
	w.Close()
	return out.Bytes()
}

// leak finds the name in any of its forms, also in everything that can be unpacked.
func leak(data []byte) string {
	switch {
	case bytes.Contains(data, []byte(name)):
		return "as text"
	case bytes.Contains(data, wide(name)):
		return "as wide text"
	}
	for i := range data {
		if data[i] != 0x78 {
			continue
		}
		if r, err := zlib.NewReader(bytes.NewReader(data[i:])); err == nil {
			if plain, _ := io.ReadAll(io.LimitReader(r, 1<<20)); bytes.Contains(plain, []byte(name)) {
				return "packed"
			}
		}
	}
	return ""
}

func TestLeakIsFound(t *testing.T) {
	for form, b := range map[string][]byte{"as text": []byte(name), "as wide text": wide(name), "packed": zipped([]byte(name))} {
		if got := leak(append([]byte("..."), b...)); got != form {
			t.Errorf("%s: found %q", form, got)
		}
	}
}

func be16(n int) []byte { return binary.BigEndian.AppendUint16(nil, uint16(n)) }
func be32(n int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }
func le32(n int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(n)) }

func join[T ~string | ~[]byte](parts ...T) []byte {
	var out []byte
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// tiff is EXIF as a camera writes it: little-endian, with the place and a thumbnail.
func tiff(orientation int) []byte {
	out := []byte("II*\x00\x08\x00\x00\x00\x02\x00")
	out = append(out, "\x0F\x01\x02\x00\x20\x00\x00\x00\x26\x00\x00\x00"...) // the maker of the camera
	out = append(out, "\x12\x01\x03\x00\x01\x00\x00\x00"...)
	out = append(out, byte(orientation), 0, 0, 0, 0, 0, 0, 0)
	return append(out, secret...)
}

// onlyTurned is all the EXIF that may be left.
func onlyTurned(orientation int) []byte {
	return append([]byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), byte(orientation), 0, 0, 0, 0, 0, 0)
}

// red is the colour of the profile, and has to stay.
const red = "XYZ \x00\x00\x00\x00\x00\x00\x6F\xA2\x00\x00\x38\xF5\x00\x00\x03\x90"

// profile is the colour profile of Anna's own monitor.
func profile() []byte {
	texts := join([]byte("desc\x00\x00\x00\x00"), be32(len(secret)), secret)
	model := join([]byte("mmod\x00\x00\x00\x00"), secret)
	const tags = 3
	head := make([]byte, 128)
	copy(head[4:], "Anna")
	copy(head[24:], be16(2026))
	copy(head[36:], "acsp")
	copy(head[48:], "Anna")
	table := be32(tags)
	at := 128 + 4 + tags*12
	for _, tag := range []struct {
		name string
		size int
	}{{"rXYZ", len(red)}, {"desc", len(texts)}, {"mmod", len(model)}} {
		table = join(table, []byte(tag.name), be32(at), be32(tag.size))
		at += tag.size
	}
	return join(head, table, []byte(red), texts, model, secret) // and what no tag owns
}

// unpackedProfile is the colour profile of a PNG file.
func unpackedProfile(data []byte) []byte {
	_, after, _ := bytes.Cut(data, []byte("iCCPICC\x00\x00"))
	r, err := zlib.NewReader(bytes.NewReader(after))
	if err != nil {
		return nil
	}
	plain, _ := io.ReadAll(r)
	return plain
}
