package leak_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/microleadership/playbook/internal/leak"
)

// noisy is a picture whose bytes look like anything.
func noisy() image.Image {
	r := rand.New(rand.NewPCG(3, 4))
	img := image.NewPaletted(image.Rect(0, 0, 200, 200), color.Palette{color.Black, color.White, color.Gray{90}, color.Gray{160}})
	for i := range img.Pix {
		img.Pix[i] = uint8(r.IntN(4))
	}
	return img
}

func encodedPicture(encode func(b *bytes.Buffer) error) []byte {
	var b bytes.Buffer
	if err := encode(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

var (
	pngPicture  = encodedPicture(func(b *bytes.Buffer) error { return png.Encode(b, noisy()) })
	gifPicture  = encodedPicture(func(b *bytes.Buffer) error { return gif.Encode(b, noisy(), nil) })
	jpegPicture = encodedPicture(func(b *bytes.Buffer) error { return jpeg.Encode(b, noisy(), nil) })
)

func deflated(s string) string {
	return string(encodedPicture(func(b *bytes.Buffer) error {
		w := zlib.NewWriter(b)
		_, _ = w.Write([]byte(s))
		return w.Close()
	}))
}

// withChunk puts a chunk before the end of a PNG.
func withChunk(kind, data string) []byte {
	c := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	c = append(append(c, kind...), data...)
	c = binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
	end := len(pngPicture) - 12
	return append(append(bytes.Clone(pngPicture[:end]), c...), pngPicture[end:]...)
}

// withSegment puts a segment at the beginning of a JPEG.
func withSegment(marker byte, data string) []byte {
	s := append([]byte{0xFF, 0xD8, 0xFF, marker, byte((len(data) + 2) >> 8), byte(len(data) + 2)}, data...)
	return append(s, jpegPicture[2:]...)
}

// tiffWith has one field.
func tiffWith(order binary.AppendByteOrder, magic string, tag, kind uint16, data string) string {
	b := order.AppendUint32([]byte(magic), 8)
	b = order.AppendUint16(b, 1)
	b = order.AppendUint16(order.AppendUint16(b, tag), kind)
	b = order.AppendUint32(order.AppendUint32(b, uint32(len(data))), 26)
	b = order.AppendUint32(b, 0)
	return string(b) + data
}

func exifWith(tag, kind uint16, data string) string {
	return tiffWith(binary.LittleEndian, "II*\x00", tag, kind, data)
}

func gifWith(label byte, text string) []byte {
	out := bytes.Clone(gifPicture[:13+3<<(gifPicture[10]&7+1)])
	rest := gifPicture[len(out):]
	out = append(out, 0x21, label)
	for len(text) > 0 {
		n := min(len(text), 7)
		out = append(append(out, byte(n)), text[:n]...)
		text = text[n:]
	}
	return append(append(out, 0), rest...)
}

func webpWith(kind, data string) []byte {
	body := "WEBPVP8L" + string(binary.LittleEndian.AppendUint32(nil, 400)) + string(gifPicture[:400]) + kind + string(binary.LittleEndian.AppendUint32(nil, uint32(len(data)))) + data
	return []byte("RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body)
}

func iptcWith(text string) string {
	return "Photoshop 3.0\x008BIM\x04\x04\x00\x00" + string(binary.BigEndian.AppendUint32(nil, uint32(len(text)+5))) + "\x1c\x02\x50" + string(binary.BigEndian.AppendUint16(nil, uint16(len(text)))) + text
}

// pictures hide a name in bytes that are no text.
var pictures = map[string]func(name string) []byte{
	"a.png text":            func(n string) []byte { return withChunk("tEXt", "Author\x00"+n) },
	"a.png compressed":      func(n string) []byte { return withChunk("zTXt", "Author\x00\x00"+deflated("by "+n)) },
	"a.png iTXt":            func(n string) []byte { return withChunk("iTXt", "Author\x00\x00\x00en\x00Author\x00"+n) },
	"a.png iTXt compressed": func(n string) []byte { return withChunk("iTXt", "Author\x00\x01\x00en\x00Author\x00"+deflated(n)) },
	"a.png exif":            func(n string) []byte { return withChunk("eXIf", exifWith(0x013B, 2, n+"\x00")) },
	"a.png raw profile": func(n string) []byte {
		x := hex.EncodeToString([]byte("Exif\x00\x00" + exifWith(0x013B, 2, n+"\x00")))
		return withChunk("zTXt", "Raw profile type exif\x00\x00"+deflated(fmt.Sprintf("\nexif\n    %d\n%s\n", len(x)/2, x)))
	},
	"a.png after the end": func(n string) []byte { return append(bytes.Clone(pngPicture), n...) },
	"a.png own chunk":     func(n string) []byte { return withChunk("prVt", "\x01\x02by "+n+"\x00") },
	"a.jpg comment":       func(n string) []byte { return withSegment(0xFE, n) },
	"a.jpg exif":          func(n string) []byte { return withSegment(0xE1, "Exif\x00\x00"+exifWith(0x013B, 2, n+"\x00")) },
	"a.jpg exif big": func(n string) []byte {
		return withSegment(0xE1, "Exif\x00\x00"+tiffWith(binary.BigEndian, "MM\x00*", 0x8298, 2, n+"\x00"))
	},
	"a.jpg XPAuthor": func(n string) []byte {
		return withSegment(0xE1, "Exif\x00\x00"+exifWith(0x9C9D, 1, string(units(n+"\x00", binary.LittleEndian))))
	},
	"a.jpg user comment": func(n string) []byte {
		return withSegment(0xE1, "Exif\x00\x00"+exifWith(0x9286, 7, "UNICODE\x00"+string(units(n, binary.BigEndian))))
	},
	"a.jpg xmp": func(n string) []byte {
		return withSegment(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>"+n+"</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>")
	},
	"a.jpg iptc":          func(n string) []byte { return withSegment(0xED, iptcWith(n)) },
	"a.jpg after the end": func(n string) []byte { return append(bytes.Clone(jpegPicture), n...) },
	"a.gif comment":       func(n string) []byte { return gifWith(0xFE, "made by "+n) },
	"a.gif xmp":           func(n string) []byte { return gifWith(0xFF, "XMP DataXMP<x>"+n+"</x>") },
	"a.gif after the end": func(n string) []byte { return append(bytes.Clone(gifPicture), n...) },
	"a.webp exif":         func(n string) []byte { return webpWith("EXIF", exifWith(0x013B, 2, n+"\x00")) },
	"a.webp xmp":          func(n string) []byte { return webpWith("XMP ", "<x>"+n+"</x>") },
	"a.gz": func(n string) []byte {
		return encodedPicture(func(b *bytes.Buffer) error {
			w := gzip.NewWriter(b)
			_, _ = w.Write([]byte("<p>Ja<b></b>" + n + "</p>"))
			return w.Close()
		})
	},
	"a.zip": func(n string) []byte {
		return encodedPicture(func(b *bytes.Buffer) error {
			w := zip.NewWriter(b)
			f, _ := w.Create("x.txt")
			_, _ = f.Write([]byte("of " + n + "."))
			return w.Close()
		})
	},
	"a.zip file name": func(n string) []byte {
		return encodedPicture(func(b *bytes.Buffer) error {
			w := zip.NewWriter(b)
			_, _ = w.Create("x/" + n + ".txt")
			return w.Close()
		})
	},
	"a.bin": func(n string) []byte { return []byte("\x00\x01\x02\x93" + n + "\x00\x05") },
	"a.html data": func(n string) []byte {
		return []byte("<p>x</p>\n<img src=\"data:image/png;base64," + base64.StdEncoding.EncodeToString(withChunk("tEXt", "Author\x00"+n)) + "\">")
	},
	"a.svg data": func(n string) []byte {
		return []byte("<svg>\n<image href='data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(withSegment(0xFE, n)) + "'/></svg>")
	},
}

func TestNamesInPicturesAreFound(t *testing.T) {
	var names []string
	for _, p := range people {
		names = append(names, p.full())
	}
	s := leak.New(names)
	for _, kind := range sorted(pictures) {
		path, _, _ := strings.Cut(kind, " ")
		if hits := s.Scan(path, pictures[kind]("x")); len(hits) > 0 {
			t.Fatalf("%s, with nothing planted: %+v", kind, hits)
		}
		for n, p := range people {
			for _, name := range []string{p.full(), strings.ToUpper(p.given) + " " + p.family, p.family + ", " + p.given} {
				hits := s.Scan(path, pictures[kind](name))
				if len(hits) == 0 || hits[0].Name != n {
					t.Errorf("%s: %q: %+v", kind, name, hits)
				}
			}
		}
	}
}

// A picture without names has none, though any three letters stand somewhere in it.
func TestPixelsAreNoNames(t *testing.T) {
	s := leak.New(append(ordinary(), "Bob", "Ed", "Al", "Jo", "Li", "Max Ng"))
	for path, data := range map[string][]byte{"a.png": pngPicture, "a.gif": gifPicture, "a.jpg": jpegPicture} {
		if hits := s.Scan(path, data); len(hits) > 0 {
			t.Errorf("%s: %+v", path, hits)
		}
		page := "<img src=\"data:image/x;base64," + base64.StdEncoding.EncodeToString(data) + "\">"
		if hits := s.Scan("a.html", []byte(page)); len(hits) > 0 {
			t.Errorf("%s as data: %+v", path, hits)
		}
	}
}
