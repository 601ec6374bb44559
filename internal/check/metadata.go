package check

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// metadataIn names the kinds of metadata that a file carries. It looks for the
// containers, not at what they hold: a reader of the file can. Written by hand,
// because the libraries decode one or two of the kinds in one or two of the
// formats, and here all count and nothing needs to be decoded.
func metadataIn(data []byte) []string {
	var found []string
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xD8")):
		found = inJPEG(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		found = inPNG(data[8:])
	case bytes.HasPrefix(data, []byte("RIFF")) && len(data) > 12 && string(data[8:12]) == "WEBP":
		found = inWebP(data[12:])
	case bytes.HasPrefix(data, []byte("GIF8")):
		found = inOther(data, map[string]string{"XMP DataXMP": "XMP"})
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		found = []string{"TIFF"}
	case len(data) > 12 && string(data[4:8]) == "ftyp": // AVIF and HEIF
		found = inOther(data, map[string]string{"Exif": "EXIF", "application/rdf+xml": "XMP"})
	case bytes.HasPrefix(data, []byte("%PDF")):
		found = inOther(data, map[string]string{"/Author": "author", "<x:xmpmeta": "XMP"})
	default: // SVG is text
		found = inOther(data, map[string]string{"<metadata": "SVG", "sodipodi:docname": "editor", "inkscape:export-filename": "editor"})
	}
	slices.Sort(found)
	return slices.Compact(found)
}

func inOther(data []byte, marks map[string]string) []string {
	var found []string
	for mark, kind := range marks {
		if bytes.Contains(data, []byte(mark)) {
			found = append(found, kind)
		}
	}
	return found
}

// inJPEG walks the segments up to the picture itself.
func inJPEG(data []byte) []string {
	var found []string
	for i := 2; i+4 <= len(data) && data[i] == 0xFF; {
		marker := data[i+1]
		if marker == 0xFF { // padding
			i++
			continue
		}
		if marker == 0xDA || marker == 0xD9 { // the picture, the end
			break
		}
		size := int(binary.BigEndian.Uint16(data[i+2:]))
		if size < 2 {
			break
		}
		body := data[i+4 : max(i+4, min(i+2+size, len(data)))]
		switch {
		case marker == 0xE1 && bytes.HasPrefix(body, []byte("Exif\x00")):
			found = append(found, "EXIF")
		case marker == 0xE1 && bytes.HasPrefix(body, []byte("http://ns.adobe.com/")):
			found = append(found, "XMP")
		case marker == 0xED && bytes.HasPrefix(body, []byte("Photoshop 3.0\x00")):
			found = append(found, "IPTC")
		case marker == 0xFE:
			found = append(found, "comment")
		}
		i += 2 + size
	}
	return found
}

var pngKinds = map[string]string{"eXIf": "EXIF", "iTXt": "text", "tEXt": "text", "zTXt": "text", "tIME": "time"}

func inPNG(data []byte) []string {
	return inChunks(data, binary.BigEndian, 4, 0, pngKinds)
}

var webpKinds = map[string]string{"EXIF": "EXIF", "XMP ": "XMP"}

func inWebP(data []byte) []string {
	return inChunks(data, binary.LittleEndian, 0, 4, webpKinds)
}

// inChunks walks chunks of a size and a four-letter name. PNG puts the size first and
// a checksum last; RIFF puts the name first and pads to even sizes.
func inChunks(data []byte, order binary.ByteOrder, nameAt, sizeAt int, kinds map[string]string) []string {
	var found []string
	for len(data) >= 8 {
		size := int64(order.Uint32(data[sizeAt:]))
		if kind, ok := kinds[string(data[nameAt:nameAt+4])]; ok {
			found = append(found, kind)
		}
		if nameAt > 0 {
			size += 4
		} else {
			size += size % 2
		}
		data = data[min(8+size, int64(len(data))):]
	}
	return found
}
