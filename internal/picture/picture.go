// Package picture takes out of a picture what says who took it, where, when and with
// what, and leaves the picture.
//
// Nothing is decoded and encoded again: what stays is copied byte for byte, so the
// pixels are the same. What stays is listed, not what goes: a part of a file that no
// decoder needs to draw the picture is not published, whether or not anybody has named
// it yet. So are the end of a file behind the end of its picture (films of motion
// photos, second pictures, what an editor cut away) and thumbnails, which may show what
// was cut out of the picture.
//
// Two things are changed instead of taken out. The orientation of a photograph stays, in
// EXIF that holds nothing else, because without it the photograph would lie on its side.
// And a colour profile keeps all that decides about colours, without its names, dates
// and serial numbers: the profile of a monitor is often called after its owner.
//
// What Strip does not see: what the picture shows, what somebody has hidden in its pixels
// or behind the end of its compressed data, the comments of a drawing's style sheet, and
// the names that its parts refer to each other by. The brighter version of an HDR
// photograph is a second picture and goes; the picture everybody sees stays.
//
// Why it is written by hand: of the libraries for Go, bep/imagemeta reads only;
// go-exif-remove and dsoprea's write EXIF in JPEG and PNG, drop the orientation with it
// and leave XMP, comments, thumbnails and what follows the picture; exif-terminator does
// better for JPEG and PNG but is under the AGPL; GoMetadata replaces EXIF, IPTC and XMP
// in many formats and knows no other kind. None takes out everything, and none touches
// GIF, SVG or profiles. Taking out is a walk over segments; a library would save the
// smaller half of it.
package picture

import "slices"

// format is one kind of file.
type format struct {
	name  string
	is    func(data []byte) bool
	clean func(data []byte) result
}

// result is a file after its metadata is taken out. Finding metadata and taking it out
// are the same walk, so they cannot disagree.
type result struct {
	clean []byte
	kinds []string // what was taken out
	err   *Error
}

// formats are tried in this order.
func formats() []format {
	return []format{
		{"JPEG", isJPEG, cleanJPEG},
		{"PNG", isPNG, cleanPNG},
		{"WebP", isWebP, cleanWebP},
		{"GIF", isGIF, cleanGIF},
		{"ICO", isICO, cleanICO},
		{"AVIF", isHEIF, cleanHEIF},
		{"MP4", isMP4, cleanMP4},
		{"JPEG XL", isJXL, cleanJXL},
		{"WebM", isWebM, cleanWebM},
		{"Ogg", isOgg, cleanOgg},
		{"MP3", isMP3, cleanMP3},
		{"PDF", isPDF, cleanPDF},
		{"TIFF", isTIFF, refuseTIFF},
		{"Photoshop", isPhotoshop, refusePhotoshop},
		{"SVG", isSVG, cleanSVG},
	}
}

// Error says that a file holds metadata, or may hold some, that cannot be taken out
// without harm.
type Error struct {
	Format string
	Why    string // a clause about the file: “holds a track of places or times”
	Hint   string // what to do
}

func (e *Error) Error() string { return "this " + e.Format + " file " + e.Why }

func formatOf(data []byte) *format {
	for _, f := range formats() {
		if f.is(data) {
			return &f
		}
	}
	return nil
}

// Metadata names the kinds of metadata that a file holds, sorted. A file of no known
// format holds none that could be named.
func Metadata(data []byte) []string {
	f := formatOf(data)
	if f == nil {
		return nil
	}
	kinds := f.clean(data).kinds
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// Strip is the same picture without metadata: data itself when there is nothing to take
// away, or when the format is not known. It fails with an *Error when something cannot
// be taken out safely, and then gives no picture. It never changes data.
func Strip(data []byte) ([]byte, error) {
	f := formatOf(data)
	if f == nil {
		return data, nil
	}
	r := f.clean(data)
	if r.err != nil {
		r.err.Format = f.name
		return nil, r.err
	}
	return r.clean, nil
}
