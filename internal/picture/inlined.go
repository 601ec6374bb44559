package picture

import (
	"bytes"
	"encoding/base64"
	"net/url"
)

// words decides about text that pictures may be written into, as data: addresses: they
// are photographs as often as not.
func (s *svg) words(size int) {
	if !bytes.Contains(s.rest()[:size], []byte("data:")) {
		s.keep(size)
		return
	}
	out, ok := s.inlined(s.rest()[:size])
	if !ok {
		s.refuse("holds a picture in a way that is not known")
	}
	s.swap(size, out, silent)
}

var packedMark = []byte("base64,")

// unwritten are ways to write the end of a line, which mean nothing within a picture.
var unwritten = [][]byte{[]byte("&#10;"), []byte("&#13;"), []byte("&#xA;"), []byte("&#xa;"), []byte("&#xD;"), []byte("&#xd;"), []byte("&#9;"), []byte("&#x9;")}

func (s *svg) inlined(written []byte) (out []byte, ok bool) {
	if unpackedSVG(written) {
		return written, false
	}
	for {
		i := bytes.Index(written, packedMark)
		if i < 0 {
			return append(out, written...), true
		}
		out, written = append(out, written[:i+len(packedMark)]...), written[i+len(packedMark):]
		end := bytes.IndexAny(written, `"')<`)
		if end < 0 {
			end = len(written)
		}
		data, ok := unpacked(written[:end])
		if !ok {
			return nil, false
		}
		clean := data
		if f := formatOf(data); f != nil {
			r := f.clean(data)
			s.kinds = append(s.kinds, r.kinds...)
			if r.err != nil {
				return nil, false
			}
			clean = r.clean
		}
		if bytes.Equal(clean, data) {
			out = append(out, written[:end]...)
		} else {
			out = base64.StdEncoding.AppendEncode(out, clean)
		}
		written = written[end:]
	}
}

func unpacked(written []byte) ([]byte, bool) {
	if bytes.ContainsRune(written, '&') {
		for _, u := range unwritten {
			written = bytes.ReplaceAll(written, u, nil)
		}
	}
	if bytes.ContainsRune(written, '%') {
		plain, err := url.PathUnescape(string(written))
		if err != nil {
			return nil, false
		}
		written = []byte(plain)
	}
	written = bytes.Join(bytes.Fields(written), nil)
	written = bytes.TrimRight(written, "=")
	data, err := base64.RawStdEncoding.AppendDecode(nil, written)
	return data, err == nil
}

// unpackedSVG says whether a drawing is written out in a style sheet, with something in
// it that should go. Where it ends cannot be told without reading the style sheet.
func unpackedSVG(written []byte) bool {
	i := bytes.Index(written, []byte("data:image/svg+xml"))
	if i < 0 {
		return false
	}
	plain, err := url.PathUnescape(string(written[i:]))
	if err != nil {
		plain = string(written[i:])
	}
	for _, mark := range []string{"<!--", "<metadata", "rdf:", "inkscape", "sodipodi", "&lt;!--", "&lt;metadata"} {
		if bytes.Contains([]byte(plain), []byte(mark)) {
			return true
		}
	}
	return false
}
