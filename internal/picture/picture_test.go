package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/microleadership/playbook/internal/picture"
)

// TestNothingIsLeft plants a name everywhere, and looks for it afterwards.
func TestNothingIsLeft(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			if leak(s.data) == "" {
				t.Fatal("nothing was planted")
			}
			if got := strings.Join(picture.Metadata(s.data), " "); got != s.kinds {
				t.Errorf("found %s\nwant  %s", got, s.kinds)
			}
			holds(t, s.data)
			clean, err := picture.Strip(s.data)
			if err != nil {
				t.Fatal(err)
			}
			if how := leak(clean); how != "" {
				t.Errorf("the name is still there, %s: %q", how, clean)
			}
			for _, b := range s.stays {
				if !bytes.Contains(clean, b) && !bytes.Contains(unpackedProfile(clean), b) {
					t.Errorf("%q is gone: %q", b, clean)
				}
			}
			if s.decode {
				samePicture(t, s.data, clean)
			}
		})
	}
}

// TestOrientation holds that a photograph is not turned, and that upright ones keep no EXIF.
func TestOrientation(t *testing.T) {
	for format, make := range map[string]func(int) []byte{"JPEG": plantedJPEG, "PNG": plantedPNG, "WebP": plantedWebP} {
		for o := range 10 {
			clean, err := picture.Strip(make(o))
			if err != nil {
				t.Fatal(err)
			}
			want := 0
			if o > 1 && o < 9 {
				want = 1
			}
			if got := bytes.Count(clean, onlyTurned(o)); got != want {
				t.Errorf("%s, orientation %d: %d times EXIF", format, o, got)
			}
			if got := bytes.Count(clean, []byte("MM\x00*")); got > 1 {
				t.Errorf("%s, orientation %d: %d EXIF", format, o, got)
			}
		}
	}
}

// TestWebPHeader holds that the header announces what there is.
func TestWebPHeader(t *testing.T) {
	for orientation, want := range map[int]byte{1: 0x20, 6: 0x28} {
		clean, _ := picture.Strip(plantedWebP(orientation))
		if size := int(binary.LittleEndian.Uint32(clean[4:])); size != len(clean)-8 {
			t.Errorf("it says %d bytes, and there are %d", size, len(clean)-8)
		}
		if clean[20] != want {
			t.Errorf("orientation %d: flags %#x", orientation, clean[20])
		}
	}
}

// TestUntouched holds that a picture without metadata is not even copied.
func TestUntouched(t *testing.T) {
	for name, data := range map[string][]byte{
		"JPEG": jpegOf(drawing(8, 8)), "PNG": pngOf(drawing(8, 8)), "nothing": {}, "text": []byte("WEBVTT\n"),
		"WebP": riffFile(riff("VP8L", []byte("drawn"))), "SVG": []byte(`<svg xmlns="http://www.w3.org/2000/svg"><desc>A</desc></svg>`),
	} {
		clean, err := picture.Strip(data)
		if err != nil || len(clean) != len(data) || len(data) > 0 && &clean[0] != &data[0] || picture.Metadata(data) != nil {
			t.Errorf("%s: %v %v", name, err, picture.Metadata(data))
		}
	}
}

