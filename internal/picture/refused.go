package picture

import "bytes"

// refuseTIFF: a TIFF file is EXIF with a picture, in which everything says where
// everything else is; no browser but one shows it.
func refuseTIFF([]byte) result {
	return result{kinds: []string{exif}, err: &Error{Why: "is made of metadata as much as of a picture", Hint: "export it as PNG or JPEG"}}
}

func isPhotoshop(data []byte) bool { return bytes.HasPrefix(data, []byte("8BPS")) }

func refusePhotoshop([]byte) result {
	return result{kinds: []string{editor}, err: &Error{Why: "is a work in progress, which no browser shows", Hint: "export it as PNG or JPEG"}}
}

func isPDF(data []byte) bool { return bytes.HasPrefix(data, []byte("%PDF")) }

// pdfMarks tell about the author. The last is where most programs of today put the
// others, compressed.
var pdfMarks = []struct{ mark, kind string }{
	{"/Author", author},
	{"/Creator", editor},
	{"/Producer", editor},
	{"/CreationDate", timeOf},
	{"/ModDate", timeOf},
	{"<x:xmpmeta", xmp},
	{"/Metadata", xmp},
	{"/ObjStm", silent},
}

// cleanPDF looks for metadata and refuses when there may be some. Taking it out means to
// write the document anew, and its older versions, which are kept within it.
func cleanPDF(data []byte) result {
	r := result{clean: data}
	for _, m := range pdfMarks {
		if !bytes.Contains(data, []byte(m.mark)) {
			continue
		}
		if m.kind != silent {
			r.kinds = append(r.kinds, m.kind)
		}
		r.clean, r.err = nil, &Error{Why: "may say who wrote it, when and with what", Hint: "remove that, for example with: exiftool -all= in.pdf && qpdf --linearize in.pdf out.pdf; or print it as pictures"}
	}
	return r
}
