package picture_test

import (
	"bytes"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
)

// sample is a file with the name planted wherever its format has room.
type sample struct {
	name   string
	data   []byte
	kinds  string   // what is found
	stays  [][]byte // what the published file must still hold
	decode bool     // the standard library can draw it
}

func samples() []sample {
	return []sample{
		{"JPEG", plantedJPEG(6), "C2PA EXIF IPTC XMP comment data after the picture device maker data second picture thumbnail unreadable data", [][]byte{onlyTurned(6), []byte(red)}, true},
		{"upright JPEG", plantedJPEG(1), "C2PA EXIF IPTC XMP comment data after the picture device maker data second picture thumbnail unreadable data", nil, true},
		{"JPEG without end", unfinishedJPEG(), "data after the picture", [][]byte{bytes.TrimSuffix(jpegOf(drawing(24, 16)), []byte("\xFF\xD9"))}, false},
		{"PNG", plantedPNG(6), "C2PA EXIF XMP data after the picture device maker data text time", [][]byte{onlyTurned(6), []byte(red), pngChunk("gAMA", be32(45455)), pngChunk("fcTL", make([]byte, 26))}, true},
		{"WebP", plantedWebP(6), "C2PA EXIF XMP data after the picture device maker data", [][]byte{onlyTurned(6), []byte(red), riff("VP8L", []byte("drawn"))}, false},
		{"moving WebP", movingWebP(), "XMP maker data", [][]byte{riff("VP8L", []byte("drawn")), riff("ALPH", []byte("clear"))}, false},
		{"GIF", plantedGIF(), "XMP comment data after the picture maker data text", [][]byte{[]byte("NETSCAPE2.0\x03\x01\x07\x00\x00")}, true},
		{"ICO", plantedICO(), "EXIF data after the picture text", nil, false},
		{"AVIF", plantedAVIF(), "C2PA EXIF XMP data after the picture device maker data text", [][]byte{[]byte("drawn"), []byte(red)}, false},
		{"MP4", plantedMP4("vide"), "XMP data after the picture device tags time", [][]byte{[]byte("drawn")}, false},
		{"JPEG XL", join(join([]byte("\x00\x00\x00\x0cJXL \r\n\x87\n")), boxOf("jxlc", []byte("drawn")), boxOf("Exif", secret), boxOf("xml ", secret), boxOf("jumb", secret)), "C2PA EXIF XMP", [][]byte{[]byte("drawn")}, false},
		{"WebM", plantedWebM(), "maker data tags text time", [][]byte{[]byte("drawn")}, false},
		{"Ogg", plantedOgg(), "data after the picture tags", [][]byte{[]byte("heard")}, false},
		{"MP3", plantedMP3(), "tags", [][]byte{[]byte("\xFF\xFB\x90\x00heard")}, false},
		{"SVG", plantedSVG(), "C2PA EXIF RDF XMP comment device editor maker data text time", [][]byte{[]byte("<title>A</title>")}, false},
	}
}

// drawing is noise, so that no two pictures are alike by chance.
func drawing(w, h int) *image.NRGBA {
	r := rand.New(rand.NewPCG(1, 2))
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = byte(r.Uint32())
	}
	return m
}

func jpegOf(m image.Image) []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 90}); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func segment(marker byte, body ...[]byte) []byte {
	all := join(body...)
	return join([]byte{0xFF, marker}, be16(len(all)+2), all)
}

func plantedJPEG(orientation int) []byte {
	plain := jpegOf(drawing(24, 16))
	icc := profile()
	half := len(icc) / 2
	small := bytes.Repeat([]byte(name), 3) // a thumbnail of 4 × 3
	return join(
		plain[:2],
		segment(0xE0, []byte("JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x04\x03"), small),
		segment(0xE0, []byte("JFXX\x00\x10"), plain, secret),
		segment(0xE1, []byte("Exif\x00\x00"), tiff(orientation), plain),
		segment(0xE1, []byte("Exif\x00\x00"), tiff(3)), // a second one counts for nobody
		segment(0xE1, []byte("http://ns.adobe.com/xap/1.0/\x00"), secret),
		segment(0xE1, []byte("http://ns.adobe.com/xmp/extension/\x00"), secret),
		segment(0xE2, []byte("ICC_PROFILE\x00\x02\x02"), icc[half:]),
		segment(0xE2, []byte("ICC_PROFILE\x00\x01\x02"), icc[:half]),
		segment(0xE2, []byte("MPF\x00"), secret),
		segment(0xE2, []byte("FPXR\x00"), secret),
		[]byte(name), // no decoder reads what is no segment
		segment(0xEB, []byte("JP"), secret),
		segment(0xEC, []byte("Ducky"), secret),
		[]byte{0xFF, 0xFF}, segment(0xED, []byte("Photoshop 3.0\x00"), secret),
		segment(0xEE, []byte("Adobe\x00\x64\x00\x00\x00\x00\x01"), secret),
		segment(0xEF, secret), segment(0xFE, secret),
		plain[2:],
		plain, []byte("ftypmp42"), secret,
	)
}