// TestRefused holds that what cannot be cleaned is not published by chance.
func TestRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		data         []byte
		format, want string
	}{
		"TIFF":                {tiff(1), "TIFF", "this TIFF file is made of metadata as much as of a picture"},
		"Photoshop":           {[]byte("8BPS"), "Photoshop", "this Photoshop file is a work in progress, which no browser shows"},
		"PDF":                 {[]byte("%PDF-1.7 /Author (A)"), "PDF", "this PDF file may say who wrote it, when and with what"},
		"packed PDF":          {[]byte("%PDF-1.7 /Type /ObjStm"), "PDF", "this PDF file may say who wrote it, when and with what"},
		"track of places":     {plantedMP4("camm"), "MP4", "this MP4 file holds a track that no browser plays, which can tell places and times"},
		"EXIF in the picture": {avif(0, 3), "AVIF", "this AVIF file keeps metadata in places that cannot be overwritten"},
		"EXIF in an item":     {avif(2, 5), "AVIF", "this AVIF file keeps metadata in places that cannot be overwritten"},
		"thumbnail": {
			boxesOf("avif", fullBox("meta", 0, fullBox("iref", 0, boxOf("thmb", make([]byte, 6))))),
			"AVIF", "this AVIF file holds a thumbnail, which may show more than the picture does",
		},
		"unknown sound":  {oggPage(2, 0, []byte("\x7FFLAC")), "Ogg", "this Ogg file holds a stream whose comments are not known"},
		"broken drawing": {[]byte("<svg><g></svg>"), "SVG", "this SVG file is not well-formed: syntax error on line 1: element <g> closed by </svg>"},
		"own entities":   {[]byte(`<!DOCTYPE svg [<!ENTITY a "b">]><svg/>`), "SVG", "this SVG file defines its own entities, which can hide anything"},
		"another root":   {[]byte(`<g><svg/></g>`), "SVG", "this SVG file does not begin with <svg>"},
		"icon of nothing": {
			[]byte{0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 9, 0, 0, 0, 99, 0, 0, 0}, "ICO", "this ICO file says it holds pictures where there are none",
		},
	} {
		clean, err := picture.Strip(tt.data)
		var stuck *picture.Error
		if !errors.As(err, &stuck) || stuck.Error() != tt.want || stuck.Format != tt.format || stuck.Hint == "" || clean != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func boxesOf(brand string, boxes ...[]byte) []byte {
	return join(boxOf("ftyp", []byte(brand+"\x00\x00\x00\x00"+brand)), join(boxes...))
}

// TestDamaged cuts and changes files at random.
func TestDamaged(t *testing.T) {
	all := samples()
	rapid.Check(t, func(t *rapid.T) {
		data := bytes.Clone(rapid.SampledFrom(all).Draw(t, "sample").data)
		for range rapid.IntRange(0, 4).Draw(t, "changes") {
			data[rapid.IntRange(0, len(data)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		holds(t, data[:rapid.IntRange(0, len(data)).Draw(t, "length")])
	})
}

// FuzzStrip reads anything as a picture.
func FuzzStrip(f *testing.F) {
	for _, s := range samples() {
		f.Add(s.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, data) })
}

// holds is what is true of every file.
func holds(t interface {
	Helper()
	Fatalf(string, ...any)
}, data []byte,
) {
	t.Helper()
	before := bytes.Clone(data)
	clean, err := picture.Strip(data)
	if !bytes.Equal(before, data) {
		t.Fatalf("the file itself was changed")
	}
	var stuck *picture.Error
	switch {
	case err != nil && (!errors.As(err, &stuck) || stuck.Hint == ""):
		t.Fatalf("%v is not an error with a way out", err)
	case err != nil:
		return
	case len(clean) > len(data)+grown(data):
		t.Fatalf("%d bytes became %d", len(data), len(clean))
	case picture.Metadata(clean) != nil:
		t.Fatalf("still there: %v in %q", picture.Metadata(clean), clean)
	case bytes.Equal(clean, data) && len(picture.Metadata(data)) > 0:
		t.Fatalf("found, and not taken out: %v", picture.Metadata(data))
	}
	if again, err := picture.Strip(clean); err != nil || !bytes.Equal(again, clean) {
		t.Fatalf("the second time: %v\n%q\n%q", err, clean, again)
	}
}

// grown is how much longer a file may get: only a profile is packed again, and whoever
// packed it before may have done better.
func grown(data []byte) int {
	if bytes.Contains(data, []byte("iCCP")) || bytes.Contains(data, []byte("base64")) {
		return len(data)/4 + 64
	}
	return 0
}

func samePicture(t *testing.T, a, b []byte) {
	t.Helper()
	draw := func(data []byte) any {
		if bytes.HasPrefix(data, []byte("GIF")) {
			m, err := gif.DecodeAll(bytes.NewReader(data))
			if err != nil {
				t.Error(err)
			}
			return m
		}
		m, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Error(err)
		}
		return m
	}
	if !reflect.DeepEqual(draw(a), draw(b)) {
		t.Error("it is another picture")
	}
}

func BenchmarkStrip(b *testing.B) {
	noise := make([]byte, 4<<20)
	r := rand.New(rand.NewPCG(3, 4))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	photo := jpegOf(drawing(1600, 1200))
	for name, data := range map[string][]byte{
		"JPEG":   join(photo[:2], segment(0xE1, []byte("Exif\x00\x00"), tiff(6)), photo[2:]),
		"PNG":    join(pngOf(drawing(8, 8))[:33], pngChunk("tEXt", secret), pngChunk("IDAT", noise), pngChunk("IEND", nil)),
		"WebP":   riffFile(riff("VP8L", noise), riff("EXIF", secret)),
		"MP4":    boxesOf("isom", boxOf("mdat", noise), boxOf("udta", secret)),
		"SVG":    fmt.Appendf(nil, "<svg><!-- a -->%s</svg>", strings.Repeat(`<path d="M0 0h10v10z" id="a"/>`, 10_000)),
		"nobody": photo,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := picture.Strip(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
