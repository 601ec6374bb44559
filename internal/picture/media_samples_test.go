package picture_test

import (
	"encoding/base64"
	"fmt"
)

func boxOf(kind string, body ...[]byte) []byte {
	all := join(body...)
	return join(be32(len(all)+8), []byte(kind), all)
}

// fullBox has a version before its body.
func fullBox(kind string, version byte, body ...[]byte) []byte {
	return boxOf(kind, []byte{version, 0, 0, 0}, join(body...))
}

// plantedAVIF is a picture with its EXIF and XMP beside it, as an encoder lays it out.
func plantedAVIF() []byte { return avif(0, 5) }

// avif has its EXIF so many bytes behind the beginning of the picture.
func avif(construction, exifAt int) []byte {
	ftyp := boxOf("ftyp", []byte("avif\x00\x00\x00\x00mif1miaf"))
	infos := fullBox("iinf", 0, be16(3),
		fullBox("infe", 2, be16(1), be16(0), []byte("av01Color\x00")),
		fullBox("infe", 2, be16(2), be16(0), []byte("Exif"), secret),
		fullBox("infe", 2, be16(3), be16(0), []byte("mime"+name+"\x00application/rdf+xml\x00")),
	)
	exif := join([]byte("\x00\x00\x00\x00"), tiff(6))
	meta := func(media int) []byte {
		item := func(id, at, size int) []byte {
			return join(be16(id), be16(construction), be16(0), be16(1), be32(media+at), be32(size))
		}
		return fullBox("meta", 0,
			fullBox("hdlr", 0, make([]byte, 4), []byte("pict"), make([]byte, 12), secret, []byte{0}),
			fullBox("pitm", 0, be16(1)), infos,
			fullBox("iloc", 1, []byte{0x44, 0, 0, 3}, item(1, 0, 5), item(2, exifAt, len(exif)), item(3, 5+len(exif), len(secret))),
			boxOf("iprp", boxOf("ipco", boxOf("colr", []byte("prof"), profile()), fullBox("udes", 0, secret))),
			boxOf("xml ", secret),
		)
	}
	media := len(ftyp) + len(meta(0)) + 8
	return join(ftyp, meta(media), boxOf("mdat", []byte("drawn"), exif, secret),
		boxOf("uuid", []byte("\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81"), secret),
		boxOf("mpvd", secret), boxOf("free", secret), secret)
}

func plantedMP4(track string) []byte {
	entry := join(make([]byte, 42), []byte("\x0C"+name), make([]byte, 31-len(name)), make([]byte, 4), boxOf("colr", []byte("prof"), profile()))
	return join(
		boxOf("ftyp", []byte("isom\x00\x00\x02\x00isommp42")),
		boxOf("moov",
			fullBox("mvhd", 0, be32(3_900_000_000), be32(3_900_000_001), make([]byte, 88)),
			boxOf("trak", fullBox("tkhd", 1, make([]byte, 7), []byte{9}, make([]byte, 7), []byte{9}, make([]byte, 60)),
				boxOf("mdia", fullBox("mdhd", 0, be32(1), be32(1), make([]byte, 12)),
					fullBox("hdlr", 0, make([]byte, 4), []byte(track), make([]byte, 12), secret),
					boxOf("minf", boxOf("stbl", fullBox("stsd", 0, be32(1), boxOf("avc1", entry))))),
				boxOf("udta", secret)),
			boxOf("udta", boxOf("\xA9xyz", secret)), fullBox("meta", 0, secret)),
		boxOf("mdat", []byte("drawn")),
		boxOf("uuid", []byte("\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC"), secret), secret,
	)
}

// ebml is an element, with its length in four bytes.
func ebml(id uint32, body ...[]byte) []byte {
	all := join(body...)
	head := be32(int(id))
	for head[0] == 0 {
		head = head[1:]
	}
	return join(head, be32(len(all)|1<<28), all)
}

func plantedWebM() []byte {
	return join(
		ebml(0x1A45DFA3, ebml(0x4282, []byte("webm"))),
		[]byte("\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF"), // as long as it gets
		ebml(0x1549A966, ebml(0x2AD7B1, be32(1_000_000)), ebml(0x4D80, []byte(name)), ebml(0x5741, secret), ebml(0x7BA9, secret), ebml(0x4461, make([]byte, 7), []byte{1}), ebml(0xBF, be32(7)), ebml(0x7384, secret)),
		ebml(0x1654AE6B, ebml(0xAE, ebml(0xD7, []byte{1}), ebml(0x536E, secret))),
		ebml(0xEC, secret),
		[]byte("\x1F\x43\xB6\x75\xFF"), ebml(0xE7, []byte{0}), ebml(0xA3, []byte("drawn")),
		ebml(0x1941A469, secret), ebml(0x1254C367, secret),
	)
}

// oggPage has one packet, or the beginning of one. Its checksum is for the program to make.
func oggPage(kind byte, number int, packet []byte) []byte {
	var lengths []byte
	for n := len(packet); n >= 0; n -= 255 {
		lengths = append(lengths, byte(min(n, 255)))
	}
	return join([]byte("OggS\x00"), []byte{kind}, make([]byte, 8), le32(77), le32(number), le32(0), []byte{byte(len(lengths))}, lengths, packet)
}

func plantedOgg() []byte {
	comment := append([]byte("ARTIST="), secret...)
	return join(
		oggPage(2, 0, []byte("\x01vorbis and how")),
		oggPage(0, 1, join([]byte("\x03vorbis"), le32(len(name)), []byte(name), le32(2), le32(len(comment)), comment, le32(300), make([]byte, 300-len(secret)), secret, []byte{1})),
		oggPage(0, 2, []byte("\x05vorbis")), oggPage(4, 3, []byte("heard")), secret,
	)
}

func plantedMP3() []byte {
	id3 := join([]byte("ID3\x04\x00\x00\x00\x00\x00"), []byte{byte(len(secret))}, secret)
	ape := join([]byte("APETAGEX"), le32(2000), le32(len(secret)+32), le32(1), le32(0), make([]byte, 8))
	tail := join([]byte("TAG"), secret, make([]byte, 125-len(secret)))
	return join(id3, id3, []byte("\xFF\xFB\x90\x00heard"), secret, ape, tail)
}

// plantedSVG holds a photograph besides what an editor writes.
func plantedSVG() []byte {
	photo := base64.StdEncoding.EncodeToString(plantedPNG(1)[:2000])
	return fmt.Appendf(nil, `<?xml version="1.0"?>
<!-- by %[1]s -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="/home/%[1]s/a.png" content="%[1]s">
<title>A</title><metadata>%[1]s<b/></metadata><i:grid a="%[1]s"/>
<image xlink:href="data:image/png;base64,%[2]s"/></svg>`, name, photo)
}
