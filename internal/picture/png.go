package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
)

const pngStart = "\x89PNG\r\n\x1a\n"

// pngDrawing are the chunks that the picture is drawn from, and how long they may be;
// in a longer one, something else is hidden, and decoders ignore it. CgBI marks the
// pictures of iOS programs, which are compressed in another way.
var pngDrawing = map[string]int{
	"IHDR": 13, "PLTE": 3 * 256, "IDAT": math.MaxInt32, "IEND": 0, "CgBI": 4,
	"tRNS": 256, "bKGD": 6, "hIST": 2 * 256, "pHYs": 9, "sBIT": 4,
	"cHRM": 32, "gAMA": 4, "sRGB": 1, "cICP": 4, "mDCV": 24, "mDCv": 24, "cLLI": 8, "cLLi": 8,
	"acTL": 8, "fcTL": 26, "fdAT": math.MaxInt32,
}

var pngKinds = map[string]string{
	"iCCP": silent, // a second one, which nobody reads
	"eXIf": exif, "iTXt": text, "tEXt": text, "zTXt": text, "tIME": timeOf, "caBX": c2pa,
	"iDOT": silent, // where Apple's decoder may start twice: wrong as soon as anything moves
}

func isPNG(data []byte) bool { return bytes.HasPrefix(data, []byte(pngStart)) }

func cleanPNG(data []byte) result {
	c := &cut{data: data}
	c.keep(len(pngStart))
	turned, profiled := false, false
	for len(c.rest()) >= 8 {
		length, name := length(binary.BigEndian.Uint32(c.rest())), string(c.rest()[4:8])
		size := c.left(8 + length + 4)
		body := c.rest()[8:min(8+length, size)]
		most, draws := pngDrawing[name]
		switch {
		case name == "IEND" && length == 0:
			c.keep(size)
			c.end(trailing)
		case name == "IEND":
			c.swap(min(size, 12), pngChunk("IEND", nil)[:min(size, 12)], trailing)
			c.end(trailing)
		case draws && length <= most:
			c.keep(size)
		case size < 12+length: // cut off before anything is drawn
			c.drop(size, kindOfPNG(name, body))
		case name == "iCCP" && !profiled:
			profiled = true
			only, named := plainPNGProfile(body)
			kind := silent
			if named {
				kind = device
			}
			c.swap(size, only, kind)
		case name == "eXIf" && !turned && onlyTurned(body) != nil:
			turned = true
			c.swap(size, pngChunk("eXIf", onlyTurned(body)), exif)
		default:
			c.drop(size, kindOfPNG(name, body))
		}
	}
	c.end(broken)
	return c.result()
}

func kindOfPNG(name string, body []byte) string {
	if name == "iTXt" && bytes.HasPrefix(body, []byte("XML:com.adobe.xmp\x00")) {
		return xmp
	}
	if kind, known := pngKinds[name]; known {
		return kind
	}
	return maker
}

func pngChunk(name string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(make([]byte, 0, 12+len(body)), uint32(len(body)))
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// mostProfile is how long a profile may be: libpng ignores longer ones, so a browser does.
const mostProfile = 8_000_000

// profileName has to be there, and says nothing.
const profileName = "ICC"

// plainPNGProfile is the chunk with a plain profile, or nil when browsers would ignore
// the profile anyway. A profile that is plain already is not compressed again.
func plainPNGProfile(body []byte) (chunk []byte, named bool) {
	name, packed, ok := bytes.Cut(body, []byte{0})
	if !ok || len(packed) == 0 || packed[0] != 0 {
		return nil, false
	}
	packed = packed[1:]
	from := bytes.NewReader(packed)
	r, err := zlib.NewReader(from)
	if err != nil {
		return nil, false
	}
	profile, err := io.ReadAll(io.LimitReader(r, mostProfile+1))
	if err != nil || len(profile) > mostProfile {
		return nil, false
	}
	plain, named := plainProfile(profile)
	if !anything(plain) {
		return nil, false
	}
	if string(name) == profileName && bytes.Equal(plain, profile) && from.Len() == 0 {
		return pngChunk("iCCP", body), false
	}
	var out bytes.Buffer
	out.WriteString(profileName + "\x00\x00")
	w, _ := zlib.NewWriterLevel(&out, zlib.BestCompression) // the level is a known one
	w.Write(plain)                                          // a buffer takes everything
	w.Close()
	return pngChunk("iCCP", out.Bytes()), named
}
