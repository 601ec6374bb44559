package picture

// The kinds of metadata, in the words of a message to an author.
const (
	exif      = "EXIF"
	xmp       = "XMP"
	iptc      = "IPTC"
	c2pa      = "C2PA"
	rdf       = "RDF"
	comment   = "comment"
	text      = "text"
	timeOf    = "time"
	thumbnail = "thumbnail"
	second    = "second picture"
	device    = "device"
	editor    = "editor"
	author    = "author"
	tags      = "tags"
	maker     = "maker data"
	trailing  = "data after the picture"
	broken    = "unreadable data"

	silent = "" // taken out, but nothing to tell an author about
)
