package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"math/bits"
	"testing"

	"github.com/microleadership/playbook/internal/picture"
)

// TestOggSums computes the checksums with the standard library, whose bits run the other
// way.
func TestOggSums(t *testing.T) {
	clean, err := picture.Strip(plantedOgg())
	if err != nil {
		t.Fatal(err)
	}
	for i, page := range bytes.Split(bytes.TrimRight(clean, "\x00"), []byte("OggS"))[1:] {
		page = append([]byte("OggS"), page...)
		sum := binary.LittleEndian.Uint32(page[22:])
		clear(page[22:26])
		for j := range page {
			page[j] = bits.Reverse8(page[j])
		}
		if want := bits.Reverse32(^crc32.Update(^uint32(0), crc32.IEEETable, page)); sum != want {
			t.Errorf("page %d: %#x, want %#x", i, sum, want)
		}
	}
}

// TestNothingMoves holds that formats whose parts find each other by their place keep all
// places.
func TestNothingMoves(t *testing.T) {
	for name, data := range map[string][]byte{"AVIF": plantedAVIF(), "MP4": plantedMP4("soun"), "WebM": plantedWebM()} {
		clean, err := picture.Strip(data)
		if err != nil {
			t.Fatal(err)
		}
		at := bytes.Index(data, []byte("drawn"))
		if at < 0 || at != bytes.Index(clean, []byte("drawn")) {
			t.Errorf("%s: the picture was at %d, and is at %d", name, at, bytes.Index(clean, []byte("drawn")))
		}
	}
}

// TestEmptyEXIF holds that an AVIF file keeps EXIF that says nothing: a reader that is
// told of it may refuse the picture if it finds none.
func TestEmptyEXIF(t *testing.T) {
	clean, _ := picture.Strip(plantedAVIF())
	if !bytes.Contains(clean, []byte("drawn\x00\x00\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00")) {
		t.Errorf("%q", clean)
	}
}

// TestSmallItems holds that small items, which lie beside the table of contents, go too.
func TestSmallItems(t *testing.T) {
	infos := fullBox("iinf", 0, be16(1), fullBox("infe", 2, be16(2), be16(0), []byte("Exif\x00")))
	places := fullBox("iloc", 1, []byte{0x44, 0, 0, 1}, be16(2), be16(1), be16(0), be16(1), be32(0), be32(len(secret)))
	data := boxesOf("avif", fullBox("meta", 0, infos, places, boxOf("idat", secret)))
	clean, err := picture.Strip(data)
	if err != nil || leak(clean) != "" || len(clean) != len(data) {
		t.Errorf("%v %q", err, clean)
	}
}

func TestFormat(t *testing.T) {
	for _, s := range samples() {
		if got := picture.Format(s.data); got == "" || !bytes.Contains([]byte(s.name), []byte(got)) {
			t.Errorf("%s is taken for %q", s.name, got)
		}
	}
	for _, text := range []string{"", "WEBVTT\n", "<html>", "RIFF\x00\x00\x00\x00WAVE", "\xFF\xFE<\x00", "one"} {
		if got := picture.Format([]byte(text)); got != "" {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}
