package picture_test

import (
	"bytes"
	"testing"

	"github.com/microleadership/playbook/internal/picture"
)

// TestOtherWays holds that what the samples have one way is found the other way too.
func TestOtherWays(t *testing.T) {
	picked := []byte("drawn")
	big := func() []byte { // numbers of four bytes, and of eight
		infos := fullBox("iinf", 1, be32(1), fullBox("infe", 3, be32(2), be16(0), []byte("Exif\x00")))
		places := func(at int) []byte {
			return fullBox("iloc", 2, []byte{0x88, 0x80}, be32(1), be32(2), be16(0), be16(0), be32(0), be32(at), be16(1), make([]byte, 8), be32(0), be32(len(secret)))
		}
		first := join(boxOf("ftyp", []byte("mif1\x00\x00\x00\x00avif")), fullBox("meta", 0, infos, places(0)))
		at := len(first) + 16
		return join(boxOf("ftyp", []byte("mif1\x00\x00\x00\x00avif")), fullBox("meta", 0, infos, places(at)), be32(1), []byte("mdat"), be32(0), be32(16+len(secret)+5), secret, picked)
	}
	frames := []byte("\xFF\xFB\x90\x00drawn")
	size := byte(len(secret))
	for name, tt := range map[string]struct {
		data []byte
		kind string
	}{
		"large numbers":             {big(), "EXIF"},
		"the rest of the file":      {join(boxOf("ftyp", []byte("isom\x00\x00\x00\x00")), boxOf("mdat", picked), be32(0), []byte("udta"), secret), "tags"},
		"film that was cut off":     {join(boxOf("ftyp", []byte("isom\x00\x00\x00\x00")), boxOf("udta", secret), be32(9999), []byte("mdat"), picked), "tags"},
		"dates as properties":       {boxesOf("avif", fullBox("meta", 0, boxOf("iprp", boxOf("ipco", fullBox("crtt", 0, secret)))), boxOf("mdat", picked)), "time"},
		"unnamed properties":        {boxesOf("avif", fullBox("meta", 0, boxOf("iprp", boxOf("ipco", boxOf("uuid", secret)))), boxOf("mdat", picked)), "maker data"},
		"tags with a foot":          {join([]byte("ID3\x04\x00\x10\x00\x00\x00"), []byte{size}, secret, []byte("3DI\x04\x00\x10\x00\x00\x00"), []byte{size}, frames), "tags"},
		"tags at the end":           {join(frames, []byte("ID3\x04\x00\x10\x00\x00\x00"), []byte{size}, secret, []byte("3DI\x04\x00\x10\x00\x00\x00"), []byte{size}), "tags"},
		"words of a song":           {join(frames, []byte("LYRICSBEGIN"), secret, []byte("000000LYRICS200")), "tags"},
		"tags with a head":          {join(frames, []byte("APETAGEX"), make([]byte, 24), secret, []byte("APETAGEX"), le32(2000), le32(len(secret)+32), le32(1), []byte{0, 0, 0, 0x80}, make([]byte, 8)), "tags"},
		"comments of no words":      {join(oggPage(2, 0, []byte("OpusHead")), oggPage(0, 1, join([]byte("OpusTags\xFF\xFF\xFF\xFF"), secret)), oggPage(0, 2, picked)), "tags"},
		"comments cut short":        {join(oggPage(2, 0, []byte("\x01vorbis")), oggPage(0, 1, join([]byte("\x03vorbis"), le32(0), le32(9), le32(1), []byte("a"), le32(999), secret)), oggPage(0, 2, picked)), "tags"},
		"no comments":               {join(oggPage(2, 0, []byte("\x01vorbis")), oggPage(0, 1, secret), oggPage(0, 2, picked)), "tags"},
		"EXIF that is not read":     {riffFile(riff("VP8L", picked), riff("EXIF", tiff(6))), "EXIF"},
		"a longer end":              {join(pngOf(drawing(8, 8))[:33], pngChunk("IDAT", picked), pngChunk("IEND", secret)), "data after the picture"},
		"a profile that is none":    {join(pngOf(drawing(8, 8))[:33], pngChunk("tEXt", nil), pngChunk("iCCP", join([]byte("a\x00\x00"), zipped(secret))), pngChunk("IDAT", picked)), "text"},
		"two profiles":              {join(pngOf(drawing(8, 8))[:33], pngChunk("iCCP", join([]byte("a\x00\x00"), zipped(profile()))), pngChunk("iCCP", join([]byte("a\x00\x00"), zipped(profile()))), pngChunk("IDAT", picked)), "device"},
		"a chunk that is cut off":   {join(pngOf(drawing(8, 8))[:33], pngChunk("IDAT", picked), pngChunk("tEXt", secret)[:40]), "text"},
		"EXIF that is cut off":      {join([]byte("\xFF\xD8"), segment(0xDB, picked), segment(0xE1, []byte("Exif\x00\x00"), tiff(6))[:60]), "EXIF"},
		"a segment of no length":    {join([]byte("\xFF\xD8"), segment(0xDB, picked), []byte("\xFF\xE1\x00\x01"), secret), "unreadable data"},
		"what follows a GIF's mark": {join([]byte("GIF89a"), make([]byte, 7), []byte("\x2C\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02"), subBlocks(picked), []byte{7}, secret), "unreadable data"},
	} {
		if got := picture.Metadata(tt.data); len(got) != 1 || got[0] != tt.kind {
			t.Errorf("%s: found %v, want %s", name, got, tt.kind)
		}
		clean, err := picture.Strip(tt.data)
		if err != nil || leak(clean) != "" || !bytes.Contains(clean, picked) {
			t.Errorf("%s: %v %q", name, err, clean)
		}
		holds(t, tt.data)
	}
}

