package picture

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
)

const heifHint = "export it again without metadata, as AVIF, PNG or JPEG"

// pictures are the items of an AVIF or HEIC file that something is drawn from. All other
// items are metadata: EXIF, XMP, C2PA and what comes to be.
var pictures = []string{"av01", "av1C", "hvc1", "hev1", "avc1", "vvc1", "jpeg", "j2k1", "unci", "grid", "iovl", "iden", "tmap", "mski"}

// emptyEXIF is what an EXIF item holds afterwards: a reader may ask for it, and some
// refuse the picture if it is no EXIF. Orientation stands elsewhere in these files.
var emptyEXIF = []byte("\x00\x00\x00\x00MM\x00\x2A\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00")

// items cleans the table of contents of a picture.
func (c *boxed) items(b box) {
	var kinds map[uint32]string
	var places, store box
	for _, child := range c.children(b, full) {
		switch child.kind {
		case "pitm", "grpl", "dinf", "ipro":
		case "hdlr":
			c.zero(min(child.body+24, child.end), child.end, silent)
		case "iinf":
			kinds = c.infos(child)
		case "iloc":
			places = child
		case "idat":
			store = child
		case "iref":
			c.references(child)
		case "iprp":
			c.properties(child)
		default:
			c.free(child)
		}
	}
	c.overwrite(kinds, c.locations(places, store))
}

// infos are what the items are. Their names are for people.
func (c *boxed) infos(b box) map[uint32]string {
	kinds := map[uint32]string{}
	skip := full + 2
	if b.body < b.end && c.data[b.body] != 0 {
		skip = full + 4
	}
	for _, info := range c.children(b, skip) {
		r := &reader{data: c.data[:info.end], at: info.body}
		version := r.uint(1)
		r.uint(3)
		size := 2
		if version >= 3 {
			size = 4
		}
		id := uint32(r.uint(size))
		r.uint(2)
		kind := string(r.bytes(4))
		if r.short || info.kind != "infe" || version < 2 {
			c.refuse("lists what it holds in a way that is not known", heifHint)
			return kinds
		}
		if other, twice := kinds[id]; twice && other != kind {
			c.refuse("lists a part of it twice", heifHint)
			return kinds
		}
		kinds[id] = kind
		name := bytes.IndexByte(c.data[r.at:info.end], 0)
		switch {
		case name < 0, kind != "mime" && kind != "uri ":
			if label := string(bytes.TrimRight(c.data[r.at:info.end], "\x00")); !slices.Contains(commonNames, label) {
				c.zero(r.at, info.end, text)
			}
		default:
			c.fill(r.at, r.at+name, 'x', silent)
			if bytes.HasPrefix(c.data[r.at+name+1:info.end], []byte("application/rdf+xml")) {
				kinds[id] = xmp
			}
		}
	}
	return kinds
}

// commonNames are given by encoders.
var commonNames = []string{"", "Color", "Alpha", "Exif"}

// references: a picture that is the thumbnail of another may show what was cut out of it.
func (c *boxed) references(b box) {
	for _, child := range c.children(b, full) {
		if child.kind == "thmb" {
			c.note(thumbnail)
			c.refuse("holds a thumbnail, which may show more than the picture does", heifHint)
		}
	}
}

// properties of pictures: most say how to draw.
func (c *boxed) properties(b box) {
	for _, child := range c.children(b, 0) {
		if child.kind != "ipco" {
			continue
		}
		for _, p := range c.children(child, 0) {
			switch p.kind {
			case "colr":
				c.colour(p)
			case "udes": // somebody's words
				c.zero(min(p.body+full, p.end), p.end, text)
			case "crtt", "mdft":
				c.zero(min(p.body+full, p.end), p.end, timeOf)
			case "uuid", "free", "skip":
				c.zero(p.body, p.end, maker)
			}
		}
	}
}

// overwrite empties the items that are no pictures, if they share no byte with one, or
// with each other.
func (c *boxed) overwrite(kinds map[uint32]string, places map[uint32][]extent) {
	var drawn, told []extent
	for _, id := range slices.Sorted(maps.Keys(places)) {
		if slices.Contains(pictures, kinds[id]) {
			drawn = append(drawn, places[id]...)
			continue
		}
		for _, e := range places[id] {
			e.kind = kinds[id]
			told = append(told, e)
		}
	}
	slices.SortStableFunc(told, func(a, b extent) int { return cmp.Compare(a.from, b.from) })
	drawn, media := merged(drawn), merged(c.media())
	for i, e := range told {
		if e.unknown || !e.within(media) || e.meets(drawn) || i > 0 && e.from < told[i-1].to {
			c.note(kindOfItem(e.kind))
			c.refuse("keeps metadata in places that cannot be overwritten", heifHint)
			return
		}
	}
	for _, e := range told {
		want := make([]byte, e.to-e.from)
		if e.kind == "Exif" && len(want) >= len(emptyEXIF) {
			copy(want, emptyEXIF)
		}
		c.set(e.from, want, kindOfItem(e.kind))
	}
}

func kindOfItem(kind string) string {
	switch {
	case kind == "Exif":
		return exif
	case kind == xmp:
		return xmp
	case kind == "jumb":
		return c2pa
	}
	return maker
}

// media are the boxes that items may lie in.
func (c *boxed) media() []extent {
	var out []extent
	list, _ := boxesIn(c.data, 0, len(c.data))
	for _, b := range list {
		if b.kind == "mdat" {
			out = append(out, extent{from: b.body, to: b.end})
		}
		if b.kind == "meta" {
			inner, _ := boxesIn(c.data, min(b.body+full, b.end), b.end)
			for _, i := range inner {
				if i.kind == "idat" {
					out = append(out, extent{from: i.body, to: i.end})
				}
			}
		}
	}
	return out
}

// reader reads numbers up to the end of a box.
type reader struct {
	data  []byte
	at    int
	short bool // more was asked for than there is
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data)-r.at {
		r.short = true
		return nil
	}
	r.at += n
	return r.data[r.at-n : r.at]
}

// uint is a big-endian number of n bytes, up to 8.
func (r *reader) uint(n int) uint64 {
	var b [8]byte
	copy(b[8-n:], r.bytes(n))
	return binary.BigEndian.Uint64(b[:])
}
