package picture

import (
	"bytes"
	"slices"
)

const mp4Hint = "copy only sound and film, for example with: ffmpeg -i in.mp4 -map 0:v -map 0:a? -map_metadata -1 -c copy out.mp4"

// shown are the kinds of tracks that a browser plays.
var shown = []string{"vide", "soun", "text", "sbtl", "subt", "clcp", "pict", "auxv"}

// described are the boxes anywhere in a film that tell about it.
var described = []string{"udta", "meta", "uuid", "xml ", "cprt", "name", "free", "skip"}

// movieParts are the boxes that lead to a track's description, each by what it is in.
var movieParts = map[string]string{"moov": "trak", "trak": "mdia", "mdia": "minf", "minf": "stbl"}

// movie cleans the table of contents of a film.
func (c *boxed) movie(b box) {
	for _, child := range c.children(b, 0) {
		switch {
		case slices.Contains(described, child.kind):
			c.free(child)
		case child.kind == "mvhd", child.kind == "tkhd", child.kind == "mdhd":
			c.times(child)
		case child.kind == "hdlr":
			c.handler(child)
		case child.kind == movieParts[b.kind]:
			c.movie(child)
		case child.kind == "stsd":
			c.samples(child)
		}
	}
}

// times are when a film was made and changed.
func (c *boxed) times(b box) {
	size := 8
	if b.body < b.end && c.data[b.body] == 1 {
		size = 16
	}
	c.zero(min(b.body+full, b.end), min(b.body+full+size, b.end), timeOf)
}

// handler says what a track is. Tracks that a browser does not play hold where the
// camera was, at every moment, or the time of day; their bytes lie among those of the
// film.
func (c *boxed) handler(b box) {
	const head = full + 4 + 4 + 12
	if b.end-b.body < head {
		return
	}
	if kind := c.data[b.body+8 : b.body+12]; !slices.Contains(shown, string(kind)) && !isHint(kind) {
		c.note(maker)
		c.refuse("holds a track that no browser plays, which can tell places and times", mp4Hint)
	}
	c.zero(b.body+head, b.end, silent) // the name of a program
}

// isHint is for the inner handlers of QuickTime, which say how data is found.
func isHint(kind []byte) bool {
	return bytes.Equal(kind, []byte("url ")) || bytes.Equal(kind, []byte("alis"))
}

// samples says how tracks are compressed, and by which program or camera.
func (c *boxed) samples(b box) {
	const name, size, end = 42, 32, 78 // of a film's entry
	for _, entry := range c.children(b, full+4) {
		if entry.end-entry.body < end || !slices.Contains(films, entry.kind) {
			continue
		}
		c.zero(entry.body+name, entry.body+name+size, silent)
		inner, _ := boxesIn(c.data, entry.body+end, entry.end)
		for _, child := range inner {
			c.colour(child)
		}
	}
}

// films are the ways of compressing one that browsers know.
var films = []string{"av01", "avc1", "avc2", "avc3", "avc4", "hvc1", "hev1", "vp08", "vp09", "mp4v"}

// colour makes a colour profile plain.
func (c *boxed) colour(b box) {
	const kind = 4
	if b.kind != "colr" || b.end-b.body < kind {
		return
	}
	if k := string(c.data[b.body : b.body+kind]); k != "prof" && k != "rICC" {
		return
	}
	plain, named := plainProfile(c.data[b.body+kind : b.end])
	if named {
		c.note(device)
	}
	c.set(b.body+kind, plain, silent)
}