// TestListsThatAreNotKnown holds that a table of contents in a way of its own is no reason
// to publish what it leads to.
func TestListsThatAreNotKnown(t *testing.T) {
	infos := fullBox("iinf", 0, be16(1), fullBox("infe", 2, be16(2), be16(0), []byte("Exif\x00")))
	for name, meta := range map[string][]byte{
		"old infos":       fullBox("meta", 0, fullBox("iinf", 0, be16(1), fullBox("infe", 0, be16(2), be16(0), []byte("a\x00")))),
		"one, twice":      fullBox("meta", 0, fullBox("iinf", 0, be16(2), fullBox("infe", 2, be16(2), be16(0), []byte("Exif\x00")), fullBox("infe", 2, be16(2), be16(0), []byte("av01\x00")))),
		"new places":      fullBox("meta", 0, infos, fullBox("iloc", 3, make([]byte, 40))),
		"short places":    fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0x44, 0, 0, 9})),
		"no lengths":      fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0, 0, 0, 1}, be16(2), be16(0), be16(0), be16(1))),
		"endless places":  fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0, 0, 0, 1}, be16(2), be16(0), be16(0), be16(65535))),
		"outside of all":  fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0x44, 0, 0, 1}, be16(2), be16(0), be16(0), be16(1), be32(1), be32(9))),
		"two in one":      fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0x44, 0, 0, 1}, be16(2), be16(1), be16(0), be16(2), be32(0), be32(9), be32(8), be32(9)), boxOf("idat", make([]byte, 30))),
		"far beyond it":   fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0x44, 0, 0, 1}, be16(2), be16(0), be16(0), be16(1), be32(1<<31), be32(9))),
		"in another item": fullBox("meta", 0, infos, fullBox("iloc", 1, []byte{0x44, 0, 0, 1}, be16(2), be16(2), be16(0), be16(1), be32(0), be32(9))),
	} {
		if clean, err := picture.Strip(boxesOf("avif", meta)); err == nil {
			t.Errorf("%s: %q", name, clean)
		}
	}
}

// TestHidden holds that a place that readers pass over is no hiding place.
func TestHidden(t *testing.T) {
	plain, _ := picture.Strip(join(pngOf(drawing(8, 8))[:33], pngChunk("iCCP", join([]byte("a\x00\x00"), zipped(profile()))), pngChunk("IDAT", nil)))
	from := bytes.Index(plain, []byte("iCCP"))
	to := bytes.Index(plain, []byte("IDAT"))
	packed := plain[from+4 : to-8]
	meta := fullBox("meta", 0, boxOf("grpl", nil))
	for name, data := range map[string][]byte{
		"behind a profile":       join(plain[:33], pngChunk("iCCP", join(packed, secret)), pngChunk("IDAT", nil)),
		"in a second table":      boxesOf("avif", meta, fullBox("meta", 0, boxOf("grpl", secret))),
		"between two icons":      plantedICO(),
		"in a GIF that ends now": join([]byte("GIF89a"), make([]byte, 7), []byte("\x21\xF9\x04\x00\x00\x00\x00")),
	} {
		clean, err := picture.Strip(data)
		if err != nil || leak(clean) != "" {
			t.Errorf("%s: %v %q", name, err, clean)
		}
		holds(t, data)
	}
	icon := []byte{16, 16, 0, 0, 1, 0, 32, 0}
	shared := join([]byte{0, 0, 1, 0, 2, 0}, icon, le32(40), le32(38), icon, le32(40), le32(38), make([]byte, 40))
	if clean, err := picture.Strip(shared); err == nil {
		t.Errorf("an icon that would grow: %q", clean)
	}
}