// unfinishedJPEG has no end before the next begins.
func unfinishedJPEG() []byte {
	plain := jpegOf(drawing(24, 16))
	return join(plain[:len(plain)-2], plain, secret)
}

func pngOf(m image.Image) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		panic(err)
	}
	return out.Bytes()
}

func pngChunk(name string, body []byte) []byte {
	out := join(be32(len(body)), []byte(name), body)
	return join(out, be32(int(crc32.ChecksumIEEE(out[4:]))))
}

func plantedPNG(orientation int) []byte {
	const head = 8 + 12 + 13
	plain := pngOf(drawing(24, 16))
	return join(
		plain[:head],
		pngChunk("gAMA", be32(45455)),
		pngChunk("sRGB", join([]byte{0}, secret)), // too long for what it is
		pngChunk("iCCP", join([]byte(name+"'s monitor\x00\x00"), zipped(profile()), secret)),
		pngChunk("eXIf", tiff(orientation)),
		pngChunk("fcTL", make([]byte, 26)),
		pngChunk("iTXt", join([]byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"), secret)),
		pngChunk("tEXt", join([]byte("Author\x00"), secret)),
		pngChunk("zTXt", join([]byte("Author\x00\x00"), zipped(secret))),
		pngChunk("tIME", []byte("\x07\xEA\x01\x02\x03\x04\x05")),
		pngChunk("caBX", secret), pngChunk("prVt", secret), pngChunk("iDOT", secret),
		plain[head:], plain, secret,
	)
}

func riff(name string, body []byte) []byte {
	return join([]byte(name), le32(len(body)), body, make([]byte, len(body)%2))
}

func riffFile(chunks ...[]byte) []byte { return riff("RIFF", join([]byte("WEBP"), join(chunks...))) }

func plantedWebP(orientation int) []byte {
	return join(riffFile(
		riff("VP8X", []byte{0x20 | 0x08 | 0x04, 0, 0, 0, 3, 0, 0, 3, 0, 0}),
		riff("ICCP", profile()), riff("VP8L", []byte("drawn")), riff("JUNK", secret),
		riff("EXIF", join([]byte("Exif\x00\x00"), tiff(orientation))), riff("XMP ", secret), riff("C2PA", secret),
	), secret)
}

func movingWebP() []byte {
	place := make([]byte, 16)
	frame := riff("ANMF", join(place, riff("ALPH", []byte("clear")), riff("VP8L", []byte("drawn")), riff("JUNK", secret), riff("ANMF", secret)))
	return riffFile(riff("VP8X", []byte{0x02 | 0x04, 0, 0, 0, 3, 0, 0, 3, 0, 0}), riff("ANIM", make([]byte, 6)), frame, frame, riff("XMP ", secret))
}

func subBlocks(b []byte) []byte {
	var out []byte
	for len(b) > 0 {
		n := min(len(b), 255)
		out = join(out, []byte{byte(n)}, b[:n])
		b = b[n:]
	}
	return append(out, 0)
}

func plantedGIF() []byte {
	var m gif.GIF
	for i := range 2 {
		p := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White, color.Transparent})
		p.SetColorIndex(i, i, 1)
		m.Image, m.Delay, m.Disposal = append(m.Image, p), append(m.Delay, 10*i), append(m.Disposal, gif.DisposalBackground)
	}
	m.LoopCount = 7
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, &m); err != nil {
		panic(err)
	}
	plain := out.Bytes()
	loop := bytes.Index(plain, []byte("\x21\xFF\x0BNETSCAPE2.0"))
	return join(
		plain[:loop],
		[]byte("\x21\xFF\x0BNETSCAPE2.0\x03\x01\x07\x00"), subBlocks(secret), // more than a number
		[]byte("\x21\xFE"), subBlocks(secret),
		[]byte("\x21\x01\x0C"), make([]byte, 12), subBlocks(secret),
		[]byte("\x21\xFF\x0BXMP DataXMP"), subBlocks(secret),
		[]byte("\x21\xFF\x0BMGK8BIM0000"), subBlocks(secret),
		[]byte("\x21\xFF\x0BICCRGBG1012"), subBlocks(secret),
		plain[loop+19:], secret,
	)
}

func plantedICO() []byte {
	plain := pngOf(drawing(16, 16))
	const head = 8 + 12 + 13
	one := join(plain[:head], pngChunk("tEXt", secret), pngChunk("eXIf", tiff(1)), plain[head:])
	return join(
		[]byte{0, 0, 1, 0, 2, 0},
		[]byte{16, 16, 0, 0, 1, 0, 32, 0}, le32(len(one)), le32(6+32+len(secret)),
		[]byte{16, 16, 0, 0, 1, 0, 32, 0}, le32(len(plain)), le32(6+32+len(secret)+len(one)),
		secret, one, plain, secret,
	)
}
